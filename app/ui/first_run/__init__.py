"""The first run: the company, or the demo."""
