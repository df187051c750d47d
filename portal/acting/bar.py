"""For whom, and by which title, the citizen acts on this page: shown above everything else."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from domain.access.queries.represented_people import title_to_act
from domain.kernel.actor import Citizen
from domain.kernel.text import Text, _
from domain.kernel.titles import Title
from domain.platform.work import UnitOfWork
from domain.registry.queries.guardianships import own_titles
from domain.registry.queries.names import names

DECLARED = _("Da controllare")


class Concerned(Protocol):
    """An application, as far as it matters here."""

    @property
    def id(self) -> UUID:
        """The application's."""
        ...

    @property
    def beneficiary_id(self) -> UUID:
        """Who gets the help."""
        ...

    @property
    def service_id(self) -> UUID:
        """What is asked for."""
        ...


@dataclass(frozen=True)
class Acting:
    """The other person's name, the title in words, and whether it is only declared."""

    name: str
    title: Text
    is_declared: bool = False


async def acting_for(work: UnitOfWork, citizen: Citizen, application: Concerned) -> Acting | None:
    """The bar for an application of somebody else; None for one's own, which asks the database nothing."""
    person_id = application.beneficiary_id
    if person_id == citizen.person_id:
        return None
    if person_id in citizen.prepares_for:
        declared = [one for one in await own_titles(work, citizen) if one.person_id == person_id]
        return Acting(declared[0].declared_name, DECLARED, True) if declared else None
    title = title_to_act(citizen, person_id, service_id=application.service_id, application_id=application.id)
    known = (await names(work, [person_id])).get(person_id)
    return Acting(known.full_name if known else "", (title or Title.REPRESENTATIVE).label)


def acting_as(citizen: Citizen, person_id: UUID, name: str) -> Acting | None:
    """The bar for a page about all that concerns ``person_id``, called ``name``; None for oneself."""
    if person_id == citizen.person_id:
        return None
    granted = [one.title for one in citizen.mandates if one.person_id == person_id]
    title = title_to_act(citizen, person_id) or next(iter(granted), Title.REPRESENTATIVE)
    return Acting(name, title.label)
