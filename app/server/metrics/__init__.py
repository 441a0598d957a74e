"""What the server counts of itself, for Prometheus: no names, no identifiers."""
