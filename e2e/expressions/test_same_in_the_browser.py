"""The same 300 cases give the same result in Chromium as in Python."""

import json
from pathlib import Path

from playwright.async_api import Browser

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests/domain/catalogue/expressions/cases.json").read_text())
PLAY = "cases => cases.map(one => JSON.stringify(sportelloForm.valueOf(one.expression, one.answers)))"
HOLD = "cases => cases.map(one => sportelloForm.holds(one.expression, one.answers))"


def the_script() -> str:
    """The very file that pages load."""
    address = json.loads((ROOT / "static/manifest.json").read_text())["assets"]["form.js"]["url"]
    return (ROOT / address.removeprefix("/")).read_text()


async def test_the_browser_says_what_python_says(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content("<!doctype html><html lang='it'><title>Prova</title></html>")
    await page.evaluate(the_script())
    found = [json.loads(one) for one in await page.evaluate(PLAY, CASES)]
    wrong = [
        (case, result)
        for case, result in zip(CASES, found, strict=True)
        if json.dumps(result) != json.dumps(case["result"])
    ]
    assert wrong == []
    assert await page.evaluate(HOLD, CASES) == [bool(case["result"]) for case in CASES]
    await page.close()
