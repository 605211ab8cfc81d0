"""Argos packages on disk: found, fetched, unpacked with care, recorded, removed."""
