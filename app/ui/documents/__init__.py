"""The documents: list, preview, print."""
