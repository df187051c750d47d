"""Who may see which rows of procedures and proceedings. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.policies.delegation_policies import IS_DELEGATE
from domain.platform.migrations.row_security import EVERYWHERE, KNOWN, grant, guard, in_family, in_reach, own

WHOLE = "EXISTS (SELECT 1 FROM procedure.proceeding whole WHERE whole.id = proceeding_id)"


def make_schema() -> None:
    """The schema, before its tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS procedure")


def protect() -> None:
    """A proceeding is its ente's and its person's; internal notes and visas are for the offices alone."""
    guard("procedure.procedure", in_reach(), read=in_family())
    guard("procedure.procedure_version", in_reach(), read=f"{in_family()} AND status = 'published'")
    guard("procedure.local_holiday", in_reach(), read=in_family())
    for table in ("common_holiday", "legal_terms_version"):
        guard(f"procedure.{table}", EVERYWHERE, read="true")
    office = f"{in_reach()} AND {KNOWN.format(column='person_id')}"
    delegated = f"{IS_DELEGATE} AND access.is_delegated(subject_id, service_id, person_id)"
    guard("procedure.proceeding", f"({office}) OR {own('person_id')} OR ({delegated})")
    for table in ("passage", "term_suspension", "term_extension"):
        guard(f"procedure.{table}", WHOLE)
    for table in ("passage_note", "visa"):
        guard(f"procedure.{table}", f"{in_reach()} AND {WHOLE}")
    grant("procedure", append_only=("passage", "passage_note", "term_extension"))
    kept = ("procedure", "procedure_version", "proceeding", "term_suspension", "visa")
    op.execute(f"REVOKE DELETE ON {', '.join(f'procedure.{one}' for one in kept)} FROM {APPLICATION_ROLE}")
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps what they asked for
