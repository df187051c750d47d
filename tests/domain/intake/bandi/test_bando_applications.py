"""Applications to a bando: only while it is open, and only by who lives there."""

from uuid import UUID

import pytest

from domain.catalogue.refusals import BandoNotOpen
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.refusals import BandoElsewhere
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.bandi import AFTER, BEFORE, CLOSING, DURING, a_filled_bando_draft, a_published_bando
from tests.support.given import SYSTEM, an_operator


async def test_before_it_opens_and_after_it_closes_nobody_applies_and_the_hour_is_told(
    scene: Scene, bando_id: UUID
) -> None:
    command = StartApplication(service_slug=HOME_CARE, bando_id=bando_id)
    for at, told in ((BEFORE, "1 marzo 2027, 09:00"), (AFTER, "31 marzo 2027, 12:00")):
        with as_of(at):
            async with unit_of_work(scene.rosa, bind=scene.connection) as work:
                with pytest.raises(BandoNotOpen) as refused:
                    await start_application(work, scene.rosa, command)
                assert told in said(refused.value)


async def test_who_began_in_time_and_sends_a_second_late_is_told_when_it_closed(scene: Scene, bando_id: UUID) -> None:
    with as_of(DURING):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            draft_id = (await a_filled_bando_draft(work, scene.rosa, bando_id)).id
    command = SubmitApplication(application_id=draft_id)
    with as_of(AFTER):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            with pytest.raises(BandoNotOpen) as refused:
                await submit_application(work, scene.rosa, command)
            assert "31 marzo 2027, 12:00" in said(refused.value)
            assert "12:00:01" in said(refused.value)
            await work.discard()
    with as_of(CLOSING):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            assert not (await submit_application(work, scene.rosa, command)).is_draft


def said(refusal: BandoNotOpen) -> str:
    from domain.platform.language import say

    return say(refusal.message, "it")


async def test_a_draft_for_the_bando_stands_beside_one_for_the_service(scene: Scene, bando_id: UUID) -> None:
    with as_of(DURING):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            plain = await start_application(work, scene.rosa, StartApplication(service_slug=HOME_CARE))
            command = StartApplication(service_slug=HOME_CARE, bando_id=bando_id)
            first = await start_application(work, scene.rosa, command)
            again = await start_application(work, scene.rosa, command)
    assert plain.id != first.id == again.id


async def test_the_bando_of_another_comune_is_not_for_who_lives_here(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        there = await an_operator(work, scene.territory.neighbour_office_id, (Role.PLANNER,))
    with as_of(BEFORE):
        async with unit_of_work(there, bind=scene.connection) as work:
            theirs = await a_published_bando(work, there)
    with as_of(DURING):
        async with unit_of_work(scene.rosa, bind=scene.connection) as work:
            with pytest.raises(BandoElsewhere):
                await start_application(work, scene.rosa, StartApplication(service_slug=HOME_CARE, bando_id=theirs))
