"""Operators are told who comes late."""

from collections.abc import Sequence

from domain.platform.migrations.words import also

revision: str = "0044"
down_revision: str | None = "0043"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """A kind of notice more."""
    for table in ("notice", "notice_choice"):
        also(f"correspondence.{table}", f"ck_{table}_notice_kind", "kind", "appointment_late")


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
