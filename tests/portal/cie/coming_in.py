"""Going to the provider and coming back, as a browser does."""

from typing import Any
from urllib.parse import urlencode

from tests.support.html import Browser, Page
from tests.support.outside.cie import PROVIDER, Cie

LOGIN = "/cie/login?" + urlencode({"op": PROVIDER, "next": "/domande"})


async def leave(browser: Browser, address: str = LOGIN) -> str:
    """The address of the provider to which the browser is sent."""
    sent = await browser.client.get(address, follow_redirects=False)
    assert sent.status_code == 302
    assert sent.headers["cache-control"] == "no-store"
    return sent.headers["location"]


async def sign_in(browser: Browser, cie: Cie, **changes: Any) -> Page:
    return await browser.open(f"/cie/callback?{cie.come_back(await leave(browser), **changes)}")


async def is_outside(browser: Browser) -> bool:
    return (await browser.open("/area-personale")).path == "/accedi"
