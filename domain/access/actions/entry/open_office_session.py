"""Opens a session in the back office for an operator who has proved who they are."""

from uuid import UUID

from pydantic import BaseModel

from domain.access.actions.start_session import StartSession, start_session
from domain.access.refusals import NoOfficeToday
from domain.access.terms import Site, Way
from domain.organization.queries.roles_today import offices_and_roles
from domain.platform.work import UnitOfWork


class OpenOfficeSession(BaseModel):
    """Who, by which way, with what device; ``issuer`` is the provider that vouched, if any did."""

    operator_id: UUID
    way: Way
    device: str = ""
    issuer: str = ""


async def open_office_session(work: UnitOfWork, command: OpenOfficeSession) -> str:
    """The token of the new session, in the first of today's offices. Refuses NoOfficeToday, also to the disabled."""
    offices = await offices_and_roles(work, command.operator_id, work.today)
    if not offices:
        raise NoOfficeToday
    return await start_session(
        work,
        StartSession(
            site=Site.BACKOFFICE,
            way=command.way,
            ente_id=offices[0].ente_id,
            operator_id=command.operator_id,
            office_id=offices[0].office_id,
            device=command.device,
            issuer=command.issuer,
        ),
    )
