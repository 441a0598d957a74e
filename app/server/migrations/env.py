"""Alembic's entry: runs on the connection that the runner hands over."""

from alembic import context

from app.server.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
