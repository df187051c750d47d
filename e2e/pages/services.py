"""The way to a service: the first page, the list, the card, and what to know before starting."""

from e2e.support.visitor import Visitor

HOME_CARE = "assistenza-domiciliare"


class Home:
    """What do you need?"""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page

    @classmethod
    async def open(cls, visitor: Visitor) -> "Home":
        """The first page of the portal."""
        await visitor.open(visitor.demo.portal + "/")
        return cls(visitor)

    async def find_service(self, slug: str = HOME_CARE) -> "ServiceCard":
        """Through the list of services to the card of one."""
        await self.visitor.press(self.page.locator("main .ss-tasks a[href='/servizi']"))
        await self.visitor.press(self.page.locator(f"main a[href='/servizi/{slug}']"))
        return ServiceCard(self.visitor)


class ServiceCard:
    """For whom, how, what is needed, how long it takes."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page

    async def apply(self) -> None:
        """Ask for the service online: who is not signed in is sent to do it."""
        await self.visitor.press(self.page.locator("[data-element=service-online-access]"))


class BeforeStarting:
    """What the application asks for, and for whom it is."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page

    @classmethod
    async def open(cls, visitor: Visitor, slug: str = HOME_CARE) -> "BeforeStarting":
        """The page, for who is signed in."""
        await visitor.open(f"{visitor.demo.portal}/domande/nuova/{slug}")
        return cls(visitor)

    async def people(self) -> list[str]:
        """For whom one may apply, as the page names them; nobody but oneself when it does not ask."""
        return await self.page.locator("main .ss-choice:has([name=for_person_id])").all_inner_texts()

    async def start(self, for_whom: str = "") -> None:
        """Begin the application, for oneself or for the person of this name: its first step is shown."""
        if for_whom:
            await self.page.locator("main .ss-choice", has_text=for_whom).locator("[name=for_person_id]").check()
        await self.visitor.press(self.page.locator("main form[action='/domande'] button[type=submit]"))
