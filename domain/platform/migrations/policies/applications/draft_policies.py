"""Who may see which rows of drafts that are shared, of their terms, and of signatures. Frozen once released.

A draft that is shared is seen by its citizen and by the desk. A signature is seen by who has asked for it, by whoever
has the codice fiscale of which it is asked, and by the office. What belongs to a draft is deleted with it, by the
program alone.
"""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.policies.delegation_policies import ACTOR, CITIZEN, IS_DELEGATE, OWN_CODE
from domain.platform.migrations.row_security import KNOWN, SYSTEM, grant, guard, in_family, in_reach, own


def protect() -> None:
    """After the tables and columns."""
    _applications()
    mine = f"applicant_id::text = {ACTOR} OR codice_fiscale = {OWN_CODE}"
    office = f"{in_reach()} AND {KNOWN.format(column='person_id')}"
    guard("intake.signature", f"({office}) OR ({CITIZEN} AND ({mine}))")
    guard("intake.draft_term", in_reach(), read=in_family())
    grant("intake")
    op.execute(f"REVOKE DELETE ON intake.draft_term FROM {APPLICATION_ROLE}")
    for table in ("recognised", "confirmation", "signature"):
        op.execute(f"GRANT DELETE ON intake.{table} TO {APPLICATION_ROLE}")
        op.execute(
            f"CREATE POLICY goes_with_its_draft ON intake.{table} AS RESTRICTIVE FOR DELETE USING ({SYSTEM}"
            " AND EXISTS (SELECT 1 FROM intake.application whole"
            " WHERE whole.id = application_id AND whole.status = 'draft'))"
        )
    op.execute("CALL registry.follow_everywhere()")  # who is joined to another record keeps what they have asked


def _applications() -> None:
    is_open = f"({SYSTEM} OR status <> 'draft' OR entered_by_id IS NOT NULL OR shared_at IS NOT NULL)"
    office = f"{in_reach()} AND {is_open} AND {KNOWN.format(column='beneficiary_id')}"
    mine = f"applicant_id::text = {ACTOR} AND (entered_by_id IS NULL OR shared_at IS NOT NULL)"
    written = f"(status <> 'draft' OR ({mine}))"
    whole = (
        f"({office}) OR ({own('beneficiary_id')} AND {written})"
        f" OR ({CITIZEN} AND status = 'draft' AND {mine} AND registry.has_declared_title(beneficiary_id))"
        f" OR ({IS_DELEGATE} AND access.is_delegated(id, service_id, beneficiary_id) AND {written})"
    )
    op.execute("DROP POLICY everything ON intake.application")
    op.execute(f"CREATE POLICY everything ON intake.application USING ({whole}) WITH CHECK ({whole})")
