"""Who may see which rows of privacy. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import KNOWN, SYSTEM, grant, guard, in_family, in_reach, own

DESK_KINDS = (
    "identity", "alias", "death", "citizenship", "civil_status", "residence", "domicile", "contact", "identity_document",
    "permit", "foreign_status", "language", "education", "work", "housing", "autonomy", "note",
)  # fmt: skip
TODAY = "(now() AT TIME ZONE 'Europe/Rome')::date"
# The sharings are looked up once for each question, not for each row.
SHARED = f"""(SELECT platform.kind()) = 'operator' AND {{column}} = ANY (ARRAY(
    SELECT shared.person_id FROM registry.sharing shared
    WHERE shared.to_ente_id = ANY ((SELECT platform.reach())::uuid[]) AND shared.ended_at IS NULL
      AND shared.held_during @> {TODAY}))"""
ACTOR = "(SELECT platform.actor())"
CITIZEN = "(SELECT platform.kind()) = 'citizen'"


def make_schema() -> None:
    """The schema, before its tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS privacy")


def protect() -> None:
    """A copy is for who it is about and for who asked it, never for an office; a request for both sides."""
    mine = f"{CITIZEN} AND (person_id::text = {ACTOR} OR (asked_by_id::text = {ACTOR} AND {own('person_id')}))"
    asking = f"{CITIZEN} AND asked_by_id::text = {ACTOR} AND status = 'waiting' AND {own('person_id')}"
    guard("privacy.personal_copy", f"{SYSTEM} AND {in_reach()}", read=mine, add=asking)
    office = f"{in_reach()} AND {KNOWN.format(column='person_id')}"
    asked = f"{CITIZEN} AND asked_by_id::text = {ACTOR} AND status = 'open' AND {own('person_id')}"
    guard("privacy.rectification", office, read=own("person_id"), add=asked)
    guard("privacy.retention_rule", in_reach(), read=in_family())
    grant("privacy")
    _sharing()
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps what was asked and shared


def _sharing() -> None:
    """The other ente reads the person and what a desk may know; it changes nothing.

    The policy of the sharings themselves must not look at the person, whose policy looks at them.
    """
    guard("registry.sharing", in_reach(), read=f"{in_reach('to_ente_id')} OR {own('person_id')}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON registry.sharing TO {APPLICATION_ROLE}")
    op.execute(
        f"CREATE POLICY shared ON registry.person FOR SELECT USING (NOT is_protected AND {SHARED.format(column='id')})"
    )
    kinds = ", ".join(f"'{kind}'" for kind in DESK_KINDS)
    op.execute(
        f"CREATE POLICY shared ON registry.fact FOR SELECT USING (kind IN ({kinds}) AND {SHARED.format(column='person_id')}"
        " AND EXISTS (SELECT 1 FROM registry.person known WHERE known.id = person_id))"
    )
