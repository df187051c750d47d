"""Who runs the ente draws a procedure on the screens: begins, breaks, mends, publishes, and makes the next version."""

import re
from uuid import UUID, uuid4

import pytest

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.start_proceeding import StartProceeding, start_proceeding
from domain.procedure.queries.proceeding_of import proceeding_of
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person
from tests.support.html import Browser, Page
from tests.support.personas import FATIMA, ROSA, Persona
from tests.support.questions import Questions

PATH = "/procedimenti"
NAME = "Buono spesa"
SENTENCE = {"it": "Veniamo a casa tua a parlare con te."}


async def begun(browser: Browser, name: str = NAME) -> Page:
    """A draft like the short procedure."""
    page = await browser.open((await browser.open(PATH)).link("Parti dal procedimento breve"))
    return await browser.send(page.form("Crea la bozza").fill({"name": name}))


def draft_of(page: Page) -> str:
    """The address of the draft that the page is about."""
    found = re.search(r"/procedimenti/versioni/[0-9a-f-]{36}", f"{page.path} {page.answer.text}")
    assert found
    return found[0]


async def with_visit(browser: Browser, draft: str) -> Page:
    """The draft with a state that has a way in."""
    state = (await browser.open(f"{draft}/stati/nuovo")).form("Salva lo stato")
    await browser.send(
        state.fill({"name.it": "Visita a casa", "told.it": SENTENCE["it"], "kind": "waiting_for_office", "days": "15"})
    )
    way = (await browser.open(f"{draft}/passaggi/nuovo?da=examination")).form("Salva il passaggio")
    return await browser.send(
        way.fill({"name.it": "Fissa la visita", "target": "visita_a_casa", "roles": ["social_worker", "educator"]})
    )


async def published(browser: Browser, draft: str) -> Page:
    return await browser.send((await browser.open(f"{draft}/pubblicazione")).form("Pubblica da oggi"))


async def starts(office: Office, persona: Persona) -> UUID:
    """A request goes through the procedure from now on; what it is about."""
    subject_id = uuid4()
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        command = StartProceeding(
            ente_id=office.territory.comune_id,
            subject_id=subject_id,
            person_id=await a_person(work, office.territory, persona),
            office_id=office.territory.office_id,
            procedure_slug="buono-spesa",
        )
        await start_proceeding(work, SYSTEM, command)
    return subject_id


async def version_of(office: Office, subject_id: UUID) -> str:
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        return str((await proceeding_of(work, SYSTEM, subject_id)).procedure_version_id)


