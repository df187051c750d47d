"""An ambito decides how long appointments and invitations are kept."""

from collections.abc import Sequence

from domain.platform.migrations.words import also

revision: str = "0045"
down_revision: str | None = "0044"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Two kinds of data more, and from when their terms run."""
    rule = "privacy.retention_rule"
    also(rule, "ck_retention_rule_retention_kind", "kind", "appointment", "booking_invitation")
    also(rule, "ck_retention_rule_retention_start", "starts_from", "held", "last_day")


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
