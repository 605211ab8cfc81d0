"""Local translation engines behind one protocol."""
