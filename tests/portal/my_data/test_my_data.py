"""What we know about somebody, as they see it: the data, a copy of it, a request to put it right."""

from datetime import timedelta
from uuid import UUID

import pytest

from domain.kernel.clock import day_of, utcnow
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.roles import Role
from domain.platform.reading_log import Reading
from domain.platform.work import unit_of_work
from domain.privacy.actions.rectifications.refuse_rectification import RefuseRectification, refuse_rectification
from domain.privacy.queries.copies.copy_parts import COPY_PARTS
from domain.privacy.queries.rectifications.rectifications import rectifications_at
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.sharing.share_record import ShareRecord, share_record
from domain.registry.terms import FactKind
from tests.portal.conftest import Follow, Portal
from tests.support.given import SYSTEM, an_operator
from tests.support.html import Browser
from tests.support.personas import DAVIDE, ROSA


@pytest.fixture
async def rosa_id(portal: Portal) -> UUID:
    """Rosa lives in a street, and a judge's measure is none of the portal's business."""
    person_id = await portal.person(ROSA)
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        for kind, value in (
            (FactKind.RESIDENCE, {"street": "via Vecchia 1", "city": "Cascina"}),
            (FactKind.COURT, {"court": "TMCivile", "number": "SEGRETO 12"}),
        ):
            await record_fact(work, SYSTEM, RecordFact(person_id=person_id, kind=kind, value=value))
    return person_id


@pytest.fixture
async def rosa(portal: Portal, rosa_id: UUID) -> Browser:
    """Rosa, signed in."""
    return await portal.signed_in(ROSA)


async def test_one_sees_what_is_known_and_from_whom(rosa: Browser) -> None:
    page = await rosa.open("/area-personale/i-miei-dati")
    assert "via Vecchia 1" in page.text
    assert "Detto dalla persona" in page.text
    assert "SEGRETO" not in page.text
    assert "Nessun altro Comune o ente vede i tuoi dati." in page.text


async def test_a_copy_is_asked_prepared_and_taken(rosa: Browser, everything_that_follows: Follow) -> None:
    page = await rosa.send((await rosa.open("/area-personale/copie")).form("Prepara una copia"))
    assert f"Parti pronte: 0 su {len(COPY_PARTS)}." in page.text
    again = await rosa.send(page.form("Prepara una copia"))
    assert again.status == 422
    assert "Stiamo già preparando una copia." in again.text
    await everything_that_follows()
    page = await rosa.open("/area-personale/copie")
    pdf, json = page.link("Scarica il PDF"), page.link("Scarica il JSON")
    answer = await rosa.client.get(pdf)
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["cache-control"] == "no-store"
    assert (await rosa.client.get(json)).json()["person"]["family_name"] == ROSA.family_name
    assert (await rosa.client.get(json.replace("/json", "/xml"))).status_code == 404
    letter = await rosa.open("/area-personale/messaggi")
    assert "La copia dei dati è pronta" in letter.text


async def test_a_copy_is_nobody_elses(portal: Portal, rosa: Browser, everything_that_follows: Follow) -> None:
    await rosa.send((await rosa.open("/area-personale/copie")).form("Prepara una copia"))
    await everything_that_follows()
    address = (await rosa.open("/area-personale/copie")).link("Scarica il JSON")
    await portal.person(DAVIDE)
    davide = await portal.signed_in(DAVIDE)
    assert (await davide.client.get(address)).status_code == 404
    assert (await portal.browser().open(address)).path.startswith("/accedi")


async def test_a_wrong_street_is_told_and_the_answer_read(portal: Portal, rosa: Browser) -> None:
    page = await rosa.open("/area-personale/i-miei-dati")
    form = await rosa.open(str(page.one("a[href*='rettifiche/nuova?dato=']:not([href*='identity'])")["href"]))
    wrong = await rosa.send(form.form("Manda la richiesta").fill({"wrong": "Il numero", "wanted": ""}))
    assert wrong.status == 422
    assert wrong.labelled("Che cosa è sbagliato?").get_text().strip() == "Il numero"
    sent = await rosa.send(wrong.form("Manda la richiesta").fill({"wanted": "via Vecchia 10"}))
    assert "L'ufficio ti risponde entro un mese." in sent.text
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        head = await an_operator(work, portal.territory.office_id, (Role.OFFICE_HEAD,))
    async with unit_of_work(head, bind=portal.connection) as work:
        (row,) = (await rectifications_at(work, head)).items
        command = RefuseRectification(rectification_id=row.id, refusal_reason="L'anagrafe dice il numero 1.")
        await refuse_rectification(work, head, command)
    page = await rosa.open("/area-personale/rettifiche")
    assert "L'anagrafe dice il numero 1." in page.text
    assert "Puoi fare reclamo al Garante" in page.text


async def test_nobody_asks_about_a_fact_that_is_not_theirs(portal: Portal, rosa: Browser, rosa_id: UUID) -> None:
    for stranger in (rosa_id, "non-un-numero"):
        assert (await rosa.open(f"/area-personale/rettifiche/nuova?dato={stranger}")).status == 404


async def test_one_reads_with_whom_the_record_is_shared(portal: Portal, rosa: Browser, rosa_id: UUID) -> None:
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        worker = await an_operator(work, portal.territory.office_id)
        today = work.today
    async with unit_of_work(worker, bind=portal.connection) as work:
        await share_record(
            work,
            worker,
            ShareRecord(
                person_id=rosa_id,
                to_ente_id=portal.territory.neighbour_id,
                purpose="Frequenta il centro del vicino",
                legal_ground="regolamento",
                starts_on=today,
                ends_on=today + timedelta(days=3),
            ),
        )
    page = await rosa.open("/area-personale/i-miei-dati")
    assert "Frequenta il centro del vicino" in page.text
    assert "Ente vicino-" in page.text


async def test_readings_are_chosen_by_office_and_day(portal: Portal, rosa: Browser, rosa_id: UUID) -> None:
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        workers = [
            await an_operator(work, one) for one in (portal.territory.office_id, portal.territory.ambito_office_id)
        ]
    for worker, purpose in zip(workers, (ReadingPurpose.CASE_WORK, ReadingPurpose.EMERGENCY), strict=True):
        async with unit_of_work(worker, read_only=True, bind=portal.connection) as work:
            for is_granted in (True, False):
                work.note_reading(
                    Reading(
                        person_id=rosa_id,
                        ente_id=worker.ente_id,
                        subject=ReadingSubject.CASE_FILE,
                        subject_id=None,
                        purpose=purpose,
                        is_granted=is_granted,
                    )
                )
    page = await rosa.open("/area-personale/letture")
    assert len(page.soup.select("tbody tr")) == 2
    assert "Per un'urgenza: la tua scheda è protetta" in page.text
    only = await rosa.open(f"/area-personale/letture?ufficio={workers[0].office_id}")
    assert "Per seguire la tua situazione" in only.text
    assert len(only.soup.select("tbody tr")) == 1
    assert "nessuno ha aperto i tuoi dati" in (await rosa.open("/area-personale/letture?al=2020-01-01")).text
    today = day_of(utcnow()).isoformat()
    assert len((await rosa.open(f"/area-personale/letture?dal=2020-01-01&al={today}")).soup.select("tbody tr")) == 2
    wrong = await rosa.open("/area-personale/letture?dal=ieri")
    assert "Scrivi una data" in wrong.text
    assert len(wrong.soup.select("tbody tr")) == 2
    assert "nessuno ha aperto i tuoi dati" in (await rosa.open("/area-personale/letture?ufficio=altri")).text
