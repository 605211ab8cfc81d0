"""Numbers in a text: read by value in sixteen languages, and compared between two texts."""
