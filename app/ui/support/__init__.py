"""Assistance: requests, their threads, appointments; the pages for claims and statistics stand beside them."""
