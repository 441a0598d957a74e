"""Attachments by the SHA-256 of their bytes: uploaded in pieces, given out whole or in part, each organisation its own."""
