"""Who writes without signing in may report somebody else, and confirm the contact with a code."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0033"
down_revision: str | None = "0032"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

KIND = sa.Enum("myself", "report", name="request_kind", native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    """Step forward."""
    is_proof = sa.Column("is_proof", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    op.add_column("sign_in_code", is_proof, schema="access")
    for column in (
        sa.Column("kind", KIND, server_default="myself", nullable=False),
        sa.Column("about", sa.String(), server_default="", nullable=False),
        sa.Column("proof_id", sa.Uuid(), nullable=True),
        sa.Column("proven_at", sa.DateTime(timezone=True), nullable=True),
    ):
        op.add_column("contact_request", column, schema="intake")
    for name in ("kind", "about"):
        op.alter_column("contact_request", name, server_default=None, schema="intake")
    op.create_unique_constraint("uq_contact_request_proof_id", "contact_request", ["proof_id"], schema="intake")
    op.create_check_constraint(
        "ck_contact_request_about", "contact_request", "kind <> 'report' OR about <> ''", schema="intake"
    )


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
