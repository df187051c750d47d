"""Operators are told who comes late."""

from collections.abc import Sequence

from alembic import op

revision: str = "0044"
down_revision: str | None = "0043"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

TABLES = ("notice", "notice_choice")


def upgrade() -> None:
    """The words that a kind of notice may be are those of before, and ``appointment_late``."""
    for table in TABLES:
        constraint = f"ck_{table}_notice_kind"
        op.execute(f"""
            DO $$ DECLARE known text; BEGIN
                SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
                WHERE conrelid = 'correspondence.{table}'::regclass AND conname = '{constraint}';
                EXECUTE format('ALTER TABLE correspondence.{table} DROP CONSTRAINT {constraint},'
                               ' ADD CONSTRAINT {constraint} CHECK (kind = ''appointment_late'' OR %s)', known);
            END $$""")


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
