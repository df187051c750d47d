"""Who may see which rows of individual plans. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import KNOWN, grant, guard, in_family, in_reach, own
from domain.platform.migrations.words import also


def prepare() -> None:
    """Notices and terms of keeping know of plans, besides whatever they knew."""
    for table in ("notice", "notice_choice"):
        also(f"correspondence.{table}", f"ck_{table}_notice_kind", "kind", "care_plan")
    also("privacy.retention_rule", "ck_retention_rule_retention_kind", "kind", "care_plan")


def protect() -> None:
    """The office's, about people it may know of; the person sees what was shared on the portal, and no draft.

    Checks and history are for the office alone. What was done is never taken away.
    """
    office = f"{in_reach()} AND {KNOWN.format(column='person_id')}"
    mine = f"{own('person_id')} AND is_online"
    guard("casework.care_plan", f"({office}) OR ({mine})")
    shared = f"{mine} AND state NOT IN ('draft', 'proposed')"
    guard("casework.care_plan_version", f"({office}) OR ({shared})")
    for table in ("care_plan_check", "care_plan_step"):
        guard(f"casework.{table}", office)
    guard("casework.care_plan_rules", in_reach(), read=in_family())
    grant("casework", append_only=("care_plan_step",))
    kept = ("care_plan", "care_plan_version", "care_plan_rules")
    op.execute(f"REVOKE DELETE ON {', '.join(f'casework.{one}' for one in kept)} FROM {APPLICATION_ROLE}")
    op.execute(
        "CREATE POLICY only_waiting ON casework.care_plan_check AS RESTRICTIVE FOR DELETE USING (done_on IS NULL)"
    )
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps the plan
