"""An ente begins with nothing: who runs it, no programmer, opens an office, calls somebody, makes a procedure and a
service; a citizen asks for it, the operator decides."""

import time

from playwright.async_api import expect

from domain.commands.seed_demo import NEWCOMER
from e2e.conftest import NewVisitor
from e2e.pages.application import Progress, Receipt, Review
from e2e.pages.invitation import accept_invitation
from e2e.pages.office import sign_in_with
from e2e.pages.services import BeforeStarting, Home
from e2e.pages.sign_in import sign_in
from e2e.pages.step import Step
from e2e.support.enti import open_empty_ente
from e2e.support.visitor import DESKTOP, PHONE, Visitor

CITIZEN, CODE = "Ornella Zambelli", NEWCOMER.codice_fiscale
ENTE, ENTE_SLUG, OFFICE = "Comune di Fonte Nuova al Piano", "fonte-nuova-al-piano", "Sportello di Fonte Nuova"
ADMIN_EMAIL, HEAD_EMAIL = "piera.valdinoci@fonte-nuova.example", "ivo.bellandi@fonte-nuova.example"
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


async def open_office(admin: Visitor) -> None:
    """The desk tells what the ente lacks; the first thing is an office that receives applications."""
    page = admin.page
    await expect(page.locator("#first_steps li").filter(has_text="da fare")).to_have_count(2)
    await follow(admin, "Apri un ufficio che riceve le domande")
    await page.fill("main [name=name]", OFFICE)
    await page.locator("main [name=kind][value=help_desk]").check()
    await page.locator("main [name=is_receiving_applications]").check()
    await press(admin, "Apri l'ufficio")


async def call_somebody(admin: Visitor) -> None:
    """The second is somebody who works there: then the first steps are done."""
    page = admin.page
    await admin.open(f"{admin.demo.backoffice}/")
    await follow(admin, "Registra chi lavora allo sportello")
    for name, words in {"given_name": "Ivo", "family_name": "Bellandi", "email": HEAD_EMAIL}.items():
        await page.fill(f"main [name={name}]", words)
    await page.select_option("main [name=office_id]", label=OFFICE)
    await page.select_option("main [name=role]", label="Responsabile dell'ufficio")
    await press(admin, "Registra e manda l'invito")
    await admin.open(f"{admin.demo.backoffice}/")
    await expect(page.locator("#first_steps")).to_have_count(0)


async def make_procedure(admin: Visitor) -> None:
    """Five states, like the short procedure; the first says to the citizen what this ente wants to say."""
    page = admin.page
    await admin.open(f"{admin.demo.backoffice}/procedimenti")
    await expect(page.locator("main")).to_contain_text("Il tuo ente non ha ancora procedimenti suoi")
    await follow(admin, "Parti dal procedimento breve")
    await page.fill("main [name=name]", PROCEDURE)
    await expect(page.locator("main [name=template][value=short]")).to_be_checked()
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
    await expect(page.locator("main")).to_contain_text("Non c'è ancora nessun servizio")
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


async def register(head: Visitor) -> None:
    """Who has just come to live there is written down at the desk."""
    await head.open(f"{head.demo.backoffice}/riconoscimenti/persone/nuova")
    for name, words in zip(("given_name", "family_name", "codice_fiscale"), (*CITIZEN.split(), CODE), strict=True):
        await head.page.fill(f"main [name={name}]", words)
    await press(head, "Salva e vai al documento")


async def apply(citizen: Visitor) -> str:
    """Ornella lives in a rented home; the id of what she sent."""
    await (await Home.open(citizen)).find_service(SLUG)
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


async def decide(head: Visitor) -> None:
    """The application waits in the queue of the office; examined, it is granted."""
    await head.open(f"{head.demo.backoffice}/istruttoria")
    await head.press(head.page.locator("main").get_by_role("link").filter(has_text=CITIZEN.split()[1]).first)
    for step in ("Comincia l'esame", "Accogli la domanda"):
        await follow(head, step)
        await press(head, "Conferma il passaggio")


async def test_an_empty_ente_gets_to_its_first_decision_in_the_browser_within_twenty_minutes(
    visitor_with: NewVisitor,
) -> None:
    began = time.monotonic()
    admin, citizen, head = [await visitor_with(screen) for screen in (DESKTOP, PHONE, DESKTOP)]
    await sign_in_with(admin, await open_empty_ente(admin.demo, ENTE_SLUG, ENTE, ADMIN_EMAIL))
    await open_office(admin)
    await call_somebody(admin)
    await make_procedure(admin)
    await make_service(admin)
    await accept_invitation(head, HEAD_EMAIL)
    await register(head)
    application_id = await apply(citizen)
    assert SENTENCE in await (await Progress.open(citizen, application_id)).text()
    await decide(head)
    told = ""
    for _try in range(20):
        told = await (await Progress.open(citizen, application_id)).text()
        if "La risposta è sì" in told:
            break
        await citizen.page.wait_for_timeout(500)
    assert "La risposta è sì" in told
    assert time.monotonic() - began < TWENTY_MINUTES
