"""What models made, kept on disk: a killed run loses nothing finished, a second run is instant."""

from transcheck.store.file import Store, StoreError, default_path
from transcheck.store.models import StoredEmbedder, StoredTranslator
from transcheck.store.reports import StoredReports

__all__ = [
    "Store",
    "StoreError",
    "StoredEmbedder",
    "StoredReports",
    "StoredTranslator",
    "default_path",
]
