"""The criteria by which Designers Italia judges a service of a comune (C.SE.*), on the running portal."""

import json
import re

from playwright.async_api import expect

from e2e.pages.application import Progress, Receipt, Review
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import SignIn, sign_in
from e2e.pages.step import Step, answer_everything, answer_step
from e2e.support.answers import HOME_CARE
from e2e.support.visitor import Visitor

CARD = "/servizi/assistenza-domiciliare"
FONTS = re.compile(r'^"?(Titillium Web|Lora|Roboto Mono)')
SECTIONS = [
    "A chi è rivolto",
    "Come fare",
    "Cosa serve",
    "Cosa si ottiene",
    "Tempi e scadenze",
    "Accedi al servizio",
    "Condizioni di servizio",
    "Contatti",
]
CARD_ELEMENTS = [
    "service-title",
    "service-description",
    "service-status",
    "service-topic",
    "breadcrumb",
    "page-index",
    "service-addressed",
    "service-how-to",
    "service-needed",
    "service-achieved",
    "service-calendar-text",
    "service-calendar-list",
    "service-online-access",
    "service-booking-access",
    "service-generic-access",
    "service-file",
    "service-area",
    "metatag",
]
EVERYWHERE = [
    "accessibility-link",
    "privacy-policy-link",
    "legal-notes",
    "faq",
    "report-inefficiency",
    "appointment-booking",
    "personal-area-login",
]
RATING = [
    "feedback",
    "feedback-title",
    "feedback-rate-1",
    "feedback-rate-2",
    "feedback-rate-3",
    "feedback-rate-4",
    "feedback-rate-5",
    "feedback-rating-positive",
    "feedback-rating-negative",
    "feedback-rating-question",
    "feedback-rating-answer",
    "feedback-input-text",
]
STEPS = 8


async def begin(visitor: Visitor, name: str) -> None:
    """The citizen called ``name``, on the first step of a new application."""
    await sign_in(visitor, name)
    await BeforeStarting.open(visitor)
    await BeforeStarting(visitor).start()


async def missing(visitor: Visitor, names: list[str]) -> list[str]:
    """Those of the elements that the page lacks."""
    return [name for name in names if not await visitor.page.locator(f"[data-element='{name}']").count()]


async def test_cse11_from_the_card_through_the_sign_in_into_the_flow(phone: Visitor) -> None:
    await phone.open(phone.demo.portal + CARD)
    await phone.press(phone.page.locator("[data-element=service-generic-access]"))
    await SignIn(phone).sign_in_as("Dino Bertarini")
    assert phone.page.url.endswith("/domande/nuova/assistenza-domiciliare")


async def test_cse12_16_18_22_draft_steps_and_booking_at_every_step(phone: Visitor) -> None:
    await begin(phone, "Franca Morigini")
    while "/passi/" in phone.page.url:
        step, here = Step(phone), phone.page.url
        key = await step.key()
        await expect(phone.page.locator("nav.ss-steps li")).to_have_count(STEPS)
        await expect(phone.page.locator("nav.ss-steps li[aria-current=step]")).to_have_count(1)
        await expect(phone.page.locator("a.ss-back")).to_be_visible()
        assert await missing(phone, EVERYWHERE) == []
        assert await phone.page.locator("main ~ div [href='/prenota'], main [href='/prenota']").count(), key
        await step.stop_here()
        assert phone.page.url.endswith("/domande?salvata=1")
        await phone.open(here)
        await answer_step(phone, HOME_CARE[key] | ({"identity.later": "yes"} if key == "papers" else {}))
    assert "/riepilogo" in phone.page.url


async def test_cse13_the_fonts_are_those_of_italian_pages(phone: Visitor) -> None:
    for path in ("/", CARD, "/accedi"):
        await phone.open(phone.demo.portal + path)
        used = await phone.page.evaluate(
            "[...new Set([...document.querySelectorAll('h1, h2, h3, p, li, label')]"
            ".map((one) => getComputedStyle(one).fontFamily))]"
        )
        assert used
        assert [family for family in used if not FONTS.match(family)] == []


