"""The portal in a federation with one provider, and the ways through it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from domain.access.gateways.saml.parties import Departure
from tests.portal.conftest import Portal
from tests.support.html import Browser, Form, Page
from tests.support.saml.federation import Asked, Federation, enrolled

Leave = Callable[..., Awaitable[Asked]]


@pytest.fixture
async def federation(portal: Portal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[Federation]:
    """One SPID provider, in our register."""
    with enrolled(monkeypatch):
        found = Federation()
        await found.join(tmp_path, portal.connection)
        yield found


@pytest.fixture
def leave(federation: Federation) -> Leave:
    """Go to the provider with a browser; gives back what we asked of it."""

    async def going(browser: Browser, more: str = "", by: Federation = federation) -> Asked:
        page = await browser.open(by.login + more)
        assert page.status == 200, page.text
        form = Form(page.one("form[data-leave]"), page.one("form[data-leave] button"))
        return Asked(Departure(form.action, form.fields))

    return going


async def come_back(browser: Browser, fields: dict[str, str]) -> Page:
    """Bring the provider's answer."""
    return Page(await browser.client.post("/spid/acs", data=fields))
