"""Policies of row security that PostgreSQL plans quickly."""

from collections.abc import Sequence

from domain.platform.migrations.policies.short_policies import shorten

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    shorten()


def downgrade() -> None:
    """Never: a step back would open what this one keeps."""
    raise NotImplementedError
