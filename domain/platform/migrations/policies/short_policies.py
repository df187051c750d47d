"""Policies that PostgreSQL plans quickly. Frozen once released.

A policy that looks into a table brings that table's own policies into every plan, twice at each level: reading one
document took a tenth of a second of planning. What lies deeper than one level, or is asked of few, is asked by a
function now: with the same rights as who asks, and planned once for each connection.
"""

from alembic import op

from domain.platform.migrations.policies.delegation_policies import ACTOR, CITIZEN, DELEGATED, IS_DELEGATE
from domain.platform.migrations.row_security import KNOWN, SYSTEM, in_reach, of_person, own

FUNCTIONS = {
    "access.is_delegated(application_id uuid, asked_service_id uuid, beneficiary_id uuid)": """
        SELECT FROM access.delegation granted
        WHERE granted.id = ANY (platform.delegations()) AND granted.status = 'accepted'
          AND (granted.delegate_id::text = platform.actor() OR granted.delegate_ente_id IS NOT NULL)
          AND granted.delegator_id = $3
          AND (granted.scope = 'all' OR granted.service_id = $2 OR granted.application_id = $1)""",
    "registry.has_declared_title(ward_id uuid)": """
        SELECT FROM registry.guardianship title
        WHERE title.guardian_id::text = platform.actor() AND title.person_id = $1
          AND NOT title.is_verified AND title.refused_at IS NULL""",
    "registry.sees_outsider(outsider_id uuid)": "SELECT FROM registry.outsider stranger WHERE stranger.id = $1",
    "intake.sees_application(application_id uuid)": "SELECT FROM intake.application whole WHERE whole.id = $1",
    "intake.sees_paper(paper_id uuid)": """
        SELECT FROM intake.attachment sent WHERE sent.document_id = $1
        UNION ALL SELECT FROM intake.application whole WHERE whole.receipt_id = $1""",
    "reception.is_passed_on(sheet uuid)": """
        SELECT FROM reception.referral gone
        WHERE gone.sheet_id = $1 AND (platform.everywhere() OR gone.to_ente_id = ANY (platform.reach()))
        UNION ALL SELECT FROM reception.care_proposal gone
        WHERE gone.sheet_id = $1 AND (platform.everywhere() OR gone.to_ente_id = ANY (platform.reach()))""",
}


def shorten() -> None:
    """The functions, and the policies that ask them; who sees what stays as it was."""
    for signature, asked in FUNCTIONS.items():
        op.execute(
            f"CREATE FUNCTION {signature} RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE"
            f" AS $body$ BEGIN RETURN EXISTS ({asked}); END $body$"
        )
    _applications()
    _papers()
    _sheets_and_relations()


def _applications() -> None:
    office = f"{in_reach()} AND ({SYSTEM} OR status <> 'draft') AND {KNOWN.format(column='beneficiary_id')}"
    written = f"(status <> 'draft' OR applicant_id::text = {ACTOR})"
    drafted = f"{CITIZEN} AND status = 'draft' AND applicant_id::text = {ACTOR}"
    _policy(
        "intake.application",
        f"({office}) OR ({own('beneficiary_id')} AND {written})"
        f" OR ({drafted} AND registry.has_declared_title(beneficiary_id))"
        f" OR ({IS_DELEGATE} AND access.is_delegated(id, service_id, beneficiary_id) AND {written})",
    )


def _papers() -> None:
    delegated = f"{IS_DELEGATE} AND {DELEGATED.format(column='person_id')}"
    _policy("documents.document", f"{of_person()} OR ({delegated} AND intake.sees_paper(id))")
    _policy("documents.upload", f"{of_person()} OR ({delegated} AND intake.sees_application(about_id))")
    op.execute("DROP POLICY delegated ON documents.protocollo")
    op.execute(
        "CREATE POLICY delegated ON documents.protocollo FOR SELECT"
        f" USING ({delegated} AND intake.sees_application(about_id))"
    )


def _sheets_and_relations() -> None:
    known = KNOWN.format(column="person_id")
    _policy(
        "reception.contact_sheet",
        f"({in_reach()} OR reception.is_passed_on(id)) AND (person_id IS NULL OR {known})",
    )
    known = [f"({column} IS NULL OR {KNOWN.format(column=column)})" for column in ("person_id", "other_person_id")]
    known += [
        f"({column} IS NULL OR registry.sees_outsider({column}))" for column in ("outsider_id", "other_outsider_id")
    ]
    _policy("registry.relation", " AND ".join([in_reach(), *known]))


def _policy(table: str, condition: str) -> None:
    op.execute(f"DROP POLICY everything ON {table}")
    op.execute(f"CREATE POLICY everything ON {table} USING ({condition}) WITH CHECK ({condition})")
