"""What holds on every page about families: few questions to the database, every word translatable."""

import pytest

from domain.kernel.languages import LANGUAGES
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import offices_of
from domain.platform.work import unit_of_work
from domain.registry.queries.households.household_on import household_on
from domain.registry.terms import HouseholdKind
from domain.registry.terms.relations import RelationKind
from tests.backoffice.families.conftest import Folder
from tests.support.families import LATER, START
from tests.support.given import LONG_AGO, SYSTEM
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA, YOUSSEF
from tests.support.questions import Questions
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo
from web.locale import short_date

PAGES = {
    "nuclei": 24,
    "nuclei/nuovo": 22,
    "nuclei/{home}": 25,
    "nuclei/{home}/divisione": 18,
    "nuclei/{home}/unione": 18,
    "nuclei/{home}/componenti/{member}": 17,
    "nuclei/{home}/componenti/{member}/uscita": 17,
    "nuclei/confronto?primo={home}&secondo={home}": 20,
    "genogramma": 24,
    "ecomappa": 20,
    "legami/nuovo?da=ecomappa": 27,
    "legami/{relation}": 17,
    "legami/{relation}/fine": 17,
    "altre-figure/nuova": 30,
}


async def paths(folder: Folder) -> dict[str, int]:
    """The addresses, with how often each may ask."""
    family = folder.family
    relation = await family.relate(family.davide, RelationKind.CONFLICT, family.rosa)
    sheet = await family.ask(household_on, family.davide, HouseholdKind.REGISTRY, LATER)
    names = {"home": sheet.id, "member": sheet.members[1].id, "relation": relation}
    return {f"{folder.davide}/{path.format(**names)}": most for path, most in PAGES.items()}


async def names_of(folder: Folder) -> list[str]:
    """What the pages show that is nobody's language."""
    territory = folder.family.territory
    async with unit_of_work(SYSTEM, read_only=True, bind=folder.office.connection) as work:
        enti = [await ente(work, one) for one in territory.family]
        offices = [row for one in territory.family for row in await offices_of(work, SYSTEM, one)]
        today = work.today
    people = [one.full_name for one in (ROSA, DAVIDE, FATIMA, YOUSSEF, OKSANA)]
    parts = [part for name in people for part in name.split()]
    known = [*(row.name for row in (*enti, *offices)), "Servizi sociali", "Anna Prova", *people, *parts]
    days = (START, LATER, today, LONG_AGO)
    return [*known, *(one.native_name for one in LANGUAGES), *map(short_date, days)]


async def test_a_page_asks_no_more_than_it_did(folder: Folder, questions: Questions) -> None:
    for path, most in (await paths(folder)).items():
        await folder.browser.open(path)
        with questions(at_most=most):
            assert (await folder.browser.open(path)).status == 200, path


async def test_every_word_of_a_page_is_translatable(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    addresses, known = await paths(folder), await names_of(folder)
    speak_pseudo(monkeypatch)
    for path in addresses:
        page = await folder.browser.open(path)
        assert letters_outside_brackets(page.answer.text, known) == [], path
