"""What a text denies, and which of two texts that should say the same denies more."""
