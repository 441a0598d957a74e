"""A technician on this PC: the session, its banner, and the card."""
