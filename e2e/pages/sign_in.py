"""Signing in: the portal's page, and the demo identity provider behind it."""

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
        await self.visitor.press(self.page.locator("main form[action='/accedi/cie'] button"))
        await self.visitor.press(self.page.get_by_role("link", name=name, exact=True))
        await self.visitor.press(self.page.locator("form[action$='/consenso'] button"))


async def sign_in(visitor: Visitor, name: str, then: str = "/area-personale") -> None:
    """Be signed in as ``name``, on the page ``then``."""
    await (await SignIn.open(visitor, then)).sign_in_as(name)
