"""Acting for others: giving a delegation, answering it, taking it back, and the bar that says for whom one acts."""

from datetime import date

from e2e.support.visitor import Visitor


async def own_codice_fiscale(visitor: Visitor) -> str:
    """The codice fiscale of who is signed in, as the personal area shows it: one tells it to who gives a delegation."""
    await visitor.open(f"{visitor.demo.portal}/area-personale")
    return await visitor.page.locator("main .lead [translate=no]").inner_text()


class Delegations:
    """My delegations: those given and those received."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page

    @classmethod
    async def open(cls, visitor: Visitor) -> "Delegations":
        """The list."""
        await visitor.open(f"{visitor.demo.portal}/deleghe")
        return cls(visitor)

    async def text(self) -> str:
        """Everything on the page."""
        return await self.page.locator("main").inner_text()

    async def give(self, codice_fiscale: str, family_name: str, until: date) -> None:
        """Let somebody act for me in everything, from today; the days are those of the form."""
        page = self.page
        await self.visitor.press(page.locator("main a[href='/deleghe/nuova']"))
        await page.locator("[name=delegate_kind][value=person]").check()
        await page.fill("[name=delegate_codice_fiscale]", codice_fiscale)
        await page.fill("[name=delegate_family_name]", family_name)
        await page.locator("[name=scope][value=all]").check()
        for part, value in (("day", until.day), ("month", until.month), ("year", until.year)):
            await page.fill(f"[name='ends_on.{part}']", str(value))
        await self.visitor.press(page.locator("main form[action='/deleghe'] button[type=submit]"))

    async def show(self, other: str) -> None:
        """Open the first delegation with this person: what waits for an answer stands above everything else."""
        await self.visitor.press(self.page.locator("main .ss-item a", has_text=other).first)

    async def accept(self, other: str) -> None:
        """Accept what this person offers."""
        await self.show(other)
        await self.visitor.press(self.page.locator("main form[action$='/accettazione'] button"))

    async def take_back(self, other: str) -> None:
        """From now on this person may not act for me any more."""
        await self.show(other)
        await self.visitor.press(self.page.locator("main form[action$='/revoca'] button"))


async def acting_bar(visitor: Visitor) -> str:
    """What the bar says; empty where one acts for oneself."""
    bar = visitor.page.locator("main > section.ss-acting")
    return " ".join((await bar.inner_text()).split()) if await bar.count() else ""
