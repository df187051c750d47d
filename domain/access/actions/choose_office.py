"""An operator of several offices chooses the one to work in."""

from uuid import UUID

from domain.access.model.session import Session
from domain.access.refusals import NoOfficeToday
from domain.organization.queries.roles_today import offices_and_roles
from domain.platform.work import UnitOfWork


async def choose_office(work: UnitOfWork, session_id: UUID, office_id: UUID) -> None:
    """The session goes on in ``office_id``. Refuses NoOfficeToday when the operator holds no role there today."""
    session = await work.session.get_one(Session, session_id, with_for_update=True)
    assert session.operator_id is not None
    offices = await offices_and_roles(work, session.operator_id, work.today)
    chosen = next((office for office in offices if office.office_id == office_id), None)
    if chosen is None:
        raise NoOfficeToday
    session.office_id, session.ente_id = chosen.office_id, chosen.ente_id
