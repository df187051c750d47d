"""The diary of a case tells that an application has its answer."""

from collections.abc import Sequence

from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

KINDS = (
    "automatic", "application_withdrawn", "application_decided", "taken_in_charge", "proposal_accepted",
    "records_joined", "records_apart", "note", "interview", "home_visit", "phone_call",
)  # fmt: skip


def upgrade() -> None:
    """Step forward."""
    op.drop_constraint("ck_diary_entry_diary_kind", "diary_entry", schema="casework")
    listed = ", ".join(f"'{kind}'" for kind in KINDS)
    op.create_check_constraint("ck_diary_entry_diary_kind", "diary_entry", f"kind IN ({listed})", schema="casework")


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
