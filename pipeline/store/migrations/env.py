"""Alembic's entry: runs the migrations on the connection that the Store hands in."""

from alembic import context

from pipeline.store import views
from pipeline.store.migrations import HEAD
from pipeline.store.search import made_by_hand
from pipeline.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=True,
    include_object=lambda _object, name, _type, _reflected, _beside: not made_by_hand(name),
)
views.drop(connection)  # a view would hold the tables below it as they are
with context.begin_transaction():
    context.run_migrations()
if context.get_context().get_current_revision() == HEAD:
    views.create(connection)
