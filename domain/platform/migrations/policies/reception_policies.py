"""What the migration of the desk does besides tables: schema, policies, grants, new words. Frozen once released."""

from collections.abc import Iterable

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import KNOWN, grant, guard, in_family, in_reach

DIARY_WORDS = (
    "automatic",
    "application_withdrawn",
    "taken_in_charge",
    "proposal_accepted",
    "note",
    "interview",
    "home_visit",
    "phone_call",
)


def prepare() -> None:
    """Before the tables: the schema, and a diary that can tell of a proposal."""
    op.execute("CREATE SCHEMA IF NOT EXISTS reception")
    _words("casework.diary_entry", "kind", "diary_kind", DIARY_WORDS)


def protect() -> None:
    """After the tables: a sheet is seen where it was written and where it was passed on, by who may know its person."""
    passed_on = " OR ".join(
        f"EXISTS (SELECT 1 FROM reception.{table} gone WHERE gone.sheet_id = contact_sheet.id"
        f" AND {in_reach('gone.to_ente_id')})"
        for table in ("referral", "care_proposal")
    )
    known = KNOWN.format(column="person_id")
    whole = "EXISTS (SELECT 1 FROM reception.contact_sheet whole WHERE whole.id = sheet_id)"
    guard("reception.referral", f"{in_reach()} OR {in_reach('to_ente_id')}")
    guard("reception.care_proposal", f"({in_reach()} OR {in_reach('to_ente_id')}) AND {known}")
    guard("reception.contact_sheet", f"({in_reach()} OR {passed_on}) AND (person_id IS NULL OR {known})")
    for table in ("need", "service_request", "request_paper", "sheet_note"):
        guard(f"reception.{table}", whole)
    for table in ("desk_settings", "privacy_notice"):
        guard(f"reception.{table}", in_reach(), read=in_family())
    for table in ("notice_taken", "consent"):
        guard(f"reception.{table}", f"{in_reach()} AND {known}")
    guard("casework.case_sheet", f"{in_reach()} AND {known}")
    grant("reception", append_only=("sheet_note", "privacy_notice", "notice_taken"))
    op.execute(f"REVOKE DELETE ON reception.contact_sheet FROM {APPLICATION_ROLE}")
    grant("casework", append_only=("diary_entry",))


def _words(table: str, column: str, name: str, words: Iterable[str]) -> None:
    constraint = f"ck_{table.partition('.')[2]}_{name}"
    listed = ", ".join(f"'{word}'" for word in words)
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {constraint} CHECK ({column} IN ({listed}))")
