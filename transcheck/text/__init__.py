"""Pure helpers for text: they know nothing of transcheck's records."""
