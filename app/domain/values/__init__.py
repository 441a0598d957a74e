"""Frozen values that cross the layers: what services return and screens show. Never an ORM row."""
