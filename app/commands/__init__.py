"""The commands of `python -m app`, one module a subject; `app.cli` finds the module a command needs and imports only that one."""
