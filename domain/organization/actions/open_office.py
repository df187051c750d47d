"""An ente opens an office."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.organization.events import OfficeOpened
from domain.organization.model.office import Office
from domain.organization.queries.administered import administered_ente
from domain.organization.terms import OfficeKind
from domain.platform.work import UnitOfWork


class OpenOffice(BaseModel):
    """A new office of ``ente_id``."""

    ente_id: UUID
    kind: OfficeKind
    name: str = Field(min_length=1, max_length=200)
    address: str = Field(default="", max_length=300)
    phone: str = Field(default="", max_length=40)
    email: str = Field(default="", max_length=254)
    is_receiving_applications: bool = False


async def open_office(work: UnitOfWork, actor: Actor, command: OpenOffice) -> UUID:
    """Open the office and give back its id. Refuses NotFound, NotAnAdministrator, OfficeNameTaken."""
    await administered_ente(work, actor, command.ente_id)
    opened = Office(**command.model_dump())
    work.session.add(opened)
    await work.session.flush()  # a name already taken must be refused here
    await work.record(OfficeOpened(ente_id=opened.ente_id, office_id=opened.id))
    return opened.id
