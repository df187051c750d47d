"""Whom an operator can invite to book, for what, and in which office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.queries.contact_profiles import safe_contact_of
from domain.kernel.actor import Operator
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.facts.addresses_of import addresses_of
from domain.registry.queries.people import person
from domain.registry.terms import ContactKind
from domain.scheduling.model.agenda import Agenda, AgendaNeed, Need

MOST = 500


@dataclass(frozen=True)
class InvitablePlace:
    """A need that people book online, in an office that has time for it."""

    need_id: UUID
    need: Mapping[str, str]
    office_id: UUID
    ente_id: UUID
    office: str


@dataclass(frozen=True)
class InvitablePerson:
    """Who is invited. ``is_kept_out``: nothing may be sent or shown; ``is_written_to``: an e-mail address is known.

    ``id`` is the record that counts.
    """

    id: UUID
    full_name: str
    is_kept_out: bool
    is_written_to: bool


async def invitable_places(work: UnitOfWork, operator: Operator) -> Sequence[InvitablePlace]:
    """Every need that is booked online with every office of the operator's enti that receives for it; two questions.

    In the order of the needs, at most 500. The ambito may have written a need for all its enti.
    """
    wanted = (
        select(Need, Agenda.office_id, Agenda.ente_id)
        .join(AgendaNeed, col(AgendaNeed.need_id) == col(Need.id))
        .join(Agenda, col(Agenda.id) == col(AgendaNeed.agenda_id))
        .where(
            col(Need.ente_id).in_(operator.family),
            col(Need.is_offered),
            col(Need.is_online),
            col(Agenda.is_open),
            col(Agenda.ente_id).in_(operator.enti),
        )
        .order_by(col(Need.position), col(Need.slug), col(Agenda.name))
        .limit(MOST)
    )
    found = {
        (need.id, office_id): (need, ente_id) for need, office_id, ente_id in (await work.session.exec(wanted)).all()
    }
    offices = await office_names(work, {office_id for _need_id, office_id in found})
    return [
        InvitablePlace(need.id, need.name, office_id, ente_id, offices[office_id].name)
        for (_need_id, office_id), (need, ente_id) in found.items()
        if office_id in offices
    ]


async def invitable_person(work: UnitOfWork, operator: Operator, person_id: UUID) -> InvitablePerson:
    """The person, and whether they can be written to. Refuses NotFound.

    Nobody is invited who is protected, whose messages are hidden from who acts for them, or who has died.
    """
    known = await person(work, operator, person_id)
    async with as_the_program(work, "invitable person"):
        is_kept_out = known.died_on is not None or await is_to_be_left_alone(work, known.id, known.is_protected)
        is_written_to = ContactKind.EMAIL in await addresses_of(work, known.id)
    return InvitablePerson(known.id, known.full_name, is_kept_out, is_written_to)


async def is_to_be_left_alone(work: UnitOfWork, person_id: UUID, is_protected: bool) -> bool:
    """Whether no message may say that an office waits for the person. For the program; one question."""
    return is_protected or (await safe_contact_of(work, person_id)).is_hidden
