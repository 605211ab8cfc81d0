"""The checks: one file each, and one table that lists them."""
