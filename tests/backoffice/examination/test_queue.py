"""The queue of the examination: filters that are kept, and many applications at once with a look before."""

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.examination.conftest import Examined
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.html import Browser, Page
from tests.support.personas import DAVIDE, ROSA


async def two(examined: Examined) -> None:
    """Davide has applied too."""
    async with unit_of_work(SYSTEM, bind=examined.office.connection) as work:
        davide = a_citizen(examined.office.territory, await a_person(work, examined.office.territory, DAVIDE))
    async with unit_of_work(davide, bind=examined.office.connection) as work:
        await a_submitted_application(work, davide)
    await examined.office.follow()


def chosen_by(page: Page) -> list[str]:
    return [str(tag["value"]) for tag in page.soup.select("input[name='domanda']")]


async def together(browser: Browser, kind: str, ids: list[str]) -> Page:
    return await browser.open(
        f"/istruttoria/{kind}" + ("" if "?" in kind else "?") + "&".join(f"domanda={one}" for one in ids)
    )


async def test_the_queue_shows_what_is_not_decided_with_its_clock(examined: Examined) -> None:
    page = await (await examined.clerk()).open("/istruttoria")
    assert ROSA.full_name in page.text
    assert "Ricevuta" in page.text
    assert "Nessuno ne risponde ancora." in page.text
    assert page.link(ROSA.family_name) == examined.path


async def test_filters_narrow_the_queue_and_can_be_kept_by_each_operator(examined: Examined) -> None:
    clerk, head = await examined.clerk(), await examined.head()
    assert ROSA.full_name in (await clerk.open("/istruttoria?lingua=it&termine=running")).text
    assert ROSA.full_name not in (await clerk.open("/istruttoria?lingua=ar")).text
    assert ROSA.full_name not in (await clerk.open("/istruttoria?vista=mie")).text
    page = await clerk.open("/istruttoria?lingua=ar")
    kept = await clerk.send(page.form("Salva il filtro").fill({"name": "In arabo"}))
    assert "lingua=ar" in kept.link("In arabo")
    again = await clerk.send(kept.form("Salva il filtro").fill({"name": "In arabo"}))
    assert again.status == 422
    assert "Hai già un filtro con questo nome" in again.text
    assert "In arabo" not in (await head.open("/istruttoria")).text
    removed = await clerk.send((await clerk.open("/istruttoria")).form("Togli il filtro"))
    assert "In arabo" not in removed.text


async def test_a_step_for_many_is_looked_at_before_and_says_what_would_be_refused(examined: Examined) -> None:
    await two(examined)
    clerk = await examined.clerk()
    await examined.makes(clerk, "start_check")
    ids = chosen_by(await clerk.open("/istruttoria"))
    assert len(ids) == 2
    choice = await together(clerk, "passaggi", ids)
    assert "Comincia il controllo" in choice.text
    preview = await together(clerk, "passaggi?passaggio=start_check&", ids)
    assert "Il passaggio si fa per 1 domanda." in preview.text
    assert "Da questo stato il passaggio non si può fare." in preview.text
    assert (await examined.standing()).state.key == "formal_check"
    done = await clerk.send(preview.form("Conferma"))
    assert "Fatto per 1 domanda." in done.text
    assert "Non fatto per 1 domanda" in done.text
    assert "Ricevuta" not in done.text


async def test_the_head_gives_many_applications_to_a_colleague(examined: Examined) -> None:
    await two(examined)
    await examined.clerk()
    head = await examined.head()
    page = await together(head, "assegnazioni", chosen_by(await head.open("/istruttoria")))
    assert DAVIDE.full_name in page.text
    assert (await head.send(page.form("Assegna"))).status == 422
    people = {one.get_text(): one["value"] for one in page.labelled("Chi ne risponde da oggi").find_all("option")}
    done = await head.send(page.form("Assegna").fill({"responsible_id": people["Ada Mani"]}))
    assert "Fatto per 2 domande." in done.text
    assert (await examined.standing()).responsible == "Ada Mani"


async def test_who_heads_nothing_assigns_nothing_in_bulk(examined: Examined) -> None:
    clerk = await examined.clerk()
    assert "Assegna le domande scelte" not in (await clerk.open("/istruttoria")).text
    assert (await clerk.open("/istruttoria/assegnazioni")).status == 403


async def test_another_comune_sees_nothing_of_it(examined: Examined) -> None:
    office = examined.office.territory.neighbour_office_id
    stranger = await examined.office.at_work(Role.ADMIN_CLERK, office_id=office)
    assert ROSA.full_name not in (await stranger.open("/istruttoria")).text
    page = await together(stranger, "passaggi", [str(examined.application_id)])
    assert "Non hai scelto nessuna domanda" in page.text
