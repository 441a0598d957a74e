"""The remote API: organisations, their devices, and the records that travel between them."""
