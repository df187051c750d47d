"""The database's history, one step a file, and how to bring a database up to date."""

from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from dramatiq_postgres.schema import init as init_queue

from domain.platform.jobs import SCHEMA as QUEUE_SCHEMA

APPLICATION_ROLE = "sportello_app"
HERE = Path(__file__).parent


def configuration(owner_url: str) -> Config:
    """Alembic's configuration for the database at ``owner_url``."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["owner_url"] = owner_url
    return config


def upgrade(owner_url: str) -> None:
    """Bring the database to the newest step: queue, tables, row-level security, grants. Repeatable.

    Every table with a key to a person then follows records that were joined, also those of later steps.
    """
    with psycopg.connect(owner_url) as connection, connection.cursor() as cursor:
        init_queue(cursor, QUEUE_SCHEMA)
    command.upgrade(configuration(owner_url), "head")
    with psycopg.connect(owner_url) as connection:
        connection.execute("CALL registry.follow_everywhere()")
