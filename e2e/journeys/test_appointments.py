"""Somebody without SPID books an appointment on the phone in at most six taps, and cancels it from the message."""

import re
from uuid import uuid4

import pytest
from playwright.async_api import Locator

from e2e.conftest import NewVisitor
from e2e.support.axe import violations
from e2e.support.mail import letters_to
from e2e.support.ruler import scrolls_sideways
from e2e.support.visitor import PHONE, Visitor

MOST_TAPS = 6
DIGITS = re.compile(r"\b(\d{3}) ?(\d{3})\b")


class Booking:
    """Somebody who books: every tap that leads on is counted, every page is looked at."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page, self.taps = visitor, visitor.page, 0
        self.wrong: list[str] = []

    async def look(self) -> None:
        """What stands in the way on this page."""
        if self.visitor.has_scripts:
            self.wrong += [f"{self.page.url} {line}" for line in await violations(self.page)]
            self.wrong += [f"{self.page.url} {line}" for line in await scrolls_sideways(self.page)]

    async def tap(self, what: Locator) -> None:
        """One tap that leads to the next page."""
        self.taps += 1
        await self.visitor.press(what)
        await self.look()

    async def type(self, **answers: str) -> None:
        """Write into the fields."""
        for name, value in answers.items():
            await self.page.locator(f"[name={name}]").fill(value)

    @property
    def button(self) -> Locator:
        """The button that leads on."""
        return self.page.locator("main form[method=post] button.btn-primary").last


@pytest.mark.parametrize(("language", "scripts"), [("ar", True), ("it", False)], ids=["arabic", "no-scripts"])
async def test_an_appointment_in_six_taps(visitor_with: NewVisitor, language: str, scripts: bool) -> None:
    visitor = await visitor_with(PHONE, scripts=scripts)
    address = f"prova.{uuid4().hex[:8]}@posta.example"
    await visitor.choose_language(language)
    await visitor.open(f"{visitor.demo.portal}/prenota")
    booking = Booking(visitor)
    await booking.look()
    await visitor.press(visitor.page.locator("#needs a").first)
    await booking.look()
    if await visitor.page.locator("main article.ss-item").count():
        await booking.tap(visitor.page.locator("main article.ss-item a").first)
    await booking.tap(visitor.page.locator("main a.btn-primary[rel=nofollow]").first)
    await booking.type(given_name="Samira", family_name="Prova", email=address)
    await booking.tap(booking.button)
    code = DIGITS.search((await letters_to(visitor.demo, address))[0].message.get_content())
    assert code is not None
    await booking.type(code="".join(code.groups()))
    await booking.tap(booking.button)
    await booking.tap(booking.button)
    assert "fatto=prenotato" in visitor.page.url
    assert booking.taps <= MOST_TAPS
    await cancel_from_message(visitor_with, address, language, scripts)
    assert not booking.wrong, "\n".join(booking.wrong)


async def cancel_from_message(visitor_with: NewVisitor, address: str, language: str, scripts: bool) -> None:
    """Another browser opens the link of the message, shows three letters, and cancels."""
    later = await visitor_with(PHONE, scripts=scripts)
    await later.choose_language(language)
    message = (await letters_to(later.demo, address, at_least=2))[0].message
    words = message.get_body(("plain",))
    assert words is not None
    link = re.search(r"https?://\S+/appuntamenti/\w+", words.get_content())
    assert link is not None
    assert [part.get_content_type() for part in message.iter_attachments()] == ["text/calendar"]
    await later.open(link[0])
    await later.page.locator("[name=letters]").fill("PRO")
    await later.press(later.page.locator("main form[method=post] button.btn-primary"))
    await later.press(later.page.locator("main a[href$='/disdetta']"))
    await later.press(later.page.locator("main button.btn-danger"))
    assert "fatto=disdetto" in later.page.url