async def test_a_procedure_is_broken_mended_published_and_what_runs_keeps_its_version(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    assert "Il tuo ente non ha ancora procedimenti suoi" in (await browser.open(PATH)).text
    draft = draft_of(await begun(browser))
    assert "si può pubblicare" in (await browser.open(draft)).text
    await published(browser, draft)
    before = await starts(office, ROSA)
    shown = await browser.open((await browser.open(PATH)).link(NAME))
    after = await browser.send(shown.form("Prepara una nuova versione"))
    draft = after.path
    broken = await with_visit(browser, draft)
    assert "C'è 1 cosa da correggere" in broken.text
    assert broken.link("Dallo stato «Visita a casa» non si esce") == f"{draft}/stati/visita_a_casa"
    refused = await browser.open(f"{draft}/pubblicazione")
    assert "Torna alla bozza e correggi" in refused.text
    assert "Pubblica da oggi" not in refused.text
    back = (await browser.open(f"{draft}/passaggi/nuovo?da=visita_a_casa")).form("Salva il passaggio")
    mended = await browser.send(back.fill({"name.it": "Torna all'esame", "target": "examination", "roles": "educator"}))
    assert "si può pubblicare" in mended.text
    assert "Pubblicata. Da oggi" in (await published(browser, draft)).text
    rest = await starts(office, FATIMA)
    assert await version_of(office, before) != await version_of(office, rest) == draft.rpartition("/")[2]
    history = await browser.open((await browser.open(PATH)).link(NAME))
    assert "Sostituita nello stesso giorno" in history.text
    assert "In vigore" in history.text


async def test_publishing_what_a_colleague_broke_meanwhile_is_refused_with_the_places(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    draft = draft_of(await begun(browser))
    ready = (await browser.open(f"{draft}/pubblicazione")).form("Pubblica da oggi")
    await with_visit(browser, draft)
    late = await browser.send(ready)
    assert late.status == 422
    assert "un collega ha cambiato la bozza" in late.text
    ready.fields["seen_revision"] = "3"
    unsound = await browser.send(ready)
    assert unsound.status == 422
    assert "Il procedimento non si può pubblicare così" in unsound.text
    assert "Dallo stato «Visita a casa» non si esce" in unsound.text


async def test_the_drawing_leads_to_the_forms_and_the_tables_say_the_same(office: Office) -> None:
    browser = await office.at_work(Role.PLANNER)
    draft = draft_of(await begun(browser))
    page = await browser.open(draft)
    links = {str(one["href"]) for one in page.soup.select("svg a.ss-sign")}
    assert {f"{draft}/stati/{key}" for key in ("received", "examination", "granted", "rejected")} <= links
    assert f"{draft}/passaggi/grant" in links
    assert len(page.soup.select("svg a.ss-sign title")) == 10
    assert page.one("#passaggio-grant").get_text(" ").split()[1:4] == ["Accogli", "la", "domanda"]
    assert "La risposta è sì." in page.one("#stato-granted").get_text(" ")
    await published(browser, draft)
    frozen = await browser.open(draft)
    assert {str(one["href"]) for one in frozen.soup.select("svg a.ss-sign")} >= {"#stato-granted", "#passaggio-grant"}
    assert all(frozen.soup.select(str(one["href"])) for one in frozen.soup.select("svg a.ss-sign"))
    assert (await browser.open(f"{draft}/stati/granted")).status == 404


async def test_every_answer_of_a_transition_is_kept(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    draft = draft_of(await begun(browser))
    page = await browser.open(f"{draft}/passaggi/reject")
    page = await browser.send(page.form("Aggiungi una domanda").fill({"name.it": "Di' di no", "needs_visa": "true"}))
    assert page.status == 200
    assert page.one("#name\\.it")["value"] == "Di' di no"
    form = page.form("Salva il passaggio").fill(
        {
            "fields.1.label.it": "Quale fascia",
            "fields.1.label.de": "Welche Stufe",
            "fields.1.kind": "choice",
            "fields.1.options": "Prima\nSeconda\n",
            "required_document_kinds": ["decree", "receipt"],
            "is_bulk_allowed": "true",
        }
    )
    saved = await browser.send(form)
    line = saved.one("#passaggio-reject").get_text(" ")
    for words in (
        "Di' di no",
        "Chiede: Quale fascia",
        "Decreto del giudice",
        "Ricevuta",
        "visto",
        "molte domande insieme",
    ):
        assert words in line
    again = await browser.open(f"{draft}/passaggi/reject")
    assert again.one("#fields\\.1\\.label\\.de")["value"] == "Welche Stufe"
    assert again.one("#fields\\.1\\.options").get_text().split() == ["Prima", "Seconda"]
    fewer = await browser.send(again.form("Togli la domanda 1"))
    assert fewer.one("#fields\\.0\\.label\\.it")["value"] == "Quale fascia"
    assert "Chiede: Motivi" not in (await browser.send(fewer.form("Salva il passaggio"))).one("#passaggio-reject").text
    gone = await browser.send((await browser.open(f"{draft}/passaggi/reject")).form("Togli il passaggio"))
    assert not gone.soup.select("#passaggio-reject")


async def test_nothing_typed_is_lost_when_something_is_wrong(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    draft = draft_of(await begun(browser))
    state = (await browser.open(f"{draft}/stati/nuovo")).form("Salva lo stato")
    page = await browser.send(state.fill({"name.de": "Besuch", "told.it": "Veniamo.", "days": "boh"}))
    assert page.status == 422
    assert page.one("#name\\.it-error")
    assert page.one("#kind-error")
    assert page.one("#days-error")
    assert page.one("#name\\.de")["value"] == "Besuch"
    assert page.one("#told\\.it").get_text().strip() == "Veniamo."
    way = (await browser.open(f"{draft}/passaggi/nuovo")).form("Aggiungi una domanda")
    way = (await browser.send(way)).form("Salva il passaggio")
    page = await browser.send(
        way.fill({"fields.0.label.de": "Warum", "roles": "educator", "letter": "rejection_notice"})
    )
    assert page.status == 422
    assert page.one("#name\\.it-error")
    assert page.one("#source-error")
    assert page.one("#roles")
    assert page.one("input[name=roles][value=educator]").has_attr("checked")
    assert page.one("#letter option[selected]")["value"] == "rejection_notice"
    page = await browser.send(
        page.form("Salva il passaggio").fill({"name.it": "Vai", "source": "received", "target": "examination"})
    )
    assert page.one("#fields\\.0\\.label\\.it-error")
    assert page.one("#fields\\.0\\.label\\.de")["value"] == "Warum"


async def test_a_colleagues_change_is_told_and_the_second_press_saves(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    draft = draft_of(await begun(browser))
    mine = (await browser.open(f"{draft}/stati/received")).form("Salva lo stato")
    gone = (await browser.open(f"{draft}/stati/granted")).form("Togli lo stato")
    colleague = await office.at_work(Role.ENTE_ADMIN, names="Carla Collega")
    await with_visit(colleague, draft)
    refused = await browser.send(mine.fill({"name.it": "Arrivata"}))
    assert refused.status == 422
    assert "un collega ha cambiato la bozza" in refused.text
    assert refused.one("#name\\.it")["value"] == "Arrivata"
    kept = await browser.send(refused.form("Salva lo stato"))
    assert "Arrivata" in kept.text
    assert "Visita a casa" in kept.text
    late = await browser.send(gone)
    assert late.status == 422
    assert late.one("#name\\.it")["value"] == "Accolta"


async def test_the_rules_say_term_and_law_and_the_first_state_stays(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    draft = draft_of(await begun(browser))
    rules = (await browser.open(f"{draft}/regole")).form("Salva le regole")
    page = await browser.send(rules.fill({"name.it": "Buono pasto", "term_days": "120"}))
    assert "Oltre 90 serve la norma" in page.text
    assert page.link("Il termine è di 120 giorni") == f"{draft}/regole"
    rules = (await browser.open(f"{draft}/regole")).form("Salva le regole")
    page = await browser.send(rules.fill({"term_ground": "Regolamento comunale di prova, art. 3"}))
    assert "si può pubblicare" in page.text
    assert page.heading.split()[:2] == ["Buono", "pasto"]
    first = await browser.send((await browser.open(f"{draft}/stati/received")).form("Togli lo stato"))
    assert first.status == 422
    assert "Il procedimento comincia da qui" in first.text
    less = await browser.send((await browser.open(f"{draft}/stati/rejected")).form("Togli lo stato"))
    assert "Tolto dalla bozza" in less.text
    wrong = await browser.send((await browser.open(f"{draft}/regole")).form("Salva le regole").fill({"name.it": ""}))
    assert wrong.one("#name\\.it-error")


async def test_a_draft_is_thrown_away_after_asking(office: Office) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    draft = draft_of(await begun(browser))
    again = (await browser.open(f"{PATH}/nuovo")).form("Crea la bozza").fill({"name": NAME})
    taken = await browser.send(again)
    assert taken.status == 422
    assert "C'è già un procedimento con questo nome" in taken.one("#name-error").get_text()
    page = await browser.send((await browser.open(f"{draft}/scarto")).form("Elimina la bozza"))
    assert "Bozza eliminata" in page.text
    assert "non ha ancora procedimenti" in page.text
    assert (await browser.open(draft)).status == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.ENTE_ADMIN, 200),
        (Role.PLANNER, 200),
        (Role.OFFICE_HEAD, 403),
        (Role.SOCIAL_WORKER, 403),
        (Role.AUDITOR, 403),
    ],
)
async def test_who_designs(office: Office, role: Role, status: int) -> None:
    draft = draft_of(await begun(await office.at_work(Role.ENTE_ADMIN)))
    browser = await office.at_work(role)
    for address in (
        PATH,
        f"{PATH}/nuovo",
        f"{PATH}/giorni",
        draft,
        f"{draft}/stati/received",
        f"{draft}/pubblicazione",
    ):
        assert (await browser.open(address)).status == status, address
    neighbour = await office.at_work(Role.ENTE_ADMIN, office_id=office.territory.neighbour_office_id)
    assert (await neighbour.open(draft)).status == 404


async def test_the_pages_of_a_draft_ask_a_fixed_number_of_times(office: Office, questions: Questions) -> None:
    browser = await office.at_work(Role.ENTE_ADMIN)
    draft = draft_of(await begun(browser))
    for address in ("", "/stati/received", "/stati/nuovo", "/passaggi/grant", "/regole", "/pubblicazione", "/scarto"):
        await browser.open(draft + address)
        with questions(at_most=13):
            assert (await browser.open(draft + address)).status == 200
