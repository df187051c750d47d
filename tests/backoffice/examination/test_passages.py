"""The page of an application moves it on: steps, visas, the colleague in charge."""

import io
from uuid import uuid4

import pytest
from PIL import Image

from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.kernel.clock import day_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.examination.conftest import Examined


def a_photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), (120, 10, 10)).save(made, "JPEG")
    return made.getvalue()


async def test_the_page_says_where_it_stands_how_the_day_is_reckoned_and_what_happened(examined: Examined) -> None:
    page = await (await examined.clerk()).open(examined.path)
    assert "Ricevuta" in page.text
    assert "Assegna la domanda e comincia il controllo." in page.text
    assert "Il termine parte dal" in page.text
    assert "Inizio del procedimento" in page.text
    assert page.link("Comincia il controllo") == f"{examined.path}/passaggi/start_check"


async def test_a_step_is_made_on_its_page_with_a_note_for_colleagues_alone(examined: Examined) -> None:
    browser = await examined.clerk()
    form = (await browser.open(f"{examined.path}/passaggi/start_check")).form("Conferma il passaggio")
    done = await browser.send(form.fill({"note": "Tutto in ordine, manca solo il telefono."}))
    assert "Passaggio fatto" in done.text
    assert "Controllo dei documenti" in done.text
    assert "Tutto in ordine, manca solo il telefono." in done.text
    standing = await examined.standing()
    assert standing.state.key == "formal_check"
    assert [one.note for one in standing.history] == ["", ""]


async def test_what_a_step_asks_is_missed_beside_its_field_and_nothing_is_lost(examined: Examined) -> None:
    browser = await examined.clerk()
    await examined.to_examination(browser)
    page = await browser.open(f"{examined.path}/passaggi/announce_rejection")
    refused = await browser.send(page.form("Chiedi il visto").fill({"note": "Da rivedere."}))
    assert refused.status == 422
    assert "Scrivi una risposta." in refused.text
    assert refused.labelled("Nota per i colleghi").get_text().strip() == "Da rivedere."
    assert (await examined.standing()).state.key == "examination"


async def test_who_was_slower_keeps_what_was_typed_and_reads_why(examined: Examined) -> None:
    first, second = await examined.clerk(), await examined.clerk("Ugo Lento")
    await examined.to_examination(first)
    slow = (await second.open(f"{examined.path}/passaggi/first_archive")).form("Conferma il passaggio")
    await examined.makes(first, "announce_rejection", reasons="Il reddito è troppo alto.")
    answer = await second.send(slow.fill({"answer.reasons": "La persona abita fuori."}))
    assert answer.status == 422
    assert "Nel frattempo un collega ha cambiato lo stato" in answer.text
    assert "La persona abita fuori." in answer.text
    assert "Questo passaggio adesso non si può fare" in answer.text


async def test_a_visa_is_asked_and_the_head_gives_it(examined: Examined) -> None:
    clerk, head = await examined.clerk(), await examined.head()
    await examined.to_examination(clerk)
    asked = await examined.makes(clerk, "first_grant")
    assert "Hai chiesto il visto" in asked.text
    await examined.office.follow()
    assert "Una domanda aspetta il tuo visto." in (await head.open("/avvisi")).text
    assert "Nessun avviso da leggere" in (await clerk.open("/avvisi")).text
    assert (await examined.standing()).state.key == "examination"
    page = await head.open(examined.path)
    assert "Aspetta il visto: Accogli la domanda" in page.text
    given = await head.send(page.form("Dai il visto"))
    assert "Hai dato il visto" in given.text
    assert (await examined.standing()).state.key == "granted"


async def test_a_visa_is_refused_only_with_what_is_to_be_put_right(examined: Examined) -> None:
    clerk, head = await examined.clerk(), await examined.head()
    await examined.to_examination(clerk)
    await examined.makes(clerk, "first_grant")
    form = (await head.open(examined.path)).form("Rifiuta il visto")
    assert (await head.send(form)).status == 422
    refused = await head.send(form.fill({"note": "Manca il parere."}))
    assert "Hai rifiutato il visto" in refused.text
    await examined.office.follow()
    assert "Un visto che hai chiesto è stato rifiutato" in (await clerk.open("/avvisi")).text
    assert "Accogli la domanda" in (await clerk.open(examined.path)).text


