"""Codes by which a technician shows a shop's computer who they are."""