async def test_cse14_15_17_19_110_review_known_facts_rating_stages_and_dates(phone: Visitor) -> None:
    await begin(phone, "Bruno Cavallarini")
    first = Step(phone)
    for name in ("codice_fiscale", "street", "city", "phone", "email"):  # C.SE.1.5: what is known is not asked again
        assert await first.value(name), name
    await answer_everything(phone)
    shown = await Review(phone).text()
    for answer in ("Via delle Rose 3", "8.400,50", "Dopo la caduta ho paura a fare la doccia.", "Fare la spesa"):
        assert answer in shown.replace("\u00a0", " "), answer
    await expect(phone.page.locator("main .ss-facts a[href*='/passi/']").first).to_be_visible()
    receipt = await Review(phone).send()
    number = await receipt.wait_until_ready()
    await the_rating_has_the_exact_words(phone)
    application_id = Receipt(phone).application_id
    shown = await (await Progress.open(phone, application_id)).text()
    assert number in shown
    assert re.search(r"Risposta entro\s+\w+ \d+ \w+ 20\d\d", shown), "C.SE.1.10: the last day for the answer"
    stages = phone.page.locator("ol.tappe li")
    assert await stages.count() >= 4
    assert await phone.page.locator("ol.tappe time").count() >= 2
    await phone.open(f"{phone.demo.portal}/area-personale/messaggi")  # C.SE.1.2: there, and by e-mail
    await expect(phone.page.locator("main article").first).to_contain_text("C'è una novità sulla tua domanda")


async def the_rating_has_the_exact_words(visitor: Visitor) -> None:
    """C.SE.1.7, to the letter: question, five stars, the two further questions with five answers each."""
    page = visitor.page
    assert await missing(visitor, RATING) == []
    assert await page.locator("[data-element=feedback-title]").inner_text() == (
        "Quanto è stato facile usare questo servizio?"
    )
    for kind, question in (
        ("negative", "Dove hai incontrato le maggiori difficoltà?"),
        ("positive", "Quali sono stati gli aspetti che hai preferito?"),
    ):
        group = page.locator(f"[data-element=feedback-rating-{kind}]")
        assert (await group.locator("[data-element=feedback-rating-question]").text_content()) == question
        await expect(group.locator("[data-element=feedback-rating-answer]")).to_have_count(5)
        await expect(group).to_be_hidden()
    for star, kind in ((2, "negative"), (5, "positive")):
        await page.locator(f"[data-element=feedback-rate-{star}]").click()
        await expect(page.locator(f"[data-element=feedback-rating-{kind}]")).to_be_visible()


async def test_cse31_no_cookie_before_it_is_needed_and_none_of_others(phone: Visitor) -> None:
    await phone.open(phone.demo.portal + "/")
    found = await phone.context.cookies()
    assert {one.get("domain") for one in found} <= {"localhost"}
    assert {one.get("name") for one in found} <= {"portal-modulo"}, "only the one that protects forms"


async def test_the_card_has_every_element_in_the_order_of_the_model(phone: Visitor) -> None:
    await phone.open(phone.demo.portal + CARD)
    assert await missing(phone, [*CARD_ELEMENTS, *EVERYWHERE, *RATING]) == []
    headings = [text.strip() for text in await phone.page.locator("main h2").all_inner_texts()]
    assert [one for one in headings if one in SECTIONS] == SECTIONS
    told = json.loads(await phone.page.locator("[data-element=metatag]").inner_text())
    assert told["@type"] == "GovernmentService"
    for path in ("name", "serviceType", "serviceOperator.name", "areaServed.name", "audience.audienceType"):
        found = told
        for part in path.split("."):
            found = found[part]
        assert found, path
    assert told["availableChannel"]["serviceUrl"]
    assert told["availableChannel"]["serviceLocation"]["address"]


async def test_the_pages_are_of_the_design_system_and_say_their_licence(phone: Visitor) -> None:
    await phone.open(phone.demo.portal + "/note-legali")
    version = await phone.page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--bootstrap-italia-version')"
    )
    assert version.strip(" '\"").startswith("2.")
    heading = phone.page.locator("[data-element=legal-notes-section]")
    assert await heading.inner_text() == "Licenza dei contenuti"
    assert await missing(phone, ["legal-notes-body"]) == []
    faq = await phone.page.locator("[data-element=faq]").inner_text()
    assert "FAQ" in faq
