"""Who may see what belongs to the examination of applications. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import SYSTEM, grant, guard, in_family, in_reach

WHOLE = "EXISTS (SELECT 1 FROM intake.application whole WHERE whole.id = application_id)"
OWN_FILTER = "operator_id::text = (SELECT platform.actor())"


def protect() -> None:
    """Who sees the application sees these; what still waits for a visa only the office. A filter is its maker's."""
    guard("intake.integration_item", f"{WHOLE} AND ({in_reach()} OR passage_id IS NOT NULL)")
    guard("intake.passage_letter", f"{SYSTEM} AND {WHOLE}", read=WHOLE)
    guard("intake.appeal_words", in_reach(), read=in_family())
    guard("intake.saved_filter", f"{in_reach()} AND ({SYSTEM} OR {OWN_FILTER})")
    grant("intake", append_only=("passage_letter",))
    op.execute(f"REVOKE DELETE ON intake.appeal_words FROM {APPLICATION_ROLE}")
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps what they sent
