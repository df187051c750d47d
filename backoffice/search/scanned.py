"""A health card read into the search box opens the right person in one step."""

from domain.casework.queries.worklist import worklist
from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import scanned_in
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.queries.finding.find_people import ids_found
from domain.scheduling.queries.day.appointments_today import appointments_today


async def page_of_card(work: UnitOfWork, operator: Operator, typed: str) -> str | None:
    """The person of the card: who is expected today, else the case, else the record; None when nobody is known.

    The page of who is expected today begins with the appointment.
    """
    code = scanned_in(typed)
    if code is None or not operator.has(*DESK_ROLES):
        return None
    found = await ids_found(work, operator, code)
    if len(found) != 1:
        return None
    if await appointments_today(work, operator, found[0]):
        return f"/persone/{found[0]}"
    cases = {row.case_id for row in (await worklist(work, operator, view="all", search=code)).items}
    return f"/casi/{cases.pop()}" if len(cases) == 1 else f"/persone/{found[0]}"
