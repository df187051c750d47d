"""Households on the screen: as of a day, compared, composed, changed, divided and joined, with plain forms."""

from datetime import timedelta

from domain.kernel.roles import Role
from domain.registry.terms import HouseholdKind, Kinship
from tests.backoffice.families.conftest import Folder
from tests.support.families import LATER, START
from tests.support.html import Page
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA, YOUSSEF


async def registry(folder: Folder, day: str = "") -> Page:
    """The registry household of Davide."""
    page = await folder.browser.open(f"{folder.davide}/nuclei{day}")
    return await folder.browser.open(page.link("Nucleo anagrafico"))


async def test_the_households_of_a_day_are_shown_with_their_members(folder: Folder) -> None:
    page = await folder.browser.open(f"{folder.davide}/nuclei")
    for words in (FATIMA.full_name, "Marito o moglie", YOUSSEF.full_name, "Padre o madre", "1 gen 2020"):
        assert words in page.text
    before = await folder.browser.open(f"{folder.davide}/nuclei?giorno={START - timedelta(days=1)}")
    assert "In questo giorno non conosciamo nessun nucleo" in before.text


async def test_a_relational_household_takes_kinships_from_the_registry(folder: Folder) -> None:
    page = await folder.browser.open(f"{folder.davide}/nuclei/nuovo")
    form = page.form("Scrivi il nucleo").fill(
        {"starts_on": str(START), "members": [str(folder.family.fatima), str(folder.family.rosa)], "is_alone": "true"}
    )
    shown = await folder.browser.send(form)
    assert shown.heading.startswith("Nucleo relazionale")
    assert "Marito o moglie" in shown.text
    assert "Padre o madre" in shown.text
    assert "dice di vivere sola, ma nel nucleo c'è chi vive con lei" in shown.text
    calm = await folder.browser.send(shown.form("Non vive sola"))
    assert "dice di vivere sola, ma" not in calm.text


async def test_what_was_typed_stays_when_something_is_wrong(folder: Folder) -> None:
    page = await registry(folder)
    form = page.form("Aggiungi al nucleo").fill(
        {"codice_fiscale": OKSANA.codice_fiscale[:-1] + "A", "reason": "Abita qui"}
    )
    refused = await folder.browser.send(form)
    assert refused.status == 422
    assert "Non troviamo questa persona" in refused.text
    assert refused.labelled("Perché")["value"] == "Abita qui"
    unsaid = await folder.browser.send(
        refused.form("Aggiungi al nucleo").fill({"codice_fiscale": OKSANA.codice_fiscale})
    )
    assert unsaid.status == 422
    assert "dal nucleo anagrafico non si capisce" in unsaid.text
    form = unsaid.form("Aggiungi al nucleo").fill({"kinship": "not_related", "is_caregiver": "true"})
    added = await folder.browser.send(form)
    assert added.status == 200
    assert OKSANA.full_name in added.text
    assert "assiste la persona" in added.text


async def test_a_member_changes_and_leaves(folder: Folder) -> None:
    page = await registry(folder)
    member = await folder.browser.open(page.link(ROSA.full_name))
    refused = await folder.browser.send(member.form("Salva").fill({"how": "wrong", "starts_on": str(START)}))
    assert refused.status == 422, "a correction says why"
    form = refused.form("Salva").fill({"kinship": "parent_in_law", "reason": "È la suocera"})
    assert "Suocero o suocera" in (await folder.browser.send(form)).text
    page = await registry(folder)
    member = await folder.browser.open(page.link(ROSA.full_name))
    leaving = await folder.browser.open(member.link("Esce dal nucleo"))
    form = leaving.form("Togli dal nucleo").fill({"leaves_on": "2019-01-01", "reason": "Casa di riposo"})
    refused = await folder.browser.send(form)
    assert refused.status == 422
    done = await folder.browser.send(refused.form("Togli dal nucleo").fill({"leaves_on": str(LATER)}))
    assert ROSA.full_name not in done.text
    assert ROSA.full_name in (await registry(folder, f"?giorno={LATER - timedelta(days=1)}")).text


