"""For whom a citizen may act."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.kernel.actor import Citizen
from domain.kernel.text import Text
from domain.kernel.titles import Title
from domain.platform.work import UnitOfWork
from domain.registry.queries.guardianships import own_titles
from domain.registry.queries.names import names
from domain.registry.queries.people_represented_by import people_represented_by


@dataclass(frozen=True)
class RepresentedPerson:
    """Somebody for whom the citizen acts, and by which title. Who was only declared gets drafts, nothing else."""

    person_id: UUID
    full_name: str
    title: Text
    is_declared: bool = False


async def represented_people(work: UnitOfWork, citizen: Citizen) -> Sequence[RepresentedPerson]:
    """Children and protected people of the citizen, today."""
    rows = await people_represented_by(work, citizen.person_id, work.today)
    return [RepresentedPerson(row.person_id, row.full_name, row.kind.label) for row in rows]


async def people_to_read_for(work: UnitOfWork, citizen: Citizen) -> Sequence[RepresentedPerson]:
    """Whose things the citizen may read: people represented, and delegators of anything, within its scope.

    Nothing is asked of the database for who has nobody.
    """
    found = list(await represented_people(work, citizen)) if citizen.acts_for else []
    granted = {one.person_id: one.title for one in citizen.mandates if one.person_id not in citizen.acts_for}
    called = await names(work, granted) if granted else {}
    return [
        *found,
        *(
            RepresentedPerson(one, called[one].full_name, title.label)
            for one, title in granted.items()
            if one in called
        ),
    ]


async def people_to_apply_for(
    work: UnitOfWork, citizen: Citizen, service_id: UUID | None = None
) -> Sequence[RepresentedPerson]:
    """For whom the citizen may fill in an application for a service: represented, delegators in scope, declared.

    A declared person goes by the name that the citizen typed. Nothing is asked of the database for who has nobody.
    """
    found = list(await represented_people(work, citizen)) if citizen.acts_for else []
    granted = {
        one.person_id: one.title
        for one in citizen.mandates
        if one.covers(one.person_id, service_id, None) and one.person_id not in citizen.acts_for
    }
    called = await names(work, granted) if granted else {}
    found += [
        RepresentedPerson(one, called[one].full_name, title.label) for one, title in granted.items() if one in called
    ]
    if citizen.prepares_for:
        titles = {
            one.person_id: one for one in await own_titles(work, citizen) if one.person_id in citizen.prepares_for
        }
        found += [RepresentedPerson(key, one.declared_name, one.kind.label, True) for key, one in titles.items()]
    return found


def may_act_for(
    citizen: Citizen, person_id: UUID, *, service_id: UUID | None = None, application_id: UUID | None = None
) -> bool:
    """Whether the citizen may act for ``person_id`` in this matter: oneself, somebody represented, or a delegator."""
    return title_to_act(citizen, person_id, service_id=service_id, application_id=application_id) is not None


def title_to_act(
    citizen: Citizen, person_id: UUID, *, service_id: UUID | None = None, application_id: UUID | None = None
) -> Title | None:
    """By which title the citizen acts for ``person_id`` in this matter; None when by none."""
    return citizen.title_for(person_id, service_id=service_id, application_id=application_id)
