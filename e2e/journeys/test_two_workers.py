"""One valid answer brought many times at once to two processes of the portal: one session, each time."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from bs4 import BeautifulSoup, Tag

from domain.commands.demonstration.processes import Processes
from e2e.conformance.installation import free_port
from e2e.support.running_demo import RunningDemo

TIMES, ROUNDS = 20, 3
COOKIE = "transazione"


@pytest.fixture
async def portals(demo: RunningDemo, tmp_path: Path) -> AsyncIterator[tuple[str, str]]:
    """The portal of the demo and another process of it, on the same database."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SPORTELLO_", "DATABASE_"))}
    processes = Processes(tmp_path, kept | {"SPORTELLO_CONFIG": str(demo.folder / "settings" / "demo.toml")})
    second = f"http://127.0.0.1:{free_port()}"
    try:
        processes.start("portale-2", "domain.cli", "serve", "portal", "--port", second.rpartition(":")[2])
        await asyncio.to_thread(processes.wait_for, f"{second}/readyz")
        yield demo.portal, second
    finally:
        await asyncio.to_thread(processes.stop)


async def test_a_valid_answer_brought_twenty_times_opens_one_session(
    demo: RunningDemo, portals: tuple[str, str]
) -> None:
    async with httpx.AsyncClient(timeout=30) as browser:
        for _round in range(ROUNDS):
            token, fields = await _answer(browser, demo)
            before = _sessions(demo)
            posts = (_bring(browser, portals[number % 2], demo, token, fields) for number in range(TIMES))
            answers = await asyncio.gather(*posts)
            assert sorted(one.status_code for one in answers) == [303, *[403] * (TIMES - 1)]
            assert sum("portal=" in one.headers.get("set-cookie", "") for one in answers) == 1
            assert _sessions(demo) - before == 1


async def _answer(browser: httpx.AsyncClient, demo: RunningDemo) -> tuple[str, dict[str, str]]:
    """What the provider says of somebody, and the token of the browser that asked."""
    asked = urlencode({"idp": f"{demo.identity}/saml", "binding": "redirect"})
    sent = await browser.get(f"{demo.portal}/spid/login?{asked}")
    people = await browser.get(sent.headers["location"], follow_redirects=True)
    link = BeautifulSoup(people.text, "html.parser").find("a", string=lambda text: "Paola Serafini" in (text or ""))
    assert isinstance(link, Tag)
    consent = await browser.get(str(people.url.join(str(link["href"]))))
    place, agreed = _form(consent, "form[action$='/consenso']")
    _back, fields = _form(await browser.post(place, data=agreed), "form[data-send]")
    return sent.cookies[COOKIE], fields


async def _bring(
    browser: httpx.AsyncClient, portal: str, demo: RunningDemo, token: str, fields: dict[str, str]
) -> httpx.Response:
    host = demo.portal.removeprefix("http://")
    headers = {"cookie": f"{COOKIE}={token}", "host": host, "origin": demo.identity}
    return await browser.post(f"{portal}/spid/acs", data=fields, headers=headers)


def _form(page: httpx.Response, selector: str) -> tuple[str, dict[str, str]]:
    form = BeautifulSoup(page.text, "html.parser").select_one(selector)
    assert form, page.text
    fields = {str(field["name"]): str(field.get("value", "")) for field in form.select("input[name]")}
    return str(page.url.join(str(form["action"]))), fields


def _sessions(demo: RunningDemo) -> int:
    with demo.database() as owner:
        row = owner.execute("SELECT count(*) FROM access.session WHERE site = 'portal'").fetchone()
    assert row
    return row[0]
