"""Who may see whom an office has invited to book. Frozen once released."""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.policies.delegation_policies import CITIZEN, DELEGATED, IS_DELEGATE
from domain.platform.migrations.row_security import KNOWN, grant, guard, in_family, in_reach, own
from domain.platform.migrations.words import also

OCCASIONS = ("appointment_invited", "appointment_invited_still")
TABLE = "scheduling.booking_invitation"


def protect() -> None:
    """The ente writes; the person reads, and who represents them in everything. None is ever deleted by hand."""
    office = f"{in_reach()} AND {KNOWN.format(column='person_id')}"
    guard(TABLE, office, read=f"({office}) OR ({_of_person()})")
    grant("scheduling")
    op.execute(f"REVOKE DELETE ON {TABLE} FROM {APPLICATION_ROLE}")
    for table in ("letter", "message_template"):
        also(f"correspondence.{table}", f"ck_{table}_occasion", "occasion", *OCCASIONS)
    for table in ("notice", "notice_choice"):
        also(f"correspondence.{table}", f"ck_{table}_notice_kind", "kind", "invitations_lapsed")
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps what they are asked


def _of_person() -> str:
    everything = f"{IS_DELEGATE} AND {DELEGATED.format(column='person_id')}"
    everything += " AND access.is_delegated(NULL, NULL, person_id)"
    return f"{CITIZEN} AND {in_family()} AND ({own('person_id')} OR ({everything}))"
