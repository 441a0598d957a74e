"""Contracts: list, detail, the assistants that make and end one, and what to do when a rental is over."""
