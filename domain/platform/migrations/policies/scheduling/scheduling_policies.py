"""Who may see which rows of agendas and appointments. Frozen once released.

What is offered and what is taken says nothing of anybody: everybody of the portal reads it, so that free times need no
privilege. Who comes, and why, is for the office and for the person.
"""

from alembic import op

from domain.platform.migrations import APPLICATION_ROLE
from domain.platform.migrations.policies.delegation_policies import ACTOR, CITIZEN, DELEGATED, IS_DELEGATE
from domain.platform.migrations.row_security import KNOWN, SYSTEM, grant, guard, in_family, in_reach, own

OFFERED = (
    "need",
    "agenda",
    "agenda_need",
    "agenda_resource",
    "seat",
    "opening",
    "extra_opening",
    "closure",
    "resource",
)
TAKEN = ("seat_hold", "resource_hold")
OFFICE = "(SELECT platform.office())"
SIGHT = "SELECT FROM scheduling.appointment whole WHERE whole.id = $1"


def prepare() -> None:
    """The schema, before its tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS scheduling")


def protect() -> None:
    """After the tables. An appointment that is hidden is there for its office alone, and for the program.

    A delegate for everything sees what the person has; one for a service what they booked themselves, as long as the
    delegation holds.
    """
    op.execute(
        "CREATE FUNCTION scheduling.sees_appointment(appointment_id uuid) RETURNS boolean LANGUAGE plpgsql"
        f" STABLE PARALLEL SAFE AS $body$ BEGIN RETURN EXISTS ({SIGHT}); END $body$"
    )
    for table in OFFERED:
        guard(f"scheduling.{table}", in_reach(), read=in_family())
    guard("scheduling.appointment", f"({_of_office()}) OR ({_of_person()})")
    for table in TAKEN:
        mine = f"{CITIZEN} AND {in_family()} AND scheduling.sees_appointment(appointment_id)"
        guard(f"scheduling.{table}", f"{in_reach()} OR ({mine})", read=in_family())
    for table in ("reminder", "feed", "busy_source"):
        guard(f"scheduling.{table}", in_reach())
    grant("scheduling")
    op.execute(f"REVOKE DELETE ON scheduling.appointment, scheduling.agenda, scheduling.need FROM {APPLICATION_ROLE}")
    op.execute("CALL registry.follow_everywhere()")  # whose record is joined to another keeps their appointments


def _of_office() -> str:
    known = f"(person_id IS NULL OR {KNOWN.format(column='person_id')})"
    return f"{in_reach()} AND {known} AND (NOT is_hidden OR {SYSTEM} OR office_id = {OFFICE})"


def _of_person() -> str:
    delegated = DELEGATED.format(column="person_id")
    everything = f"{IS_DELEGATE} AND {delegated} AND access.is_delegated(NULL, NULL, person_id)"
    booked = f"booked_by_id::text = {ACTOR} AND (person_id IS NULL OR ({IS_DELEGATE} AND {delegated}))"
    return f"{CITIZEN} AND {in_family()} AND NOT is_hidden AND ({own('person_id')} OR ({booked}) OR ({everything}))"
