"""Versions of services, and their drafts, say who may have the service."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0025"
down_revision: str | None = "0024"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward; what was published before has no requirements, and drafts begin without."""
    for table in ("service_version", "service_draft"):
        op.add_column(
            table,
            sa.Column("requirements", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
            schema="catalogue",
        )


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
