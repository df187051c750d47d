"""An invitation to work at the offices' site: the letter, a password, the app of codes, the spare codes."""

import re

from e2e.pages.office import fresh_code
from e2e.support.mail import letters_to
from e2e.support.running_demo import Account
from e2e.support.visitor import Visitor

PHRASE = "quattro gatti sul tetto blu"


async def accept_invitation(visitor: Visitor, email: str) -> Account:
    """Follow the link of the letter to ``email`` and its steps, until one is in."""
    letter = (await letters_to(visitor.demo, email))[0]
    found = re.search(r"http\S+/invito/[\w-]+", letter.text)
    assert found, letter.text
    await visitor.open(found[0])
    page = visitor.page
    for box in ("password", "again"):
        await page.fill(f"main [name={box}]", PHRASE)
    await _press(visitor, "Salva la password")
    await _press(visitor, "Usa un'app")
    secret = (await page.locator("main code").inner_text()).replace(" ", "")
    account = Account(email, secret, PHRASE)
    await page.fill("main [name=code]", await fresh_code(account))
    await _press(visitor, "Conferma")
    await _press(visitor, "Mostra i codici")
    await _press(visitor, "Li ho messi al sicuro: entra")
    return account


async def _press(visitor: Visitor, name: str) -> None:
    await visitor.press(visitor.page.locator("main").get_by_role("button", name=name, exact=True))
