"""Two indexes: what hangs on a person is found without reading the whole table, when records are joined."""

from collections.abc import Sequence

from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"], schema="reception")
    op.create_index(op.f("ix_case_sheet_person_id"), "case_sheet", ["person_id"], schema="casework")


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
