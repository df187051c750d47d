"""The days off of an ente on the screens: added, refused when they are no day, taken away."""

import pytest

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.support.html import Browser, Page

PATH = "/procedimenti/giorni"


async def adds(browser: Browser, **typed: str) -> Page:
    form = (await browser.open(f"{PATH}/nuovo")).form("Salva il giorno")
    return await browser.send(form.fill({name.replace("name_it", "name.it"): value for name, value in typed.items()}))


async def test_the_law_is_shown_with_its_source_and_nobody_changes_it(office: Office) -> None:
    page = await (await office.at_work(Role.ENTE_ADMIN)).open(PATH)
    assert "ogni anno, il 25 aprile" in page.text
    assert "ogni anno, il giorno dopo Pasqua" in page.text
    assert "L. 27 maggio 1949, n. 260" in page.text
    assert "non ha ancora scritto i suoi giorni" in page.text
    assert not page.soup.select("form[action$=eliminazione]")


async def test_a_patron_saint_a_bridge_and_a_weekday_are_added_and_taken_away(office: Office) -> None:
    browser = await office.at_work(Role.PLANNER)
    page = await adds(browser, name_it="San Prova", recurrence="year", day="2026-06-29")
    assert "ogni anno, il 29 giugno" in page.text
    assert "Solo per il termine del cittadino" in page.text
    page = await adds(browser, name_it="Ponte", kind="closure", recurrence="once", day="2026-12-07")
    assert "7 dicembre 2026" in page.text
    law = {"is_for_office": "true", "source": "Delibera di prova"}
    page = await adds(browser, name_it="Sabato", recurrence="week", weekday="5", ends_on="2030-01-01", **law)
    assert "ogni sabato" in page.text
    assert "Delibera di prova" in page.text
    assert len(page.soup.select("form[action$=eliminazione]")) == 3
    page = await browser.send(page.form("Togli San Prova"))
    assert "Giorno tolto" in page.text
    assert "29 giugno" not in page.text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"day": "2026-06-29"}, "name\\.it"),
        ({"name_it": "San Prova"}, "day"),
        ({"name_it": "San Prova", "recurrence": "once", "day": "2026-06-31"}, "day"),
        ({"name_it": "San Prova", "recurrence": "week", "day": "2026-06-29"}, "weekday"),
        ({"name_it": "San Prova", "day": "2026-06-29", "is_for_office": "true"}, "source"),
        (
            {"name_it": "Ponte", "day": "2026-06-29", "is_for_office": "true", "source": "x", "kind": "closure"},
            "is_for_office",
        ),
        ({"name_it": "San Prova", "day": "2026-06-29", "starts_on": "2026-02-01", "ends_on": "2026-01-01"}, "ends_on"),
    ],
)
async def test_what_is_no_day_is_said_beside_the_answer(office: Office, typed: dict[str, str], field: str) -> None:
    page = await adds(await office.at_work(Role.ENTE_ADMIN), **typed)
    assert page.status == 422
    assert page.one(f"#{field}-error")
    assert page.one("#day")["value"] == typed.get("day", "")
