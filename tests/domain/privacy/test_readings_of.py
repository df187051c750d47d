"""The citizen sees which offices read the file, when and why; nobody's name, and nobody else's readings."""

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.reading import ReadingPurpose, ReadingSubject, purpose_label, subject_label
from domain.platform.work import unit_of_work
from domain.privacy.queries.readings_of import readings_of
from domain.registry.queries.person_card import person_card
from tests.support import given
from tests.support.given import SYSTEM
from tests.support.personas import DAVIDE, ROSA
from tests.support.questions import Questions


async def test_the_readings_of_ones_own_file(connection: AsyncConnection, questions: Questions) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await given.a_territory(work)
        rosa, davide = [await given.a_person(work, territory, one) for one in (ROSA, DAVIDE)]
        worker = await given.an_operator(work, territory.office_id)
        ambito = await given.an_operator(work, territory.ambito_office_id)
    for operator, person, purpose in [(worker, rosa, "case_work")] * 26 + [
        (ambito, rosa, "?"),
        (worker, davide, "audit"),
    ]:
        async with unit_of_work(operator, read_only=True, bind=connection) as work:
            await person_card(work, operator, person, purpose=purpose)
    citizen = given.a_citizen(territory, rosa, acts_for=(davide,))
    async with unit_of_work(citizen, read_only=True, bind=connection) as work:
        with questions(at_most=4):
            page = await readings_of(work, citizen)
        last = await readings_of(work, citizen, 2)
    assert (page.total, len(page.items), len(last.items)) == (27, 25, 2)
    latest, before = page.items[0], page.items[1]
    assert latest.office_name != before.office_name
    assert (latest.ente_name[:12], before.ente_name[:12]) == ("Ente ambito-", "Ente comune-")
    assert (str(before.subject), str(before.purpose)) == ("I tuoi dati", "Per seguire la tua situazione")
    assert str(latest.purpose) == "Per il lavoro dell'ufficio"


def test_every_subject_and_purpose_has_words() -> None:
    assert all(one.label == subject_label(one.value) for one in ReadingSubject)
    assert all(one.label == purpose_label(one.value) for one in ReadingPurpose)
    assert str(subject_label("?")) == "Altri tuoi dati"
