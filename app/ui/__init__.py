"""The window: Qt only. Screens talk to services through `tasks`, never to the store."""
