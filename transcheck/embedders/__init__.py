"""Sentence encoders behind one protocol."""
