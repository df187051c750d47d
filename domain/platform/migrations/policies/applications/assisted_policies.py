"""Who may see which rows of what is filled in at the desk, and what a second screen may do. Frozen once released.

A draft of a citizen stays the citizen's alone; one that an operator enters is the office's until it is sent. A second
screen sees one application and the papers sent with it; it adds papers and confirmations, and changes nothing.
"""

from alembic import op

from domain.platform.migrations.policies.delegation_policies import ACTOR, CITIZEN, IS_DELEGATE
from domain.platform.migrations.row_security import KNOWN, SYSTEM, grant, guard, in_reach, own

COMPANION = "(SELECT platform.kind()) = 'companion'"
MINE_AND_OPEN = (
    "screen.id::text = platform.actor() AND screen.opened_at IS NOT NULL AND screen.closed_at IS NULL"
    " AND screen.expires_at > now()"
)
FUNCTIONS = {
    "intake.is_followed(application uuid)": f"""
        SELECT FROM intake.second_screen screen WHERE screen.application_id = $1 AND {MINE_AND_OPEN}""",
    "intake.is_helped(person uuid, ente uuid)": f"""
        SELECT FROM intake.second_screen screen
        WHERE screen.person_id = $1 AND screen.ente_id = $2 AND {MINE_AND_OPEN}""",
}


def protect() -> None:
    """After the tables and columns."""
    for signature, asked in FUNCTIONS.items():
        op.execute(
            f"CREATE FUNCTION {signature} RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE"
            f" AS $body$ BEGIN RETURN EXISTS ({asked}); END $body$"
        )
    _applications()
    _around_them()
    _papers()
    grant("intake", append_only=("recognised", "confirmation"))


def _applications() -> None:
    is_open = f"({SYSTEM} OR status <> 'draft' OR entered_by_id IS NOT NULL)"
    office = f"{in_reach()} AND {is_open} AND {KNOWN.format(column='beneficiary_id')}"
    mine = f"applicant_id::text = {ACTOR} AND entered_by_id IS NULL"
    written = f"(status <> 'draft' OR ({mine}))"
    whole = (
        f"({office}) OR ({own('beneficiary_id')} AND {written})"
        f" OR ({CITIZEN} AND status = 'draft' AND {mine} AND registry.has_declared_title(beneficiary_id))"
        f" OR ({IS_DELEGATE} AND access.is_delegated(id, service_id, beneficiary_id) AND {written})"
    )
    op.execute("DROP POLICY everything ON intake.application")
    op.execute(f"CREATE POLICY everything ON intake.application USING ({whole}) WITH CHECK ({whole})")
    _companion("intake.application", "SELECT", f"USING ({COMPANION} AND status = 'draft' AND intake.is_followed(id))")


def _around_them() -> None:
    known = KNOWN.format(column="person_id")
    guard("intake.recognised", f"{in_reach()} AND {known}")
    mine = f"{COMPANION} AND id::text = {ACTOR}"
    guard("intake.second_screen", f"{in_reach()} AND {known}", read=mine)
    follows = f"{COMPANION} AND intake.is_followed(application_id)"
    guard("intake.confirmation", f"{in_reach()} AND {known}", read=f"({follows}) OR {own('person_id')}", add=follows)
    # papers of an application are seen where it is seen; a screen only adds to them
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE POLICY not_by_companion_{what.lower()} ON intake.attachment AS RESTRICTIVE FOR {what}"
            " USING ((SELECT platform.kind()) <> 'companion')"
        )


def _papers() -> None:
    _companion("documents.document", "SELECT", f"USING ({COMPANION} AND intake.sees_paper(id))")
    adds = f"{COMPANION} AND intake.is_helped(person_id, ente_id)"
    op.execute(f"CREATE POLICY companion_adding ON documents.document FOR INSERT WITH CHECK ({adds})")


def _companion(table: str, what: str, rule: str) -> None:
    op.execute(f"CREATE POLICY companion ON {table} FOR {what} {rule}")
