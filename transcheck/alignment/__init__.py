"""Segments of two texts to pairs: by meaning, by the structure of the texts, or line by line."""
