"""Who may see which rows, as of the first migration. Frozen: later changes are migrations of their own."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.row_security import (
    EVERYWHERE,
    KNOWN,
    SYSTEM,
    foundation,
    grant,
    guard,
    in_family,
    in_reach,
    of_person,
    own,
)

SCHEMAS = (
    "platform",
    "organization",
    "registry",
    "documents",
    "catalogue",
    "access",
    "correspondence",
    "intake",
    "casework",
)


def prepare() -> None:
    """Schemas and extensions, before the tables."""
    for extension in ("btree_gist", "pg_trgm", "unaccent"):
        op.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
    for schema in SCHEMAS:
        op.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")


def protect() -> None:
    """Policies and grants, after the tables."""
    foundation()
    _platform()
    _organization()
    _registry()
    _papers()
    _applications_and_cases()
    for schema in SCHEMAS:
        grant(schema)
    grant("platform", append_only=("event", "reading", "reaction_done"))
    grant("casework", append_only=("diary_entry",))
    grant("documents", append_only=("protocollo",))
    op.execute(f"GRANT SELECT ON public.alembic_version TO {APPLICATION_ROLE}")
    op.execute(f"GRANT USAGE ON SCHEMA jobs TO {APPLICATION_ROLE}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO {APPLICATION_ROLE}")
    op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO {APPLICATION_ROLE}")


def _platform() -> None:
    guard("platform.event", in_reach(), add=in_family())
    guard("platform.reading", f"({in_reach()}) OR {own('person_id')}", add=in_family())


def _organization() -> None:
    guard("organization.ente", in_reach("id"), read=in_family("id"))
    for table in ("office", "opening_hours", "operator", "role_assignment"):
        guard(f"organization.{table}", in_reach(), read=in_family())
    for table in ("service", "service_version"):
        guard(f"catalogue.{table}", in_reach(), read=in_family())
    guard("catalogue.service_rating", in_reach(), add=in_family())


def _registry() -> None:
    shown = (
        f"{SYSTEM} OR NOT is_protected OR EXISTS (SELECT 1 FROM registry.protected_access allowed"
        " WHERE allowed.person_id = person.id AND allowed.operator_id::text = (SELECT platform.actor()))"
    )
    guard("registry.person", f"({in_reach()} AND ({shown})) OR {own('id')}")
    guard("registry.protected_access", in_reach())
    for table in ("contact", "residence", "isee", "household_member"):
        guard(f"registry.{table}", of_person())
    guard("registry.guardianship", f"{of_person()} OR {own('guardian_id')}")
    members = "EXISTS (SELECT 1 FROM registry.household_member member WHERE member.household_id = household.id)"
    guard("registry.household", in_reach(), read=members)


def _papers() -> None:
    for table in ("document", "upload", "protocollo"):
        guard(f"documents.{table}", of_person())
    guard("documents.protocollo_counter", in_reach())
    guard("correspondence.letter", of_person())
    for table in (
        "account",
        "citizen_identity",
        "operator_credential",
        "session",
        "sign_in_attempt",
        "sign_in_request",
    ):
        guard(f"access.{table}", EVERYWHERE)


def _applications_and_cases() -> None:
    office = f"{in_reach()} AND ({SYSTEM} OR status <> 'draft') AND {KNOWN.format(column='beneficiary_id')}"
    guard("intake.application", f"({office}) OR {own('applicant_id')} OR {own('beneficiary_id')}")
    guard("intake.attachment", "EXISTS (SELECT 1 FROM intake.application whole WHERE whole.id = application_id)")
    guard("casework.case_counter", in_reach())
    for table in ("case", "case_application", "diary_entry"):
        guard(f'casework."{table}"', f"{in_reach()} AND {KNOWN.format(column='person_id')}")
