"""Somebody who was written down twice, found and joined by the head of an office."""

from e2e.accessibility.moving import go, here
from e2e.pages.office import prove_again
from e2e.support.visitor import Visitor

WHO = "Giovanni Sartorelli"
TWINS = (("Tecla", "Altobelli"), ("Tecla", "Altobeli"))


async def twice(visitor: Visitor) -> list[str]:
    """Somebody written down twice: found, compared, joined."""
    page, records = visitor.page, []
    for given, family in TWINS:
        await go(visitor, "/anagrafe/persone/nuova")
        for name, value in (("given_name", given), ("family_name", family), ("born_on", "1961-02-01")):
            await page.fill(f"[name={name}]", value)
        await page.locator("[name=sex]").select_option("F")
        await visitor.press(page.get_by_role("button", name="Salva la persona"))
        records.append(here(visitor).removesuffix("/differenze"))
    await go(visitor, f"{records[0]}/doppi")
    await page.fill("[name=words]", TWINS[1][1])
    await visitor.press(page.locator("main form[action$='/ricerche'] button"))
    await visitor.press(page.locator("main form[action='/persone/doppi'] button").first)
    pair = here(visitor)
    return [f"{records[0]}/doppi", f"{records[0]}/codice-fiscale", pair, "/persone/doppi", "/persone/doppi?vista=unite"]


async def joined(visitor: Visitor, pair: str) -> list[str]:
    """The pair becomes one record; the pages that tell of it."""
    page = await go(visitor, pair)
    await page.fill("[name=reason]", "Lo ha detto lei allo sportello.")
    await visitor.press(page.get_by_role("button", name="Unisci le due schede"))
    if "/conferma" in page.url:
        await prove_again(visitor, WHO)
    merge = here(visitor)
    return [merge, f"{merge}/annullamento"]
