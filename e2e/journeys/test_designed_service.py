"""Who runs an ente and is no programmer makes a procedure and a service; somebody asks for it, an operator decides."""

import time

from playwright.async_api import expect

from e2e.conftest import NewVisitor
from e2e.pages.application import Progress, Receipt, Review
from e2e.pages.office import operator_sign_in
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import sign_in
from e2e.pages.step import Step
from e2e.support.visitor import DESKTOP, PHONE, Visitor

ADMIN, CITIZEN, HEAD = "Silvano Tadini", "Silvia Gherardini", "Tommaso Vecchietti"
PROCEDURE, SERVICE, SLUG = "Buoni del Comune", "Buono per la spesa", "buono-per-la-spesa"
TWENTY_MINUTES = 20 * 60
SENTENCE = "Il Comune ha ricevuto la tua domanda di buono."
CARD = {
    "summary": "Un buono per comprare il cibo.",
    "addressed_to": "A chi ha pochi soldi.",
    "how_to": "Fai la domanda qui.",
    "needed": "Un documento",
    "obtained": "Un buono per la spesa.",
    "times": "Rispondiamo in un mese.",
    "conditions": "Devi vivere nel nostro Comune.",
    "costs": "È gratis.",
    "topic": "Soldi",
    "area": "Famiglie",
}


async def follow(visitor: Visitor, name: str) -> None:
    """Go where the link of this name leads."""
    await visitor.press(visitor.page.locator("main").get_by_role("link", name=name, exact=True).first)


async def press(visitor: Visitor, name: str) -> None:
    """Press the button of this name."""
    await visitor.press(visitor.page.locator("main").get_by_role("button", name=name, exact=True).first)


async def make_procedure(admin: Visitor) -> None:
    """Five states, like the short procedure; the first says to the citizen what this ente wants to say."""
    page = admin.page
    await admin.open(f"{admin.demo.backoffice}/procedimenti/nuovo")
    await page.fill("main [name=name]", PROCEDURE)
    await page.locator("main [name=template][value=short]").check()
    await press(admin, "Crea la bozza")
    assert await page.locator("main [id^='stato-']").count() == 5
    draft = page.url.split("?")[0]
    await admin.open(f"{draft}/stati/received")
    await page.fill("main [name='told.it']", SENTENCE)
    await press(admin, "Salva lo stato")
    await admin.open(f"{draft}/pubblicazione")
    await press(admin, "Pubblica da oggi")


async def make_service(admin: Visitor) -> None:
    """Two pages; on the second only those who pay a rent are asked how much."""
    page = admin.page
    await admin.open(f"{admin.demo.backoffice}/servizi")
    await page.fill("main [name=title]", SERVICE)
    await press(admin, "Inizia la bozza")
    await follow(admin, "Modifica la scheda")
    for name, words in CARD.items():
        await page.fill(f"main [name={name}]", words)
    await page.select_option("main [name=procedure_slug]", label=PROCEDURE)
    await page.locator("main [name=is_online]").check()
    await press(admin, "Salva la scheda")
    for title, kind, answers in (
        ("La tua casa", "choice", {"label": "Dove vivi?", "options": "In affitto\nIn casa mia"}),
        ("I tuoi soldi", "money", {"label": "Quanto paghi di affitto?"}),
    ):
        await follow(admin, "Aggiungi un passo")
        await page.fill("main [name=title]", title)
        await press(admin, "Salva il passo")
        await admin.press(page.get_by_role("link", name="Aggiungi una domanda", exact=True).last)
        await page.locator(f"main [name=tipo][value={kind}]").check()
        await press(admin, "Continua")
        for name, words in answers.items():
            await page.fill(f"main [name={name}]", words)
        if kind == "money":
            await page.select_option("main [name='line.1.question']", "dove_vivi")
            await page.select_option("main [name='line.1.comparison']", "is")
            await page.fill("main [name='line.1.value']", "In affitto")
        await press(admin, "Salva la domanda")
    await expect(page.locator("main")).to_contain_text("«Dove vivi?» è «In affitto»")
    await follow(admin, "Pubblica")
    await press(admin, "Pubblica il servizio")
    await expect(page.locator("main")).to_contain_text("Servizio pubblicato")


async def apply(citizen: Visitor) -> str:
    """Silvia lives in a rented home; the id of what she sent."""
    await sign_in(citizen, CITIZEN)
    await BeforeStarting.open(citizen, SLUG)
    await BeforeStarting(citizen).start()
    await Step(citizen).answer({"dove_vivi": "in_affitto"})
    await Step(citizen).go_on()
    await Step(citizen).answer({"quanto_paghi_di_affitto": "450,00"})
    await Step(citizen).go_on()
    await Review(citizen).send()
    await Receipt(citizen).wait_until_ready()
    return Receipt(citizen).application_id


async def test_a_service_designed_in_the_browser_is_asked_for_and_decided_within_twenty_minutes(
    visitor_with: NewVisitor,
) -> None:
    began = time.monotonic()
    admin, citizen, head = [await visitor_with(screen) for screen in (DESKTOP, PHONE, DESKTOP)]
    await operator_sign_in(admin, ADMIN)
    await make_procedure(admin)
    await make_service(admin)
    application_id = await apply(citizen)
    assert SENTENCE in await (await Progress.open(citizen, application_id)).text()
    await operator_sign_in(head, HEAD)
    await head.open(f"{head.demo.backoffice}/domande/{application_id}")
    for step in ("Comincia l'esame", "Accogli la domanda"):
        await follow(head, step)
        await press(head, "Conferma il passaggio")
    await expect(citizen.page.locator("main")).to_contain_text("ha ricevuto")
    told = ""
    for _try in range(20):
        told = await (await Progress.open(citizen, application_id)).text()
        if "La risposta è sì" in told:
            break
        await citizen.page.wait_for_timeout(500)
    assert "La risposta è sì" in told
    assert time.monotonic() - began < TWENTY_MINUTES
