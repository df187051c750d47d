"""An application filled in at the desk, and the screen on which the person follows."""

from playwright.async_api import expect

from e2e.support.answers import Answers
from e2e.support.visitor import Visitor

BY_ITSELF_MS = 20_000
"""Pages that ask by themselves show what is new within some seconds."""


class AtTheDesk:
    """The operator's pages: beginning, the steps, the review."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is an operator of the desk."""
        self.visitor, self.page = visitor, visitor.page
        self.panel = visitor.page.locator("#screen")

    async def begin(self, who: str, service: str) -> None:
        """Find the person, say which service and by which document they were recognised."""
        await self.visitor.open(f"{self.visitor.demo.backoffice}/cerca?q={who.replace(' ', '+')}")
        await self.visitor.press(self.page.locator("main a[href^='/persone/']").first)
        await self.visitor.press(self.page.locator("main a[href$='/domande/nuova']"))
        await self.page.select_option("[name=service_slug]", service)
        await self.page.locator("[name=way][value=document]").check()
        await self.page.select_option("[name=document_kind]", "residence_permit")
        await self.page.fill("[name=document_number]", "I1234567")
        await self.page.fill("[name=document_expires_on]", "2099-01-01")
        await self.visitor.press(self.page.locator("main form .ss-actions button"))

    async def step_key(self) -> str:
        """Which step is on the screen."""
        return await self.page.locator("main input[name=step]").input_value()

    async def answer(self, answers: Answers) -> None:
        """Write what the person says; what is not asked is left."""
        for name, value in answers.items():
            field = self.page.locator(f"main [name='{name}']")
            if not await field.count():
                continue
            if await field.first.get_attribute("type") in ("radio", "checkbox"):
                for one in [value] if isinstance(value, str) else value:
                    await field.and_(self.page.locator(f"[value='{one}']")).check()
            else:
                await field.fill(str(value))

    async def go_on(self, answers: Answers) -> None:
        """Answer and save; questions that come up on the way are answered too."""
        await self.answer(answers)
        await self.visitor.press(self.page.locator("main .ss-actions button[value=on]"))
        if "altre=1" in self.page.url:
            await self.answer(answers)
            await self.visitor.press(self.page.locator("main .ss-actions button[value=on]"))

    async def show(self) -> None:
        """Save, and show the step to the person."""
        await self.visitor.press(self.page.locator("main .ss-actions button[value=show]"))

    async def link(self) -> str:
        """The address that the code holds."""
        return str(await self.page.locator("#screen-link").get_attribute("href"))

    async def hears(self, words: str) -> None:
        """The panel tells it by itself."""
        await expect(self.panel).to_contain_text(words, timeout=BY_ITSELF_MS)


class SecondScreen:
    """The person's telephone."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` has the telephone."""
        self.visitor, self.page = visitor, visitor.page
        self.heading = visitor.page.locator("main h1")
        self.link = ""

    async def open(self, link: str, *, status: int = 200) -> None:
        """Read the code and press the one button: the link opens here, and nowhere any more."""
        self.link = link
        await self.visitor.open(link)
        await self.visitor.press(self.page.locator("main form[action^='/insieme/'] button"), status=status)

    async def speak(self, language: str) -> None:
        """Go on in another language."""
        await self.visitor.press(self.page.locator(f"main nav a[lang={language}]"))

    async def say(self, word: str) -> None:
        """``yes``: what stands here is right; ``no``: it is not."""
        await self.visitor.press(self.page.locator(f"main button[name=word][value={word}]"))

    async def shows_another_than(self, heading: str) -> str:
        """The page goes on with the operator, by itself; the heading it has then."""
        await expect(self.heading).not_to_have_text(heading, timeout=BY_ITSELF_MS)
        return await self.heading.inner_text()

    async def photograph(self, name: str, content: bytes) -> None:
        """Send a photograph for the first document."""
        form = self.page.locator("main form[enctype]").first
        await form.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "image/jpeg", "buffer": content}
        )
        await self.visitor.press(form.locator("button"))
