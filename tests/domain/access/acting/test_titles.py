"""Children and protected people: declared, checked by an office, ended at midnight in Rome."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.access.actions.declare_title import DeclareTitle, declare_title
from domain.access.actions.record_title import RecordTitle, record_title
from domain.access.refusals import UnknownPerson
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.queries.own_applications import own_applications
from domain.intake.refusals import NotYetChecked
from domain.kernel.clock import ROME, as_of, utcnow
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.titles import Title
from domain.platform.work import unit_of_work
from domain.registry.actions.end_guardianship import EndGuardianship, end_guardianship
from domain.registry.actions.refuse_guardianship import RefuseGuardianship, refuse_guardianship
from domain.registry.actions.verify_guardianship import VerifyGuardianship, verify_guardianship
from domain.registry.queries.guardianships import TitleRow, guardianships_to_check, own_titles
from domain.registry.queries.people import person
from domain.registry.refusals import TitleAlreadyChecked
from domain.registry.terms import GuardianshipKind, GuardianshipStatus
from tests.domain.access.acting.conftest import Acting
from tests.support.acting import Browsing, browsing
from tests.support.given import SYSTEM, a_person
from tests.support.personas import DAVIDE, FATIMA, YOUSSEF, Persona

HOME_CARE = "assistenza-domiciliare"


async def declare(who: Browsing, child: Persona = YOUSSEF, **facts: Any) -> TitleRow:
    citizen = await who.now()
    typed = {
        "kind": GuardianshipKind.PARENT,
        "given_name": child.given_name,
        "family_name": child.family_name,
        "codice_fiscale": child.codice_fiscale,
        "born_on": child.born_on,
        "is_declared": True,
    } | facts
    async with unit_of_work(citizen, bind=who.connection) as work:
        await declare_title(work, citizen, DeclareTitle(**typed))
        return (await own_titles(work, citizen))[0]


async def knows(who: Browsing, person_id: UUID) -> bool:
    citizen = await who.now()
    async with unit_of_work(citizen, read_only=True, bind=who.connection) as work:
        try:
            await person(work, citizen, person_id)
        except NotFound:
            return False
        return True


async def test_a_declaration_opens_nothing_of_a_known_child(scene: Acting) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        child_id = await a_person(work, scene.territory, YOUSSEF)
    title = await declare(scene.fatima)
    assert (title.person_id, title.status) == (child_id, GuardianshipStatus.DECLARED)
    assert not await knows(scene.fatima, child_id)
    assert child_id not in (await scene.fatima.now()).people


async def test_the_answer_is_the_same_for_an_unknown_child(scene: Acting) -> None:
    title = await declare(scene.fatima)
    assert (title.person_name, title.status) == (YOUSSEF.full_name, GuardianshipStatus.DECLARED)
    assert not await knows(scene.fatima, title.person_id)
    assert (await declare(scene.fatima)).id == title.id, "declared twice, it is there once"


async def test_a_draft_can_be_prepared_and_not_sent(scene: Acting) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await a_person(work, scene.territory, YOUSSEF)
    title = await declare(scene.fatima, given_name="Iussef")
    fatima = await scene.fatima.now()
    async with unit_of_work(fatima, bind=scene.connection) as work:
        command = StartApplication(service_slug=HOME_CARE, for_person_id=title.person_id)
        draft = await start_application(work, fatima, command)
        assert "Iussef" in str(draft.answers), "only what was typed"
        assert [one.beneficiary_name for one in await own_applications(work, fatima)] == ["Iussef Diallo"]
        with pytest.raises(NotYetChecked):
            await submit_application(work, fatima, SubmitApplication(application_id=draft.id))


async def test_a_verified_parent_acts_until_the_child_comes_of_age(scene: Acting) -> None:
    title = await declare(scene.fatima)
    desk = scene.desk
    async with unit_of_work(desk, bind=scene.connection) as work:
        assert [one.id for one in await guardianships_to_check(work, desk)] == [title.id]
        await verify_guardianship(work, desk, VerifyGuardianship(guardianship_id=title.id))
        assert await guardianships_to_check(work, desk) == []
    fatima = await scene.fatima.now()
    assert fatima.title_for(title.person_id) is Title.PARENT
    assert await knows(scene.fatima, title.person_id)
    async with unit_of_work(fatima, read_only=True, bind=scene.connection) as work:
        assert (await own_titles(work, fatima))[0].ends_on == date(2028, 9, 13)
    with pytest.raises(TitleAlreadyChecked):
        async with unit_of_work(desk, bind=scene.connection) as work:
            await verify_guardianship(work, desk, VerifyGuardianship(guardianship_id=title.id))


async def test_a_refused_one_never_counts_and_says_why(scene: Acting) -> None:
    title = await declare(scene.fatima)
    async with unit_of_work(scene.desk, bind=scene.connection) as work:
        command = RefuseGuardianship(guardianship_id=title.id, reason="Manca l'atto di nascita.")
        await refuse_guardianship(work, scene.desk, command)
    fatima = await scene.fatima.now()
    assert title.person_id not in (*fatima.people, *fatima.prepares_for)
    async with unit_of_work(fatima, read_only=True, bind=scene.connection) as work:
        assert (await own_titles(work, fatima))[0].refusal_reason == "Manca l'atto di nascita."
    with pytest.raises(NotAllowed):
        async with unit_of_work(fatima, bind=scene.connection) as work:
            await verify_guardianship(work, fatima, VerifyGuardianship(guardianship_id=title.id))  # pyright: ignore


async def test_what_cannot_be_declared(scene: Acting) -> None:
    for field, facts in {
        "is_declared": {"is_declared": False},
        "born_on": {"born_on": date(2011, 9, 14)},
        "codice_fiscale": {"codice_fiscale": FATIMA.codice_fiscale},
        "file": {"kind": GuardianshipKind.GUARDIAN},
    }.items():
        with pytest.raises(Invalid) as refused:
            await declare(scene.fatima, **facts)
        assert list(refused.value.fields) == [field]
    with pytest.raises(Invalid) as refused:
        await declare(scene.fatima, DAVIDE)
    assert list(refused.value.fields) == ["born_on"], "a grown-up is nobody's child here"


async def test_a_decree_that_ends_today_stops_at_midnight_in_rome_in_an_open_session(scene: Acting) -> None:
    async with unit_of_work(scene.desk, bind=scene.connection) as work:
        title_id = await record_title(work, scene.desk, _decree(scene))
    async with unit_of_work(scene.desk, bind=scene.connection) as work:
        await end_guardianship(work, scene.desk, EndGuardianship(guardianship_id=title_id, last_day=work.today))
    rome = utcnow().astimezone(ROME)
    last = rome.replace(hour=23, minute=59, second=59)
    with as_of(last):
        davide = await browsing(scene.connection, scene.territory, DAVIDE)
        assert (await davide.now()).title_for(scene.rosa_id) is Title.SUPPORT_ADMINISTRATOR
        assert await knows(davide, scene.rosa_id)
    with as_of(last + timedelta(seconds=1)):
        assert (await davide.now()).title_for(scene.rosa_id) is None
        assert not await knows(davide, scene.rosa_id)


def _decree(scene: Acting, **facts: Any) -> RecordTitle:
    known = {
        "person_id": scene.rosa_id,
        "guardian_codice_fiscale": DAVIDE.codice_fiscale,
        "guardian_family_name": DAVIDE.family_name,
        "kind": GuardianshipKind.SUPPORT_ADMINISTRATOR,
        "decree": "203/2022",
        "starts_on": date(2022, 6, 1),
    }
    return RecordTitle(**known | facts)


async def test_who_is_not_known_cannot_be_appointed(scene: Acting) -> None:
    for facts in (
        {"guardian_family_name": "Rossi"},
        {"guardian_codice_fiscale": YOUSSEF.codice_fiscale, "guardian_family_name": YOUSSEF.family_name},
    ):
        with pytest.raises(UnknownPerson):
            async with unit_of_work(scene.desk, bind=scene.connection) as work:
                await record_title(work, scene.desk, _decree(scene, **facts))
