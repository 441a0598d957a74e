"""The exchange with the provider's server, as the window drives and shows it."""
