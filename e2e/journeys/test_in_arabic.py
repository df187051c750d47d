"""A mother who reads Arabic better than Italian applies in her language, from right to left."""

from playwright.async_api import expect

from e2e.journeys.test_home_care import papers
from e2e.pages.application import Progress, Review
from e2e.pages.services import BeforeStarting, Home
from e2e.pages.sign_in import SignIn
from e2e.pages.step import Step, answer_everything
from e2e.support.mail import letters_to
from e2e.support.pdf_text import is_tagged, text_of
from e2e.support.visitor import Visitor


async def reads_from_right_to_left(visitor: Visitor) -> None:
    """The page is in Arabic, mirrored; numbers and codes are not turned round."""
    html = visitor.page.locator("html")
    await expect(html).to_have_attribute("lang", "ar")
    await expect(html).to_have_attribute("dir", "rtl")
    assert ".rtl." in str(await visitor.page.locator("link[rel=stylesheet]").get_attribute("href"))


async def test_a_citizen_applies_in_arabic_up_to_the_receipt(phone: Visitor) -> None:
    await phone.choose_language("ar")
    card = await (await Home.open(phone)).find_service()
    await reads_from_right_to_left(phone)
    await card.apply()
    await SignIn(phone).sign_in_as("Fatima El Amrani")
    await reads_from_right_to_left(phone)
    await BeforeStarting(phone).start()
    await expect(Step(phone).form.locator("[name=codice_fiscale]")).to_have_attribute("dir", "ltr")
    await answer_everything(phone, papers())
    await reads_from_right_to_left(phone)
    assert "Via delle Rose 3" in await Review(phone).text()
    receipt = await Review(phone).send()
    number = await receipt.wait_until_ready()
    await reads_from_right_to_left(phone)
    content = await receipt.pdf()
    assert number in text_of(content)
    assert is_tagged(content)
    letter = (await letters_to(phone.demo, "fatima.elamrani@posta.example"))[0]
    assert any("\u0600" <= sign <= "\u06ff" for sign in str(letter.message["Subject"]))
    await Progress.open(phone, receipt.application_id)
    await reads_from_right_to_left(phone)
