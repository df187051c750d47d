"""Who may see what when people act for others, as of the second migration: PostgreSQL confines them to the scope.

A transaction is told the delegations in force (``app.delegations``) and who granted them (``app.delegators``). The
policies look the scope up in ``access.delegation``, and that it was accepted and not taken back: what the application
tells cannot widen it.
"""

from collections.abc import Mapping

from alembic import op

from domain.platform.migrations.row_security import EVERYWHERE, KNOWN, SYSTEM, in_family, in_reach, of_person, own

ACTOR = "(SELECT platform.actor())"
CITIZEN = "(SELECT platform.kind()) = 'citizen'"
IS_DELEGATE = "cardinality((SELECT platform.delegations())) > 0"
DELEGATED = "{column} = ANY ((SELECT platform.delegators())::uuid[])"
OWN_CODE = f"(SELECT me.codice_fiscale FROM registry.person me WHERE me.id::text = {ACTOR})"
IN_SCOPE = f"""{IS_DELEGATE} AND EXISTS (
    SELECT FROM access.delegation granted
    WHERE granted.id = ANY ((SELECT platform.delegations())::uuid[]) AND granted.status = 'accepted'
      AND (granted.delegate_id::text = {ACTOR} OR granted.delegate_ente_id IS NOT NULL)
      AND granted.delegator_id = application.beneficiary_id
      AND (granted.scope = 'all' OR granted.service_id = application.service_id
           OR granted.application_id = application.id))"""
DECLARED = f"""EXISTS (
    SELECT FROM registry.guardianship title
    WHERE title.guardian_id::text = {ACTOR} AND title.person_id = application.beneficiary_id
      AND NOT title.is_verified AND title.refused_at IS NULL)"""


def protect_delegations() -> None:
    """After the tables: the settings, the policies of delegations, and those that change because of them."""
    for name in ("delegations", "delegators"):
        op.execute(
            f"CREATE FUNCTION platform.{name}() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $body$ SELECT"
            f" coalesce(string_to_array(nullif(current_setting('app.{name}', true), ''), ',')::uuid[], '{{}}'::uuid[])"
            " $body$"
        )
    _delegations()
    _registry()
    _applications()
    _papers()


def _delegations() -> None:
    op.execute("ALTER TABLE access.delegation ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE access.delegation FORCE ROW LEVEL SECURITY")
    mine = f"delegator_id::text = {ACTOR} OR delegate_id::text = {ACTOR}"
    offered = f"(delegate_codice_fiscale <> '' AND delegate_codice_fiscale = {OWN_CODE} AND {in_family()})"
    told = "id = ANY ((SELECT platform.delegations())::uuid[])"
    given = f"({in_reach('delegate_ente_id')} AND delegate_ente_id IS NOT NULL)"
    _policies(
        "access.delegation",
        everything=EVERYWHERE,
        reading=f"({CITIZEN} AND ({mine} OR {offered} OR {told})) OR ({in_reach()}) OR {given}",
    )
    granting = f"{CITIZEN} AND delegator_id::text = {ACTOR} AND status = 'offered' AND {in_family()}"
    op.execute(f"CREATE POLICY adding ON access.delegation FOR INSERT WITH CHECK ({granting})")


def _registry() -> None:
    """A citizen never writes a title: to declare one the program does it for them."""
    office = f"{in_reach()} AND {KNOWN.format(column='person_id')}"
    _policies("registry.guardianship", everything=office, reading=f"{own('person_id')} OR guardian_id::text = {ACTOR}")
    op.execute(f"CREATE POLICY delegated ON registry.person FOR SELECT USING ({DELEGATED.format(column='id')})")


def _applications() -> None:
    office = f"{in_reach()} AND ({SYSTEM} OR status <> 'draft') AND {KNOWN.format(column='beneficiary_id')}"
    written = f"(status <> 'draft' OR applicant_id::text = {ACTOR})"
    prepared = f"{CITIZEN} AND status = 'draft' AND applicant_id::text = {ACTOR} AND {DECLARED}"
    _policies(
        "intake.application",
        everything=f"({office}) OR ({own('beneficiary_id')} AND {written}) OR ({prepared})"
        f" OR ({IN_SCOPE} AND {written})",
    )


def _papers() -> None:
    sent = "EXISTS (SELECT FROM intake.attachment sent WHERE sent.document_id = document.id)"
    receipt = "EXISTS (SELECT FROM intake.application whole WHERE whole.receipt_id = document.id)"
    about = "EXISTS (SELECT FROM intake.application whole WHERE whole.id = about_id)"
    delegated = f"{IS_DELEGATE} AND {DELEGATED.format(column='person_id')}"
    _policies("documents.document", everything=f"{of_person()} OR ({delegated} AND ({sent} OR {receipt}))")
    op.execute(f"CREATE POLICY adding ON documents.document FOR INSERT WITH CHECK ({delegated})")
    _policies("documents.upload", everything=f"{of_person()} OR ({delegated} AND {about})")
    op.execute(f"CREATE POLICY delegated ON documents.protocollo FOR SELECT USING ({delegated} AND {about})")


def _policies(table: str, *, everything: str, reading: str | None = None) -> None:
    wanted: Mapping[str, tuple[str, str | None]] = {"everything": ("", everything), "reading": ("FOR SELECT ", reading)}
    for name, (what, condition) in wanted.items():
        if condition is None:
            continue
        op.execute(f"DROP POLICY IF EXISTS {name} ON {table}")
        check = f" WITH CHECK ({condition})" if name == "everything" else ""
        op.execute(f"CREATE POLICY {name} ON {table} {what}USING ({condition}){check}")
