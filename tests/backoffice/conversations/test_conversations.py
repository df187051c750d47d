"""Operators read what people write, answer, and say what needs no answer."""

import pytest

import domain.correspondence.reactions  # noqa: F401 - they register themselves
from domain.correspondence.actions.conversations.write_ready_answer import WriteReadyAnswer, write_ready_answer
from domain.intake.actions.conversation.write_about_application import WriteAboutApplication, write_about_application
from domain.intake.queries.applications_to_check import applications_by_id
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_citizen, an_operator

ARABIC = "متى الجواب؟"


@pytest.fixture
async def path(office: Office) -> str:
    """Rosa has written about her application, in Arabic; the conversation's page."""
    application_id = await office.an_application()
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        asked = (await applications_by_id(work, SYSTEM, [application_id]))[application_id]
    rosa = a_citizen(office.territory, asked.applicant_id)
    async with unit_of_work(rosa, bind=office.connection) as work:
        command = WriteAboutApplication(application_id=application_id, text=ARABIC, typed_in="ar")
        await write_about_application(work, rosa, command)
    await office.follow()
    return f"/domande/{application_id}/conversazione"


async def test_an_operator_finds_it_in_the_queue_and_answers_with_a_ready_answer(office: Office, path: str) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        head = await an_operator(work, office.territory.office_id, (Role.OFFICE_HEAD,), names="Carla Capo")
    texts = {"it": "Stiamo lavorando.", "ar": "نحن نعمل."}
    async with unit_of_work(head, bind=office.connection) as work:
        answer_id = await write_ready_answer(work, head, WriteReadyAnswer(name="In corso", texts=texts))
    anna = await office.at_work(Role.SOCIAL_WORKER)
    queue = await anna.open("/conversazioni")
    page = await anna.open(queue.link("Maria Rosa Bellandi"))
    assert page.path == path
    assert ARABIC in page.text
    assert "il programma non lo traduce in العربية" in page.text
    empty = await anna.send(page.form("Manda la risposta"))
    assert empty.status == 422
    form = empty.form("Manda la risposta").fill({"ready_answer_id": str(answer_id), "text": "Chiami lunedì."})
    done = await anna.send(form)
    assert "Risposta mandata." in done.text
    assert "Stiamo lavorando." in done.text
    assert "Nessuna conversazione" in (await anna.open("/conversazioni")).text
    assert "Maria Rosa Bellandi" in (await anna.open("/conversazioni?vista=risposte&lingua=ar")).text
    assert "Nessuna conversazione" in (await anna.open("/conversazioni?vista=tutte&giorni=3")).text


async def test_a_document_of_the_application_goes_with_the_answer(office: Office, path: str) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    page = await anna.open(path)
    receipt = str(page.labelled("Ricevuta")["value"])
    done = await anna.send(page.form("Manda la risposta").fill({"kept": receipt}))
    assert "Risposta mandata." in done.text
    assert done.one(f'a[href="/documenti/{receipt}"]')


async def test_a_note_is_for_colleagues(office: Office, path: str) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    form = (await anna.open(path)).form("Salva come nota").fill({"text": "Sentire la figlia."})
    done = await anna.send(form)
    assert "Nota scritta" in done.text
    assert "Maria Rosa Bellandi" in (await anna.open("/conversazioni")).text


async def test_several_that_need_no_answer_are_set_aside_together_with_the_reason(office: Office, path: str) -> None:
    anna = await office.at_work(Role.SOCIAL_WORKER)
    queue = await anna.open("/conversazioni")
    chosen = str(queue.labelled("Scegli la conversazione")["value"])
    form = queue.form("Segna che non serve risposta").fill({"chosen": chosen})
    refused = await anna.send(form)
    assert refused.status == 422
    assert "Scrivi perché non serve una risposta." in refused.text
    done = await anna.send(refused.form("Segna che non serve risposta").fill({"reason": "Ha già telefonato."}))
    assert "Fatto per 1 conversazione." in done.text
    assert "Nessuna conversazione" in done.text
    assert "Ha già telefonato." in (await anna.open("/conversazioni?vista=senza-risposta")).text


async def test_another_comune_finds_neither_the_queue_nor_the_page(office: Office, path: str) -> None:
    ugo = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id, names="Ugo Vicino")
    assert "Nessuna conversazione" in (await ugo.open("/conversazioni")).text
    assert (await ugo.open(path)).status == 404


async def test_a_head_writes_a_ready_answer_in_two_languages_and_a_name_is_taken_once(office: Office) -> None:
    carla = await office.at_work(Role.OFFICE_HEAD, names="Carla Capo")
    page = await carla.open((await carla.open("/amministrazione/risposte")).link("Scrivi una risposta pronta"))
    without = await carla.send(page.form("Salva la risposta").fill({"name": "Attesa", "text.ar": "انتظر"}))
    assert without.status == 422
    assert "انتظر" in without.answer.text
    done = await carla.send(without.form("Salva la risposta").fill({"text.it": "Serve ancora qualche giorno."}))
    assert "Risposta pronta salvata." in done.text
    assert "العربية" in done.text
    twice = page.form("Salva la risposta").fill({"name": "Attesa", "text.it": "Un altro testo."})
    refused = await carla.send(twice)
    assert refused.status == 422
    assert "C'è già una risposta pronta con questo nome." in refused.text
    kept = await carla.open((await carla.open("/amministrazione/risposte")).link("Attesa"))
    assert "Serve ancora qualche giorno." in kept.answer.text


async def test_an_administrator_says_in_how_many_days_an_office_answers(office: Office) -> None:
    ada = await office.at_work(Role.ENTE_ADMIN, names="Ada Regole")
    page = await ada.open(f"/uffici/{office.territory.office_id}/conversazioni")
    wrong = await ada.send(page.form("Salva").fill({"reply_days": "0"}))
    assert wrong.status == 422
    assert "Salvato." in (await ada.send(wrong.form("Salva").fill({"reply_days": "3"}))).text
