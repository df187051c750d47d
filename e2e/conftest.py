"""One demo and one browser for all journeys; a picture and the page's text of every journey that failed."""

import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, async_playwright

from e2e.support.running_demo import RunningDemo, running_demo
from e2e.support.visitor import DESKTOP, PHONE, Visitor, new_visitor

HERE = Path(__file__).resolve().parent
RESULTS = HERE.parent / "test-results"
CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
AFTER_ALL = "test_traces.py"
NewVisitor = Callable[..., Awaitable[Visitor]]
_failed = pytest.StashKey[bool]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks for traces comes last, in whatever order the journeys are made."""
    items.sort(key=lambda item: item.path == HERE / AFTER_ALL)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]") -> Any:
    """Remember which test failed, for the pictures."""
    report = yield
    if report.failed:
        item.stash[_failed] = True
    return report


@pytest.fixture(scope="session")
def demo() -> Iterator[RunningDemo]:
    """The whole system, with its invented people."""
    with running_demo() as running:
        yield running


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium: SPORTELLO_CHROMIUM, else Debian's, else the one Playwright has downloaded."""
    chosen = os.environ.get("SPORTELLO_CHROMIUM") or (CHROMIUM if Path(CHROMIUM).exists() else None)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=chosen, args=[*QUIET, *root])
        yield launched
        await launched.close()


@pytest.fixture
async def visitor_with(
    browser: Browser, demo: RunningDemo, request: pytest.FixtureRequest
) -> AsyncIterator[NewVisitor]:
    """Make visitors: ``await visitor_with(PHONE, scripts=False)``. They go away, looked over, after the test."""
    made: list[Visitor] = []

    async def make(screen: dict[str, Any] = PHONE, *, scripts: bool = True) -> Visitor:
        made.append(await new_visitor(browser, demo, screen, scripts=scripts))
        return made[-1]

    yield make
    has_failed = request.node.stash.get(_failed, False)
    for number, visitor in enumerate(made):
        if has_failed:
            await _keep(visitor, request.node.name, number)
        await visitor.context.close()
    for visitor in made if not has_failed else ():
        visitor.watch.check()


@pytest.fixture
async def phone(visitor_with: NewVisitor) -> Visitor:
    """A citizen's phone."""
    return await visitor_with(PHONE)


@pytest.fixture
async def desktop(visitor_with: NewVisitor) -> Visitor:
    """An operator's computer."""
    return await visitor_with(DESKTOP)


async def _keep(visitor: Visitor, test: str, number: int) -> None:
    RESULTS.mkdir(exist_ok=True)
    name = f"{re.sub(r'[^A-Za-z0-9_-]+', '-', test)}-{number}"
    await visitor.page.screenshot(path=RESULTS / f"{name}.png", full_page=True)
    told = "\n".join([visitor.page.url, *visitor.watch.problems, await visitor.page.content()])
    (RESULTS / f"{name}.txt").write_text(told)
