"""The operators' site: signing in, the desk, a case."""

from pyotp.totp import TOTP

from e2e.support.visitor import Visitor


async def operator_sign_in(visitor: Visitor, name: str) -> None:
    """Be signed in as the operator called ``name``, with password and second factor."""
    account, demo = visitor.demo.operators[name], visitor.demo
    await visitor.open(f"{demo.backoffice}/accedi")
    await visitor.page.fill("[name=email]", account.email)
    await visitor.page.fill("[name=password]", demo.password)
    await visitor.page.fill("[name=code]", TOTP(account.totp_secret).now())
    await visitor.press(visitor.page.locator("main form[action='/accedi'] button[type=submit]"))


class Desk:
    """What waits for me."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page

    @classmethod
    async def open(cls, visitor: Visitor, view: str = "nuove") -> "Desk":
        """The desk in one of its views."""
        await visitor.open(f"{visitor.demo.backoffice}/scrivania?vista={view}")
        return cls(visitor)

    async def open_row(self, text: str) -> "Case":
        """Open the row in which ``text`` stands: a name, a number."""
        row = self.page.locator("#rows a").filter(has_text=text)
        if self.visitor.has_scripts:  # the case comes beside the queue, at its own address
            async with self.page.expect_response(lambda answer: "/casi/" in answer.url):
                await row.click()
            await self.page.locator("#case_detail .bo-identity").wait_for()
        else:
            await self.visitor.press(row)
        self.visitor.watch.check()
        return Case(self.visitor)


class Case:
    """The person, what was asked, what was done."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` has it on the screen, alone or beside the queue."""
        self.visitor, self.page = visitor, visitor.page
        self.detail = visitor.page.locator("#case_detail")

    async def take_charge(self) -> None:
        """Become responsible of it."""
        await self.visitor.press(self.detail.locator("form[action$='/presa-in-carico'] button"))

    async def open_application(self) -> str:
        """Read the application; everything it says."""
        await self.visitor.press(self.detail.locator("a[href^='/domande/']").first)
        return await self.page.locator("#application").inner_text()

    async def write(self, kind: str, text: str) -> None:
        """Add an entry to the diary."""
        form = self.detail.locator("#new_entry")
        await form.locator("summary").click()
        await form.locator("[name=kind]").select_option(kind)
        await form.locator("[name=text]").fill(text)
        await self.visitor.press(form.locator("button[type=submit]"))

    async def diary(self) -> str:
        """The diary."""
        return await self.detail.locator(".bo-diary").inner_text()