async def test_a_household_divides_and_joins_again(folder: Folder) -> None:
    page = await registry(folder)
    split = await folder.browser.open(page.link("Dividi il nucleo"))
    leavers = [str(folder.family.fatima), str(folder.family.youssef)]
    form = split.form("Dividi il nucleo").fill(
        {"leavers": leavers, "reference_id": leavers[0], "starts_on": str(LATER)}
    )
    refused = await folder.browser.send(form)
    assert refused.status == 422
    assert "Scegli la parentela di questa persona" in refused.text
    form = refused.form("Dividi il nucleo").fill({f"kinship-{leavers[1]}": "child"})
    done = await folder.browser.send(form)
    assert "Salvato" in done.text
    assert FATIMA.full_name not in done.text
    page = await registry(folder)
    join = await folder.browser.open(page.link("Unisci a un altro nucleo"))
    form = join.form("Unisci i nuclei").fill({"codice_fiscale": FATIMA.codice_fiscale, "kinship": "spouse"})
    asked = await folder.browser.send(form)
    assert asked.status == 422, "Fatima's child may be Davide's or not"
    form = asked.form("Unisci i nuclei").fill({f"kinship-{leavers[1]}": "child"})
    joined = await folder.browser.send(form)
    assert joined.status == 200
    assert FATIMA.full_name in joined.text
    assert YOUSSEF.full_name in joined.text


async def test_two_households_are_compared_and_differences_are_said(folder: Folder) -> None:
    family = folder.family
    await family.live((family.davide, Kinship.REFERENCE), (family.fatima, Kinship.PARTNER), kind=HouseholdKind.ISEE)
    page = await folder.browser.open(f"{folder.davide}/nuclei")
    choices = {option.text.strip(): str(option["value"]) for option in page.labelled("Primo nucleo").find_all("option")}
    first = next(value for words, value in choices.items() if words.startswith("Nucleo anagrafico"))
    second = next(value for words, value in choices.items() if words.startswith("Nucleo ISEE"))
    shown = await folder.browser.open(f"{folder.davide}/nuclei/confronto?primo={first}&secondo={second}")
    assert "Ci sono 3 differenze da guardare" in shown.text
    assert "La parentela è diversa" in shown.text
    assert shown.text.count("È solo nel primo nucleo") == 2
    assert (await folder.browser.open(f"{folder.davide}/nuclei/confronto?primo=x&secondo=y")).status == 404
    again = await folder.browser.open(f"{folder.davide}/nuclei/confronto?primo={first}&secondo=")
    assert "Scegli i due nuclei da confrontare" in again.text


async def test_the_household_of_another_family_is_not_on_these_pages(folder: Folder) -> None:
    home = await folder.family.live((folder.family.oksana, Kinship.REFERENCE))
    assert (await folder.browser.open(f"{folder.davide}/nuclei/{home}")).status == 404


async def test_who_is_protected_is_on_no_page_of_the_others(folder: Folder) -> None:
    await folder.family.hide(folder.family.rosa)
    for what in ("nuclei", "nuclei/nuovo", "genogramma", "ecomappa", "legami/nuovo"):
        page = await folder.browser.open(f"{folder.davide}/{what}")
        assert page.status == 200
        assert ROSA.full_name not in page.answer.text, what
        assert str(folder.family.rosa) not in page.answer.text, what
    assert (await folder.browser.open(f"/persone/{folder.family.rosa}/nuclei")).status == 404


async def test_only_who_follows_cases_sees_how_people_get_on(folder: Folder) -> None:
    clerk = await folder.office.at_work(Role.ADMIN_CLERK)
    assert (await clerk.open(f"{folder.davide}/nuclei")).status == 200
    for what in ("genogramma", "ecomappa", "legami/nuovo", "altre-figure/nuova"):
        assert (await clerk.open(f"{folder.davide}/{what}")).status == 403
    assert DAVIDE.full_name in (await folder.browser.open(f"{folder.davide}/genogramma")).heading
