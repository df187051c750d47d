"""A person comes to the desk: the first contact is written with the keyboard alone, and survives a killed browser."""

import time

from playwright.async_api import expect

from e2e.conftest import NewVisitor
from e2e.pages.contact_sheet import ContactSheet
from e2e.pages.office import operator_sign_in
from e2e.support.visitor import DESKTOP, Visitor

WHO = "Luca Perini"
PERSON = "Maria Rosa Fontanelli"


async def at_the_desk(visitor: Visitor) -> ContactSheet:
    """Luca has the list of contacts before him."""
    await operator_sign_in(visitor, WHO)
    await visitor.open(f"{visitor.demo.backoffice}/accoglienza")
    return ContactSheet(visitor)


async def test_a_first_contact_by_keyboard_in_ninety_seconds_and_three_loads(desktop: Visitor) -> None:
    sheet = await at_the_desk(desktop)
    began = time.monotonic()
    await sheet.start()
    await sheet.choose_person("fontanelli maria", PERSON)
    await sheet.write("civil_status", "Vedov")
    await sheet.write("notice_way", "Letta")
    await sheet.write("channel", "Di")
    await sheet.tick("reasons")
    await sheet.write("needs.0.code", "Solitudine")
    await sheet.write("needs.1.code", "Aiuto a casa")
    await sheet.write("needs.2.code", "Bollette arretrate")
    await sheet.write("requests.0.code", "Assistenza domiciliare")
    await sheet.write("requests.1.code", "Telesoccorso")
    await sheet.write("outcome", "Orientamento")
    await sheet.complete()
    assert time.monotonic() - began < 90
    assert sheet.loads <= 3
    main = desktop.page.locator("main")
    await expect(main).to_contain_text("la scheda è completa")
    for words in ("Solitudine", "Aiuto a casa", "Bollette arretrate", "Telesoccorso"):
        await expect(main).to_contain_text(words)


async def test_a_draft_survives_a_killed_browser(desktop: Visitor, visitor_with: NewVisitor) -> None:
    sheet = await at_the_desk(desktop)
    await sheet.start()
    await sheet.write("family_name", "Interrotta")
    await sheet.write("reason_words", "La luce va via mentre scrivo")
    await expect(desktop.page.locator("#draft_state")).to_contain_text("Salvato da solo", timeout=15_000)
    await desktop.page.close(run_before_unload=False)
    later = await visitor_with(DESKTOP)
    await operator_sign_in(later, WHO)
    await later.open(f"{later.demo.backoffice}/accoglienza?vista=bozze")
    await later.press(later.page.locator("#rows a", has_text="Interrotta").first)
    await expect(later.page.locator("[name=reason_words]")).to_have_value("La luce va via mentre scrivo")
