"""Mails to customers: queued with the change that they tell of, sent by the worker."""
