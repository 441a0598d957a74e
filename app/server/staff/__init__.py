"""What the provider's staff do for organisations: their queues, requests, claims, offers, devices and codes."""
