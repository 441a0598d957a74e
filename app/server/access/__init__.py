"""Who may come in: activation codes, tokens, roles."""
