"""Reports as data: their JSON form, their baselines and their differences."""
