"""One door to the server: `python -m app.server [--data-dir DIR] [--database-url URL] COMMAND`."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from app.server.cli import main

    sys.exit(main(sys.argv[1:]))