async def test_who_gives_no_visas_cannot_answer_one(examined: Examined) -> None:
    clerk = await examined.clerk()
    await examined.to_examination(clerk)
    await examined.makes(clerk, "first_grant")
    page = await clerk.open(examined.path)
    assert "Aspetta il visto" in page.text
    assert "Dai il visto" not in page.text
    assert (await clerk.client.post(f"{examined.path}/visti/{uuid4()}/conferma")).status_code == 403


async def test_who_has_no_case_takes_it_for_oneself_and_the_head_gives_it_to_another(examined: Examined) -> None:
    clerk, head = await examined.clerk(), await examined.head()
    page = await clerk.open(f"{examined.path}/assegnazione")
    names = [one.get_text() for one in page.labelled("Chi ne risponde da oggi").find_all("option")]
    assert names == ["Scegli", "Ada Mani"]
    own = page.labelled("Chi ne risponde da oggi").find_all("option")[1]["value"]
    taken = await clerk.send(page.form("Assegna").fill({"responsible_id": own}))
    assert "Domanda assegnata" in taken.text
    assert (await examined.standing()).responsible == "Ada Mani"
    given = await head.open(f"{examined.path}/assegnazione")
    heads = {one.get_text(): one["value"] for one in given.labelled("Chi ne risponde da oggi").find_all("option")}
    await head.send(given.form("Assegna").fill({"responsible_id": heads["Carla Capo"]}))
    assert (await examined.standing()).responsible == "Carla Capo"
    again = await head.open(f"{examined.path}/assegnazione")
    await head.send(again.form("Assegna").fill({"responsible_id": heads["Ada Mani"]}))
    await examined.office.follow()
    assert "Ti hanno assegnato una domanda." in (await clerk.open("/avvisi")).text


async def test_an_empty_choice_of_colleague_is_said_beside_the_field(examined: Examined) -> None:
    head = await examined.head()
    form = (await head.open(f"{examined.path}/assegnazione")).form("Assegna")
    assert (await head.send(form)).status == 422


@pytest.mark.parametrize("path", ["", "/passaggi/start_check", "/assegnazione"])
async def test_nobody_of_another_comune_opens_these_pages(examined: Examined, path: str) -> None:
    stranger = await examined.office.at_work(Role.ADMIN_CLERK, office_id=examined.office.territory.neighbour_office_id)
    assert (await stranger.open(examined.path + path)).status == 404


async def test_a_step_that_the_procedure_does_not_have_is_not_there(examined: Examined) -> None:
    assert (await (await examined.clerk()).open(f"{examined.path}/passaggi/fly")).status == 404


async def test_the_day_on_which_the_notice_was_received_starts_the_days_of_the_person(examined: Examined) -> None:
    head = await examined.head()
    await examined.to_examination(head)
    await examined.makes(head, "announce_rejection", reasons="Il reddito è troppo alto.")
    assert (await examined.standing()).answer_due_on is None
    page = await head.open(examined.path)
    assert "Avviso prima di dire no alla tua domanda" in page.text
    form = page.form("Scrivi il giorno")
    assert (await head.send(form.fill({"served_on": "2999-01-01"}))).status == 422
    done = await head.send(form.fill({"served_on": day_of(utcnow()).isoformat()}))
    assert "Giorno scritto" in done.text
    assert (await examined.standing()).answer_due_on


async def test_a_file_is_looked_at_beside_the_answers(examined: Examined) -> None:
    async with unit_of_work(examined.rosa, bind=examined.office.connection) as work:
        sent = await attach_document(
            work,
            examined.rosa,
            AttachDocument(
                application_id=examined.application_id, field="identity", content=a_photo(), file_name="carta.jpg"
            ),
        )
    browser = await examined.clerk()
    beside = await browser.open((await browser.open(examined.path)).link("carta.jpg"))
    shown = beside.one("#file img")["src"]
    assert shown == f"/documenti/{sent.document_id}"
    assert (await browser.client.get(str(shown))).headers["content-type"] == "image/jpeg"
    assert "Dopo la caduta ho paura a fare la doccia." in beside.text
