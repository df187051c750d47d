"""Signing in: the portal's page, and the demo identity providers behind it."""

import re
from urllib.parse import urlencode

from playwright.async_api import Locator

from e2e.support.visitor import Visitor


class SignIn:
    """Which identity opens the door."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page

    @classmethod
    async def open(cls, visitor: Visitor, then: str = "/area-personale") -> "SignIn":
        """Ask to be let in, to go on to ``then``."""
        await visitor.open(f"{visitor.demo.portal}/accedi?next={then}")
        return cls(visitor)

    async def sign_in_as(self, name: str) -> None:
        """Be recognised as the invented person called ``name``, and come back where one wanted to go."""
        await self.enter_with_cie(name)

    async def enter_with_cie(self, person: str) -> None:
        """Come in with CIE."""
        await (await self.choose_cie()).agree(person)

    async def enter_with_spid(self, person: str) -> None:
        """Come in with SPID."""
        await (await self.choose_spid()).agree(person)

    async def enter_with_eidas(self, person: str) -> None:
        """Come in with the identity of another country."""
        await (await self.choose_eidas()).agree(person)

    async def choose_cie(self) -> "IdentityProvider":
        """Go to the CIE provider."""
        await self.visitor.press(self.page.locator("main a[href^='/cie/login']"))
        return IdentityProvider(self.visitor)

    async def choose_spid(self) -> "IdentityProvider":
        """Open the list of SPID managers and go to the only one."""
        await self.page.locator("main .ss-spid summary").click()
        return await self._leave(self.page.locator("main .ss-spid a[href^='/spid/login']"))

    async def choose_eidas(self) -> "IdentityProvider":
        """Go to the Italian eIDAS node."""
        return await self._leave(self.page.locator("main .ss-ways > li > a[href^='/spid/login']"))

    async def _leave(self, link: Locator) -> "IdentityProvider":
        await carry(self.visitor, link, to=self.visitor.demo.identity)
        return IdentityProvider(self.visitor)


class IdentityProvider:
    """The screens of a demo identity provider: who are you, do you agree."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page with the people."""
        self.visitor, self.page = visitor, visitor.page

    @classmethod
    async def open(cls, visitor: Visitor, path: str, *, binding: str) -> "IdentityProvider":
        """Go to the SAML provider at ``path`` by a link of the portal that says how the request travels."""
        asked = urlencode({"idp": visitor.demo.identity + path, "binding": binding})
        await visitor.open(f"{visitor.demo.portal}/spid/login?{asked}")
        if binding == "post":
            await _wait_or_press(visitor, to=visitor.demo.identity, status=200)
        return cls(visitor)

    async def choose(self, person: str) -> None:
        """Be somebody; next comes the question whether one agrees."""
        await self.visitor.press(self.page.get_by_role("link", name=person, exact=True))

    async def agree(self, person: str, *, error: str = "", status: int = 200) -> None:
        """Be somebody and come back; ``error`` is what shall go wrong, ``status`` that of the portal's page."""
        await self.choose(person)
        if error:
            await self.page.locator("details summary").click()
            await self.page.locator("select[name=errore]").select_option(error)
        await self._go_back("form[action$='/consenso'] > button", status)

    async def refuse(self) -> None:
        """Do not agree."""
        await self._go_back("form[action$='/rifiuto'] button", 403)

    async def cancel(self) -> None:
        """Give up."""
        await self._go_back("form[action$='/annullamento'] button", 403)

    async def end_with(self, anomaly: str) -> None:
        """Come back with this anomaly or error."""
        await self.page.locator("details summary").click()
        await self._go_back(f"form[action$='/anomalia'] button[value='{anomaly}']", 403)

    async def _go_back(self, button: str, status: int) -> None:
        await carry(self.visitor, self.page.locator(button), to=self.visitor.demo.portal, status=status)


async def carry(visitor: Visitor, button: Locator, *, to: str, status: int = 200) -> None:
    """Press what leads to the site ``to``, perhaps over a page with a form that scripts send by themselves."""
    visitor.watch.expect_status(status)
    if not visitor.has_scripts:
        async with visitor.page.expect_navigation(wait_until="load"):
            await button.click()
        await _wait_or_press(visitor, to=to, status=status)
        return
    async with visitor.page.expect_navigation(url=re.compile(f"^{re.escape(to)}/"), wait_until="load") as gone:
        await button.click()
    answer = await gone.value
    assert answer is not None and answer.status == status, f"{visitor.page.url} answers {answer and answer.status}"
    visitor.watch.check()


async def sign_in(visitor: Visitor, name: str, then: str = "/area-personale") -> None:
    """Be signed in as ``name``, on the page ``then``."""
    await (await SignIn.open(visitor, then)).sign_in_as(name)


async def _wait_or_press(visitor: Visitor, *, to: str, status: int) -> None:
    if visitor.has_scripts:
        await visitor.page.wait_for_url(f"{to}/**")
    elif not visitor.page.url.startswith(to):
        await visitor.press(visitor.page.locator("form[data-leave] button, form[data-send] button"), status=status)
