"""Who may see calls for applications, points, and attestations. Frozen once released."""

from alembic import op

from domain.platform.migrations.policies.delegation_policies import CITIZEN
from domain.platform.migrations.row_security import KNOWN, SYSTEM, grant, guard, in_family, in_reach, own

WHOLE = "EXISTS (SELECT 1 FROM intake.application whole WHERE whole.id = application_id)"


def protect() -> None:
    """Everybody of the ambito reads what was published. Only the program gives points; who sees the application reads
    them. An attestation is the person's and the office's: a citizen asks for one, and changes nothing of it.
    """
    guard("catalogue.bando", in_reach(), read=f"status <> 'draft' AND {in_family()}")
    guard("catalogue.bando_version", in_reach(), read=in_family())
    guard("intake.bando_score", f"{SYSTEM} AND {WHOLE}", read=WHOLE)
    asking = f"{CITIZEN} AND {own('person_id')} AND issued_by_id IS NULL AND revoked_at IS NULL AND document_id IS NULL"
    office = f"{in_reach()} AND {KNOWN.format(column='person_id')}"
    guard("intake.attestation", office, read=own("person_id"), add=asking)
    guard("intake.attestation_rules", in_reach(), read=in_family())
    grant("catalogue", append_only=("bando_version",))
    grant("intake", append_only=("bando_score",))
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps points and papers
