"""The names of a text, and which of them have a counterpart in another."""
