"""A draft of a procedure can be thrown away."""

from collections.abc import Sequence

from domain.platform.migrations.policies.applications.design_policies import let_drafts_go

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    let_drafts_go()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
