"""Somebody asks for help at home; the office takes it up; the person sees what becomes of it."""

import io
import re
from datetime import timedelta

import pikepdf
from PIL import Image
from playwright.async_api import FilePayload

from domain.kernel.clock import day_of, utcnow
from e2e.pages.application import Progress, Review, who_has_read
from e2e.pages.office import Desk, operator_sign_in
from e2e.pages.services import BeforeStarting, Home
from e2e.pages.sign_in import SignIn
from e2e.pages.step import answer_everything
from e2e.support.files import MEGABYTE, certificate_pdf, phone_photo, small_photo
from e2e.support.mail import letters_to
from e2e.support.pdf_text import is_tagged, text_of
from e2e.support.visitor import Visitor
from web.locale import long_date

SUBJECT = "C'è una novità sulla tua domanda"
DELICATE = ("assistenza", "domiciliare", "aiuto a casa", "isee", "invalid")
TERM_DAYS = 30


def papers() -> dict[str, list[FilePayload]]:
    """What people have at hand: two photos of the identity card, the back chosen first, and the doctor's PDF."""
    photo = FilePayload(name="IMG_20261120_101112.jpg", mimeType="image/jpeg", buffer=phone_photo())
    back = FilePayload(name="retro.jpg", mimeType="image/jpeg", buffer=small_photo())
    pdf = FilePayload(name="certificato.pdf", mimeType="application/pdf", buffer=certificate_pdf())
    assert 11 * MEGABYTE < len(photo["buffer"]) < 20 * MEGABYTE
    return {"identity": [back, photo], "medical_certificate": [pdf]}


async def apply_and_be_answered(citizen: Visitor, operator: Visitor, name: str, email: str) -> None:
    """The whole main job, from the first page to the answer of the office."""
    application_id, number = await apply_for_home_care(citizen, name)
    await the_receipt_comes_by_mail(citizen, email, number)
    await the_photos_are_one_document_upright_without_the_place(citizen, application_id)
    await the_office_takes_it_up(operator, name, number)
    await the_citizen_sees_it(citizen, application_id, number)


async def apply_for_home_care(citizen: Visitor, name: str) -> tuple[str, str]:
    """Home, card, sign in, every step, review, receipt: the application and its number."""
    card = await (await Home.open(citizen)).find_service()
    await card.apply()
    await SignIn(citizen).sign_in_as(name)
    assert citizen.page.url.endswith("/domande/nuova/assistenza-domiciliare"), "C.SE.1.1: back inside the flow"
    await BeforeStarting(citizen).start()
    await answer_everything(citizen, papers())
    review = Review(citizen)
    shown = await review.text()
    assert "Via delle Rose 3" in shown
    assert "certificato.pdf" in shown
    receipt = await review.send()
    application_id, number = receipt.application_id, await receipt.wait_until_ready()
    content = await receipt.pdf()
    said = text_of(content)
    assert number in said
    assert "Via delle Rose 3" in said
    assert "Dopo la caduta ho paura a fare la doccia." in said
    assert is_tagged(content)
    return application_id, number


async def the_receipt_comes_by_mail(citizen: Visitor, email: str, number: str) -> None:
    """One letter, with the receipt in it, that tells a passer-by nothing."""
    letter = (await letters_to(citizen.demo, email))[0]
    assert letter.message["Subject"] == SUBJECT
    assert not [word for word in DELICATE if word in letter.text.lower()]
    enclosed = letter.attachments[0].get_payload(decode=True)
    assert isinstance(enclosed, bytes)
    assert number in text_of(enclosed)


async def the_photos_are_one_document_upright_without_the_place(citizen: Visitor, application_id: str) -> None:
    """One PDF, pages in the order chosen at last; the large photo turned, without the place.

    With scripts it left the phone smaller than it was, and was put first; without them it went whole, as chosen.
    """
    await Progress.open(citizen, application_id)
    link = citizen.page.locator("main a[href^='/documenti/']").filter(has_text=re.compile("identit"))
    with pikepdf.open(io.BytesIO(await citizen.download(link.first))) as pdf:
        photos = [Image.open(io.BytesIO(page.Resources.XObject.Photo.read_raw_bytes())) for page in pdf.pages]
    large, small = photos if citizen.has_scripts else reversed(photos)
    assert small.size == (900, 600)
    assert large.width < large.height
    assert not large.getexif()
    with citizen.demo.database() as owner:
        asked = "SELECT max(length) FROM documents.upload WHERE about_id = %s::uuid"
        ((sent,),) = owner.execute(asked, [application_id]).fetchall()
    assert 0 < sent < 3 * MEGABYTE if citizen.has_scripts else sent is None


async def the_office_takes_it_up(operator: Visitor, name: str, number: str) -> None:
    """An operator of the person's comune finds it, reads it, takes charge, writes in the diary."""
    await operator_sign_in(operator, "Sara Bonfante")
    case = await (await Desk.open(operator)).open_row(number)
    assert name in await operator.page.locator(".bo-identity").inner_text()
    assert number in await case.open_application()
    case = await (await Desk.open(operator)).open_row(number)
    await case.take_charge()
    await case.write("phone_call", "Sentita la persona: visita a casa giovedì mattina.")
    diary = await case.diary()
    assert "visita a casa giovedì mattina" in diary
    assert "Sara Bonfante" in diary


async def the_citizen_sees_it(citizen: Visitor, application_id: str, number: str) -> None:
    """The state in plain words, the office, the last day for the answer, who has read the file."""
    progress = await Progress.open(citizen, application_id)
    shown = await progress.text()
    assert "Presa in carico" in shown
    assert "L'ufficio controlla la domanda" in await progress.stage_now()
    assert number in shown
    assert "Borgo Sereno" in shown
    assert long_date(day_of(utcnow()) + timedelta(days=TERM_DAYS)) in shown
    readings = [" ".join(row) for row in await who_has_read(citizen)]
    assert any("Servizio sociale di Borgo Sereno" in row for row in readings), readings
    assert "Sara Bonfante" not in " ".join(readings)


async def test_a_citizen_on_a_phone_applies_and_sees_the_answer_of_the_office(phone: Visitor, desktop: Visitor) -> None:
    await apply_and_be_answered(phone, desktop, "Stefano Brunelli", "stefano.brunelli@posta.example")
