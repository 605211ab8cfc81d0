"""Shipped word lists and tables, each with its source and licence, and the one loader for them."""
