"""Working offline first: what was changed here goes to the server, what was changed elsewhere comes here."""
