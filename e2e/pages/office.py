"""The operators' site: signing in, the desk, a case."""

import asyncio
import time

from pyotp.totp import TOTP

from e2e.support.running_demo import Account
from e2e.support.visitor import Visitor

CODE_SECONDS = 30
_last_step: dict[str, int] = {}


async def fresh_code(account: Account) -> str:
    """A code of the app that was not used yet, as each counts once: that of now, or the next, or one waits."""
    step = _last_step[account.email] = max(int(time.time()) // CODE_SECONDS, _last_step.get(account.email, 0) + 1)
    await asyncio.sleep((step - 1) * CODE_SECONDS - time.time())  # at once when that is past: one code may be ahead
    return TOTP(account.totp_secret).at(step * CODE_SECONDS)


async def operator_sign_in(visitor: Visitor, name: str) -> None:
    """Be signed in as the operator called ``name``, with password and second factor."""
    await sign_in_with(visitor, visitor.demo.operators[name])


async def sign_in_with(visitor: Visitor, account: Account) -> None:
    """Be signed in with this account."""
    demo = visitor.demo
    await visitor.open(f"{demo.backoffice}/accedi")
    await visitor.page.fill("[name=email]", account.email)
    await visitor.page.fill("[name=password]", account.password or demo.password)
    await visitor.page.fill("[name=code]", await fresh_code(account))
    await visitor.press(visitor.page.locator("main form[action='/accedi'] button[type=submit]"))


async def prove_again(visitor: Visitor, name: str) -> None:
    """Say once more who one is, on the page that asks for password and code; the page one wanted follows."""
    page, account = visitor.page, visitor.demo.operators[name]
    await page.fill("main [name=proof_password]", visitor.demo.password)
    await page.fill("main [name=proof_code]", await fresh_code(account))
    await visitor.press(page.locator("main form:has([name=proof_code]) button[type=submit]"))


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
        row = self.page.locator("#rows a").filter(has_text=text).first  # several applications of one person: one case
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
