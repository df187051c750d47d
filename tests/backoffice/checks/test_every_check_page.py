"""What holds on the pages of requirements and of the ISEE: few questions to the database, every word translatable."""

from datetime import timedelta

import pytest

from domain.catalogue.seeds.home_care_card import home_care_card
from domain.kernel.languages import LANGUAGES
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import offices_of
from domain.platform.work import unit_of_work
from domain.registry.queries.isee.isee_records_of import isee_in_force
from tests.backoffice.checks.conftest import ASKED, TODAY
from tests.backoffice.examination.conftest import Examined
from tests.support.given import SYSTEM
from tests.support.html import Browser
from tests.support.personas import ROSA
from tests.support.questions import Questions
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo
from web.locale import short_date

PAGES = {
    "/domande/{application}/requisiti/isee_below": 30,
    "/persone/{person}/isee": 24,
    "/persone/{person}/isee/nuovo": 22,
    "/persone/{person}/isee/{isee}": 24,
}


async def paths(examined: Examined) -> dict[str, int]:
    """The addresses, with how often each may ask."""
    async with unit_of_work(SYSTEM, read_only=True, bind=examined.office.connection) as work:
        row = await isee_in_force(work, SYSTEM, examined.rosa.person_id, TODAY)
    assert row
    names = {"application": examined.application_id, "person": examined.rosa.person_id, "isee": row.id}
    return {path.format(**names): most for path, most in PAGES.items()}


async def looked_at(examined: Examined) -> Browser:
    """A clerk who has confirmed the first requirement."""
    clerk = await examined.clerk()
    await clerk.send((await clerk.open(examined.path)).form("Conferma"))
    return clerk


async def names_of(examined: Examined) -> list[str]:
    """What the pages show that is nobody's language, or the ente's own."""
    territory = examined.office.territory
    async with unit_of_work(SYSTEM, read_only=True, bind=examined.office.connection) as work:
        enti = [await ente(work, one) for one in territory.family]
        offices = [row for one in territory.family for row in await offices_of(work, SYSTEM, one)]
    own = [word for one in ASKED for word in (one.sentence, one.source, one.how_to_mend) if word]
    known = [*(row.name for row in (*enti, *offices)), "Servizi sociali", "Ada Mani", ROSA.full_name]
    known.append(home_care_card().title.in_("it"))
    known += [one.in_("it").replace("'", "&#39;") for one in own]
    return [*known, *(one.native_name for one in LANGUAGES), short_date(TODAY), short_date(TODAY + timedelta(days=9))]


async def test_a_page_asks_no_more_than_it_did(examined: Examined, questions: Questions) -> None:
    browser = await looked_at(examined)
    for path, most in (await paths(examined)).items():
        await browser.open(path)
        with questions(at_most=most):
            assert (await browser.open(path)).status == 200, path


async def test_every_word_of_a_page_is_translatable(examined: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = await looked_at(examined)
    addresses, known = await paths(examined), await names_of(examined)
    speak_pseudo(monkeypatch)
    for path in addresses:
        page = await browser.open(path)
        assert letters_outside_brackets(page.answer.text, known) == [], path
