"""What a program fills into a string: placeholders by dialect, and what two texts share of them."""
