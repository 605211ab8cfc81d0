"""Reports as text: one module per output."""
