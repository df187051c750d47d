"""Who was delegated for one service books what is about it, and sees and changes what they have booked."""

from dataclasses import dataclass, replace
from uuid import UUID

import pytest

from domain.access.actions.accept_delegation import AcceptDelegation, accept_delegation
from domain.access.actions.grant_delegation import GrantDelegation, grant_delegation
from domain.access.actions.revoke_delegation import RevokeDelegation, revoke_delegation
from domain.access.terms import DelegationScope
from domain.catalogue.queries.published_services import published_service
from domain.kernel.actor import Citizen, Mandate
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.cancel_appointment import CancelAppointment, cancel_appointment
from domain.scheduling.actions.booking.move_appointment import MoveAppointment, move_appointment
from domain.scheduling.queries.booking.own_appointments import own_appointments
from domain.scheduling.queries.booking.people_to_book_for import people_to_book_for
from tests.domain.scheduling.booking.conftest import Desk, at
from tests.support.applications import home_care_is_published
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.personas import OKSANA, ROSA
from tests.support.scheduling.agendas import a_need, an_agenda

SERVICE = "assistenza-domiciliare"


@dataclass(frozen=True)
class Delegated:
    """Oksana, whom Rosa has delegated for home care; where people are seen about it."""

    desk: Desk
    oksana: Citizen
    delegation_id: UUID
    need_id: UUID
    agenda_id: UUID

    async def book(self) -> UUID:
        """Oksana books about home care for Rosa, tomorrow at nine."""
        return await self.desk.book(at(9), self.oksana, need_id=self.need_id, agenda_id=self.agenda_id)

    async def seen(self) -> list[UUID]:
        """Which appointments Oksana finds in her area."""
        async with unit_of_work(self.oksana, read_only=True, bind=self.desk.connection) as work:
            return [one.id for one in (await own_appointments(work, self.oksana)).items]


@pytest.fixture
async def delegated(desk: Desk) -> Delegated:
    """A delegation that was accepted."""
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await home_care_is_published(work, desk.territory.ambito_id)
        need_id = await a_need(work, desk.territory.comune_id, service_slug=SERVICE)
        agenda_id = await an_agenda(work, desk.territory.office_id, [need_id])
        oksana = a_citizen(desk.territory, await a_person(work, desk.territory, OKSANA))
    async with unit_of_work(desk.rosa, bind=desk.connection) as work:
        service_id = (await published_service(work, desk.rosa, SERVICE)).service_id
        granting = GrantDelegation(
            delegate_codice_fiscale=OKSANA.codice_fiscale,
            delegate_family_name=OKSANA.family_name,
            scope=DelegationScope.SERVICE,
            service_id=service_id,
            starts_on=work.today,
            ends_on=work.today,
        )
        granted = await grant_delegation(work, desk.rosa, granting)
    async with unit_of_work(oksana, bind=desk.connection) as work:
        await accept_delegation(work, oksana, AcceptDelegation(delegation_id=granted))
    oksana = replace(oksana, mandates=(Mandate(granted, desk.rosa_id, service_id=service_id),))
    return Delegated(desk, oksana, granted, need_id, agenda_id)


async def test_what_is_about_the_service_is_booked_seen_moved_and_cancelled(delegated: Delegated) -> None:
    async with unit_of_work(delegated.oksana, read_only=True, bind=delegated.desk.connection) as work:
        people = await people_to_book_for(work, delegated.oksana, delegated.need_id)
        assert [one.full_name for one in people] == [ROSA.full_name]
        assert await people_to_book_for(work, delegated.oksana, delegated.desk.need_id) == []
    booked = await delegated.book()
    row = await delegated.desk.row(booked)
    assert (row.person_id, row.booked_by_id) == (delegated.desk.rosa_id, delegated.oksana.person_id)
    assert await delegated.seen() == [booked]
    async with unit_of_work(delegated.oksana, bind=delegated.desk.connection) as work:
        moving = MoveAppointment(appointment_id=booked, agenda_id=delegated.agenda_id, starts_at=at(10))
        await move_appointment(work, delegated.oksana, moving)
    assert (await delegated.desk.row(booked)).starts_at == at(10)
    async with unit_of_work(delegated.oksana, bind=delegated.desk.connection) as work:
        await cancel_appointment(work, delegated.oksana, CancelAppointment(appointment_id=booked))
    assert (await delegated.desk.row(booked)).state == "cancelled"


async def test_anything_else_of_the_person_is_neither_booked_nor_seen(delegated: Delegated) -> None:
    with pytest.raises(NotFound):
        await delegated.desk.book(at(9), delegated.oksana)
    rosas_own = await delegated.desk.book(at(9))
    assert await delegated.seen() == []
    with pytest.raises(NotFound):
        async with unit_of_work(delegated.oksana, bind=delegated.desk.connection) as work:
            await cancel_appointment(work, delegated.oksana, CancelAppointment(appointment_id=rosas_own))


async def test_a_delegation_that_was_taken_back_shows_nothing_any_more(delegated: Delegated) -> None:
    await delegated.book()
    async with unit_of_work(delegated.desk.rosa, bind=delegated.desk.connection) as work:
        await revoke_delegation(work, delegated.desk.rosa, RevokeDelegation(delegation_id=delegated.delegation_id))
    no_delegate = replace(delegated, oksana=replace(delegated.oksana, mandates=()))
    assert await no_delegate.seen() == []
