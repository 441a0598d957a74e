"""Sauvegardes: each licence's state and history, this PC's backups, restoring."""
