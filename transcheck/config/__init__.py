"""Configuration: from files, profiles and the command line to frozen settings."""

from transcheck.config.reading import load
from transcheck.config.settings import Override, Settings

__all__ = ["Override", "Settings", "load"]
