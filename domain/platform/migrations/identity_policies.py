"""What the second migration does besides tables and columns: words, policies, grants. Frozen once released."""

from collections.abc import Iterable

from alembic import op

from domain.platform.migrations.row_security import EVERYWHERE, grant, guard


def prepare() -> None:
    """Before the tables: sessions of the old kind end, and words that grew are let in."""
    op.execute("DELETE FROM access.session")
    op.execute("DELETE FROM access.sign_in_request")
    _words("access.session", "end_reason", "session_end", ("signed_out", "replaced", "revoked", "provider"))


def protect() -> None:
    """After the tables: policies and grants."""
    for table in ("identity_provider", "used_answer"):
        guard(f"access.{table}", EVERYWHERE)
    for schema in ("access", "organization", "registry"):
        grant(schema)


def _words(table: str, column: str, name: str, words: Iterable[str]) -> None:
    constraint = f"ck_{table.partition('.')[2]}_{name}"
    listed = ", ".join(f"'{word}'" for word in words)
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {constraint} CHECK ({column} IN ({listed}))")
