"""Late applications to a bando have a reason; files of messages are filed as such."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0037"
down_revision: str | None = "0036"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SOURCES = "application act desk title office message office_message"


def upgrade() -> None:
    """Step forward."""
    op.add_column(
        "application", sa.Column("late_reason", sa.String(), server_default="", nullable=False), schema="intake"
    )
    among = ", ".join(f"'{word}'" for word in SOURCES.split())
    op.drop_constraint(op.f("ck_filing_filing_source"), "filing", schema="documents", type_="check")
    op.create_check_constraint(
        op.f("ck_filing_filing_source"), "filing", f"source IN ({among})", schema="documents"
    )


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
