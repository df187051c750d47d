"""What Rosa answers to the office: what is missing, observations before a no, a request to look again."""

import io

from PIL import Image

from domain.intake.actions.examination.request_integration import AskedItem
from domain.intake.terms import ItemKind
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.note_reply import NoteReply, note_reply
from tests.portal.replies.conftest import Examined
from tests.support.given import SYSTEM
from tests.support.html import Page
from tests.support.personas import DAVIDE

IDENTITY = AskedItem(question="identity", note="Serve anche il retro.")
DOCTOR = AskedItem(label="Il nome del tuo medico", kind=ItemKind.ANSWER)


def a_photo(colour: int = 120) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), (colour, 10, 10)).save(made, "JPEG")
    return made.getvalue()


def field_of(page: Page, label: str) -> str:
    return str(page.labelled(label)["name"])


async def test_rosa_reads_what_is_missing_and_by_when(examined: Examined) -> None:
    await examined.asked(IDENTITY, DOCTOR)
    page = await examined.browser.open(examined.path)
    assert "Nella tua domanda manca qualcosa" in page.text
    assert "Serve anche il retro." in page.text
    assert "Hai tempo fino al" in page.text
    assert "Il nome del tuo medico" in page.text


async def test_with_the_last_answer_the_term_goes_on_by_itself(examined: Examined) -> None:
    await examined.asked(IDENTITY, DOCTOR)
    page = await examined.browser.open(examined.path)
    doctor = page.form("Manda le risposte").fill({field_of(page, "Il nome del tuo medico"): "Dottor Bianchi"})
    once = await examined.browser.send(doctor)
    assert "Abbiamo ricevuto quello che hai mandato" in once.text
    assert (await examined.standing()).deadline.is_suspended
    photo = (field_of(once, "Documento d'identità"), ("retro.jpg", a_photo(), "image/jpeg"))
    done = await examined.browser.send(once.form("Manda le risposte"), [photo])
    assert "Manca ancora" not in done.text
    assert "retro.jpg" in done.text
    standing = await examined.standing()
    assert standing.state.key == "examination"
    assert not standing.deadline.is_suspended


async def test_an_empty_form_and_a_file_that_is_none_are_said_beside_the_field(examined: Examined) -> None:
    await examined.asked(IDENTITY, DOCTOR)
    page = await examined.browser.open(examined.path)
    empty = await examined.browser.send(page.form("Manda le risposte"))
    assert empty.status == 422
    assert "Rispondi almeno a una richiesta." in empty.text
    wrong = (field_of(page, "Documento d'identità"), ("retro.jpg", b"not a photo", "image/jpeg"))
    typed = page.form("Manda le risposte").fill({field_of(page, "Il nome del tuo medico"): "Dottor Bianchi"})
    refused = await examined.browser.send(typed, [wrong])
    assert refused.status == 422
    assert "Dottor Bianchi" in refused.text  # the answer that is right is kept


async def test_nobody_else_sees_or_answers_what_rosa_is_asked(examined: Examined) -> None:
    await examined.asked(DOCTOR)
    davide = await examined.portal.signed_in(DAVIDE)
    assert (await davide.open(examined.path)).status == 404
    assert (await davide.client.post(f"{examined.path}/integrazioni")).status_code in (403, 404)


async def test_rosa_reads_the_reasons_and_sends_observations_before_the_no(examined: Examined) -> None:
    await examined.moved("start_check", "start_examination")
    await examined.moved("announce_rejection", reasons="Il reddito è troppo alto.")
    page = await examined.browser.open((await examined.browser.open(examined.path)).link("Scrivi le tue osservazioni"))
    assert "Il reddito è troppo alto." in page.text
    assert (await examined.browser.send(page.form("Manda le osservazioni"))).status == 422
    form = page.form("Manda le osservazioni").fill({"text": "Quest'anno non lavoro più."})
    done = await examined.browser.send(form, [("files", ("lettera.jpg", a_photo(40), "image/jpeg"))])
    assert "Abbiamo ricevuto le tue osservazioni" in done.text
    assert "Quest'anno non lavoro più." in done.text
    assert "lettera.jpg" in done.text
    assert (await examined.standing()).state.key == "final_examination"


async def test_without_a_notice_there_is_nothing_to_observe(examined: Examined) -> None:
    assert (await examined.browser.open(f"{examined.path}/osservazioni")).status == 422
    assert (await examined.browser.open(f"{examined.path}/riesame")).status == 422


async def test_rosa_asks_to_look_again_at_a_decision(examined: Examined) -> None:
    await examined.moved("start_check", "start_examination", "first_grant", "notify_granted")
    page = await examined.browser.open((await examined.browser.open(examined.path)).link("guardare di nuovo"))
    assert (await examined.browser.send(page.form("Manda la richiesta"))).status == 422
    done = await examined.browser.send(page.form("Manda la richiesta").fill({"why": "Le ore sono poche."}))
    assert "Abbiamo ricevuto la tua richiesta" in done.text
    assert (await examined.standing()).state.key == "review_requested"


async def test_a_late_answer_is_kept_and_moves_nothing(examined: Examined) -> None:
    await examined.asked(DOCTOR)
    async with unit_of_work(SYSTEM, bind=examined.portal.connection) as work:
        await note_reply(work, SYSTEM, NoteReply(subject_id=examined.application_id))
    await examined.moved("announce_rejection", reasons="Il reddito è troppo alto.")
    page = await examined.browser.open(examined.path)
    assert "va avanti anche senza queste risposte" in page.text
    assert "Rispondi a ogni richiesta" not in page.text
    form = page.form("Manda le risposte").fill({field_of(page, "Il nome del tuo medico"): "Dottor Bianchi"})
    assert "Dottor Bianchi" in (await examined.browser.send(form)).text
    assert (await examined.standing()).state.key == "rejection_announced"
