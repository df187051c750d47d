"""Alembic's entry point."""

import os
import pkgutil

import sqlalchemy as sa
from alembic import context
from sqlmodel import SQLModel

import domain
from domain.platform.database import driver_url
from domain.platform.migrations.declared_tables import load_tables

CONTEXT_SCHEMAS = {name for _, name, is_package in pkgutil.iter_modules(domain.__path__) if is_package}


def included(name: str | None, kind: str, _parents: object) -> bool:
    """Only our schemas; the queue's belongs to its library."""
    return kind != "schema" or name in CONTEXT_SCHEMAS


def run() -> None:
    """Migrate the database named by the configuration, or by DATABASE_OWNER_URL."""
    load_tables()
    url = context.config.attributes.get("owner_url") or os.environ["DATABASE_OWNER_URL"]
    engine = sa.create_engine(driver_url(url))
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            include_schemas=True,
            include_name=included,
            transaction_per_migration=True,
            version_table_schema="public",
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
