"""The sheet of a first contact, filled in with the keyboard alone."""

from e2e.support.visitor import Visitor

MOST_TABS = 120
FOCUSED = "() => { const e = document.activeElement; return (e.name || '') + '|' + (e.textContent || '').trim() }"


class ContactSheet:
    """One page: who, how, needs, requests, outcome."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is signed in."""
        self.visitor, self.page, self.keys = visitor, visitor.page, visitor.page.keyboard
        self.loads = 0
        self.page.on("domcontentloaded", self._count)

    def _count(self, *_args: object) -> None:
        self.loads += 1

    async def start(self) -> None:
        """From the list of contacts, by its key."""
        self.loads = 0
        async with self.page.expect_navigation(wait_until="load"):
            await self.keys.press("n")

    async def go_to(self, name: str) -> None:
        """Press Tab until the field called ``name``, or the button with these words, has the focus."""
        for _time in range(MOST_TABS):
            field, _, words = str(await self.page.evaluate(FOCUSED)).partition("|")
            if name == field or (name and words.startswith(name)):
                return
            await self.keys.press("Tab")
        raise AssertionError(f"the keyboard does not reach {name!r}")

    async def write(self, name: str, text: str) -> None:
        """Type in a field, or choose in a list by the first letters."""
        await self.go_to(name)
        await self.keys.type(text)

    async def tick(self, name: str) -> None:
        """Tick the box that comes first in its group."""
        await self.go_to(name)
        await self.keys.press("Space")

    async def choose_person(self, words: str, full_name: str) -> None:
        """Type some words, and take the person among those found."""
        await self.write("who", words)
        await self.page.locator("#person_results button", has_text=full_name).first.wait_for()
        await self.go_to(full_name)
        await self.keys.press("Enter")
        await self.page.locator("input[name=person_id]").wait_for(state="attached")

    async def complete(self) -> None:
        """Press the button that completes it."""
        await self.go_to("Completa la scheda")
        async with self.page.expect_navigation(wait_until="load"):
            await self.keys.press("Enter")
        self.visitor.watch.check()
