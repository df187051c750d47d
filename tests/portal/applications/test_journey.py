"""From the card to the receipt to the page of the application, without scripts."""

from bs4 import BeautifulSoup

from tests.domain.documents.gateways.samples import blank_pdf, photo, saved
from tests.portal.conftest import Follow, Portal
from tests.support.html import Browser
from tests.support.journeys import BEGIN, TITLES, send_all, to_review
from tests.support.personas import DAVIDE
from tests.support.questions import Questions

FILES = [
    ("identity", ("carta.jpg", photo(), "image/jpeg")),
    ("medical_certificate", ("certificato.pdf", saved(blank_pdf()), "application/pdf")),
]


async def test_a_whole_application_with_a_photo_and_a_pdf(rosa: Browser, everything_that_follows: Follow) -> None:
    review = await to_review(rosa, FILES)
    assert review.heading == "Controlla e invia"
    assert "carta.jpg" in review.text
    assert "certificato.pdf" in review.text
    for title in TITLES:
        assert title in review.text
    assert "Dichiaro che le mie risposte sono vere." in review.text
    receipt = await rosa.send(review.form("Invia la domanda"))
    assert receipt.path.endswith("/ricevuta")
    assert "arriva tra poco" in receipt.text
    await everything_that_follows()
    receipt = await rosa.open(receipt.path)
    assert "arriva tra poco" not in receipt.text
    pdf = await rosa.client.get(receipt.link("Scarica la ricevuta (PDF)"))
    assert pdf.content.startswith(b"%PDF")
    assert pdf.headers["content-disposition"].startswith("attachment")
    assert pdf.headers["cache-control"] == "no-store"
    shown = await rosa.open(receipt.link("Vedi a che punto è"))
    assert "Adesso non devi fare niente" in shown.text
    assert "carta" in shown.text
    assert (await rosa.client.get(shown.link("carta"))).content.startswith(b"\xff\xd8")


async def test_every_step_shows_the_way_and_what_was_done(rosa: Browser) -> None:
    review = await to_review(rosa)
    steps = review.soup.select("ol.ss-steps-list li")
    assert [step.select("a, span")[0].get_text() for step in steps] == [*TITLES, "Controlla e invia"]
    assert [bool(step.find("a")) for step in steps] == [True] * len(TITLES) + [False]


async def test_a_double_click_and_the_back_button_send_one_application(
    rosa: Browser, everything_that_follows: Follow
) -> None:
    review = await to_review(rosa)
    first = await rosa.send(review.form("Invia la domanda"))
    await everything_that_follows()
    second = await rosa.send(review.form("Invia la domanda"))
    assert first.path == second.path
    assert second.status == 200
    listed = await rosa.open("/domande")
    assert len(listed.soup.select("article.ss-item")) == 1
    back = await rosa.open(first.path.replace("/ricevuta", "/passi/3"))
    assert back.path == first.path.removesuffix("/ricevuta")


async def test_the_same_service_begun_twice_is_one_draft(rosa: Browser) -> None:
    first = await rosa.send((await rosa.open(BEGIN)).form("Inizia la domanda"))
    second = await rosa.send((await rosa.open(BEGIN)).form("Inizia la domanda"))
    assert first.path == second.path


async def test_another_citizens_application_is_not_found(portal: Portal, rosa: Browser) -> None:
    receipt = await send_all(rosa)
    davide = await portal.signed_in(DAVIDE)
    number = receipt.path.removesuffix("/ricevuta")
    for path in ("", "/ricevuta", "/riepilogo", "/passi/1", "/rinuncia"):
        assert (await davide.open(number + path)).status == 404, path


async def test_who_is_not_signed_in_signs_in_and_comes_back(visitor: Browser) -> None:
    page = await visitor.open(BEGIN)
    assert page.path == "/accedi"
    assert page.answer.url.params["next"] == BEGIN


async def test_an_application_is_given_up(rosa: Browser, everything_that_follows: Follow) -> None:
    receipt = await send_all(rosa)
    await everything_that_follows()
    shown = await rosa.open(receipt.path.removesuffix("/ricevuta"))
    asked = await rosa.open(shown.link("Rinuncia alla domanda"))
    done = await rosa.send(asked.form("Rinuncia alla domanda"))
    assert "Hai rinunciato" in done.text
    again = await rosa.send(asked.form("Rinuncia alla domanda"))
    assert again.status == 422


async def test_a_promised_document_is_sent_afterwards(rosa: Browser) -> None:
    shown = await rosa.open((await send_all(rosa)).path.removesuffix("/ricevuta"))
    assert "Che cosa devi fare" in shown.text
    late = shown.form("Manda i documenti")
    wrong = await rosa.send(late, [("identity", ("carta.pdf", b"MZ" + bytes(400), "application/pdf"))])
    assert wrong.status == 422
    assert "programma" in wrong.text
    done = await rosa.send(late, [("identity", ("carta.jpg", photo(), "image/jpeg"))])
    assert done.status == 200
    assert "Adesso non devi fare niente" in done.text


async def test_the_receipt_asks_again_by_itself_until_it_is_there(
    rosa: Browser, everything_that_follows: Follow
) -> None:
    receipt = await send_all(rosa)
    assert receipt.one("#receipt_state")["hx-get"] == receipt.path
    assert receipt.link("Guarda se è pronta") == receipt.path
    await everything_that_follows()
    part = await rosa.client.get(receipt.path, headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    swapped = BeautifulSoup(part.text, "html.parser").find(id="receipt_state")
    whole = (await rosa.open(receipt.path)).one("#receipt_state")
    assert str(swapped) == str(whole)
    assert not whole.has_attr("hx-get")


async def test_the_pages_ask_the_database_a_fixed_number_of_times(rosa: Browser, questions: Questions) -> None:
    receipt = await send_all(rosa)
    await rosa.open("/domande")
    number = receipt.path.removesuffix("/ricevuta")
    for path, at_most in (("/domande", 13), (number, 33), (receipt.path, 14), ("/area-personale", 20)):
        with questions(at_most=at_most):
            assert (await rosa.open(path)).status == 200
