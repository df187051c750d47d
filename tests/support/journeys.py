"""The way through an application, as somebody without scripts goes it."""

from typing import Any

from tests.support.applications import ANSWERS
from tests.support.html import Browser, Files, Page

BEGIN = "/domande/nuova/assistenza-domiciliare"
TITLES = (
    "Chi ha bisogno di aiuto",
    "Casa e famiglia",
    "Redditi della famiglia (ISEE)",
    "Che cosa fa da sola la persona",
    "Che aiuto serve",
    "Documenti",
    "Dichiarazioni",
)


def answers_of(step: str, **changes: Any) -> dict[str, Any]:
    """What a person answers on a step; what we know already is left as it stands in the page."""
    known = {"codice_fiscale"} if step == "who" else set()
    return {name: value for name, value in (ANSWERS[step] | changes).items() if name not in known}


async def begin(browser: Browser) -> Page:
    """The first step of a new application."""
    page = await browser.open(BEGIN)
    return await browser.send(page.form("Inizia la domanda"))


async def answer(browser: Browser, page: Page, files: Files | None = None, **changes: Any) -> Page:
    """Fill in the step that ``page`` shows and go on; questions that come up on the way are answered too."""
    form = page.form("Salva e continua")
    step = str(form.fields["step"])
    values = answers_of(step, **changes)
    if files:
        values.pop("identity.later", None)
    there = {name: value for name, value in values.items() if page.soup.select(f'[name="{name}"]')}
    after = await browser.send(form.fill(there), files)
    if after.status == 200 and len(there) < len(values) and "qualche domanda in più" in after.text:
        return await browser.send(after.form("Salva e continua").fill(values))
    return after


async def to_step(browser: Browser, step: str) -> Page:
    """The page of the step, with everything before it answered."""
    page = await begin(browser)
    for _turn in range(len(TITLES)):
        form = page.form("Salva e continua")
        if form.fields["step"] == step:
            return page
        page = await answer(browser, page)
    raise AssertionError(f"no step {step!r}")


async def to_review(browser: Browser, files: Files | None = None) -> Page:
    """The review, with everything answered."""
    page = await begin(browser)
    for key in ANSWERS:
        assert page.form("Salva e continua").fields["step"] == key, page.text
        page = await answer(browser, page, files if key == "papers" else None)
    return page


async def send_all(browser: Browser) -> Page:
    """The receipt of an application that was sent just now."""
    page = await to_review(browser)
    return await browser.send(page.form("Invia la domanda"))
