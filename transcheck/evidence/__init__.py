"""What models say of a pair beyond the cosine of its two texts."""
