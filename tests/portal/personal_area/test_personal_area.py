"""The personal area: drafts, applications, letters, and who has read what."""

from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.roles import Role
from domain.platform.reading_log import Reading
from domain.platform.work import unit_of_work
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.terms import GuardianshipKind
from tests.portal.conftest import Follow, Portal
from tests.support.given import LONG_AGO, SYSTEM, an_operator
from tests.support.html import Browser
from tests.support.journeys import BEGIN, begin, send_all
from tests.support.personas import FATIMA, ROSA, YOUSSEF


async def test_it_starts_with_what_is_to_be_finished(rosa: Browser) -> None:
    await begin(rosa)
    page = await rosa.open("/area-personale")
    assert "Domande da finire" in page.text
    assert (await rosa.open(page.link("Continua"))).path.endswith("/passi/1")


async def test_the_letter_of_receipt_can_be_read_again(rosa: Browser, everything_that_follows: Follow) -> None:
    await send_all(rosa)
    await everything_that_follows()
    page = await rosa.open("/area-personale/messaggi")
    assert len(page.soup.select("article")) == 1
    assert (await rosa.client.get(page.link("Scarica il documento"))).content.startswith(b"%PDF")


async def test_who_read_ones_data_is_told_with_office_and_reason(portal: Portal) -> None:
    person_id = await portal.person(ROSA)
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        operator = await an_operator(work, portal.territory.office_id, (Role.SOCIAL_WORKER,))
    async with unit_of_work(operator, bind=portal.connection) as work:
        work.note_reading(
            Reading(
                person_id=person_id,
                ente_id=portal.territory.comune_id,
                subject=ReadingSubject.APPLICATION,
                subject_id=person_id,
                purpose=ReadingPurpose.APPLICATION_WORK,
                is_granted=True,
            )
        )
    rosa = await portal.signed_in(ROSA)
    page = await rosa.open("/area-personale/letture")
    row = page.soup.select_one("tbody tr")
    assert row is not None
    assert "Ufficio" in row.get_text()
    assert "Anna" not in page.text


async def test_nobody_has_read_anything_yet(rosa: Browser) -> None:
    assert "Nessuno ha ancora aperto i tuoi dati" in (await rosa.open("/area-personale/letture")).text


async def test_a_mother_asks_for_her_son(portal: Portal) -> None:
    mother, son = await portal.person(FATIMA), await portal.person(YOUSSEF)
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        await appoint_guardian(
            work,
            SYSTEM,
            AppointGuardian(
                person_id=son, guardian_id=mother, kind=GuardianshipKind.PARENT, starts_on=LONG_AGO, is_verified=True
            ),
        )
    fatima = await portal.signed_in(FATIMA)
    await fatima.open("/lingua/it?next=/")
    page = await fatima.open(BEGIN)
    step = await fatima.send(page.form("Inizia la domanda").fill({"for_person_id": str(son)}))
    assert step.labelled("Nome e cognome della persona")["value"] == YOUSSEF.full_name
    assert YOUSSEF.full_name in (await fatima.open("/domande")).text


async def test_nobody_asks_for_a_stranger(portal: Portal, rosa: Browser) -> None:
    stranger = await portal.person(YOUSSEF)
    page = await rosa.open(BEGIN)
    form = page.form("Inizia la domanda")
    form.fields["for_person_id"] = str(stranger)
    assert (await rosa.send(form)).status == 403
