"""A plan on the screens: begun from the case, written piece by piece, agreed on, checked, closed, printed."""

from datetime import timedelta

from domain.kernel.clock import day_of, utcnow
from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.support.html import Browser, Page
from tests.support.personas import ROSA


async def begun(office: Office, browser: Browser) -> Page:
    """Rosa's case has a plan of which nothing is written yet; its page."""
    await office.an_application()
    desk = await browser.open("/scrivania")
    case = await browser.open(desk.link(ROSA.family_name))
    form = await browser.open(case.link("Nuovo progetto"))
    outline = await browser.send(form.form("Inizia il progetto").fill({"kind": "GENERICO"}))
    plan = await browser.open(outline.path.removesuffix("/motivi"))
    assert "Scrivi almeno un obiettivo" in plan.text
    return plan


async def written(browser: Browser, plan: Page) -> Page:
    """Everything that the plan needs, form by form."""
    today = day_of(utcnow())
    path = plan.path.split("?")[0]
    outline = await browser.open(f"{path}/motivi")
    await browser.send(outline.form("Salva nella bozza").fill({"motivations": "Vive sola\ne cade spesso"}))
    goal = await browser.open(f"{path}/parti/obiettivi/nuova")
    refused = await browser.send(goal.form("Salva nella bozza").fill({"text": "Restare a casa"}))
    assert refused.status == 422
    assert refused.one("#horizon-error")
    kept = await browser.send(refused.form("Salva nella bozza").fill({"horizon": "short"}))
    assert "Restare a casa" in kept.text
    action = await browser.open(kept.link("Aggiungi un'azione"))
    answers = {"text": "Aiuto in casa", "doer": "provider", "who": "Cooperativa", "frequency": "ogni lunedì"}
    await browser.send(action.form("Salva nella bozza").fill(answers))
    party = await browser.open(f"{path}/parti/persone/nuova")
    told = {"name": "Rosa", "kind": "person", "presence": "present"}
    await browser.send(party.form("Salva nella bozza").fill(told))
    days = await browser.open(f"{path}/tempi")
    end = {"starts_on": today.isoformat(), "ends_on": (today + timedelta(days=200)).isoformat()}
    return await browser.send(days.form("Salva nella bozza").fill(end | {"check_every_months": "3"}))


async def test_a_plan_goes_from_the_case_to_its_end(office: Office) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    plan = await written(browser, await begun(office, browser))
    path = plan.path.split("?")[0]
    assert "Cooperativa" in plan.text
    proposed = await browser.send(plan.form("Proponi questa versione"))
    shared = await browser.open(proposed.link("Condividi con la persona"))
    empty = await browser.send(shared.form("Condividi"))
    assert empty.status == 422
    waiting = await browser.send(empty.form("Condividi").fill({"is_online": "false"}))
    answer = await browser.open(waiting.link("Scrivi la risposta della persona"))
    active = await browser.send(answer.form("Salva la risposta").fill({"is_accepted": "true"}))
    assert "In corso" in active.text
    assert ROSA.full_name in (await browser.open("/progetti")).text
    assert ROSA.full_name in (await browser.open("/progetti/verifiche?quando=tutte")).text
    sheet = await browser.open(active.link("Fai la verifica"))
    unsaid = await browser.send(sheet.form("Salva la verifica").fill({"note": "Va bene"}))
    assert (unsaid.status, "Va bene" in unsaid.answer.text) == (422, True)
    goal = str(unsaid.one("input[name^='goal:']")["name"])
    checked = await browser.send(unsaid.form("Salva la verifica").fill({goal: "in_progress", f"note:{goal[5:]}": "Sì"}))
    assert "A buon punto" in checked.text
    closing = await browser.open(f"{path}/chiusura")
    lacking = await browser.send(closing.form("Concludi il progetto").fill({"result": "reached", "code": "FINE"}))
    assert lacking.status == 422
    assert "Scrivi com'è andato questo obiettivo" in lacking.text
    closed = await browser.send(lacking.form("Concludi il progetto").fill({goal: "partly"}))
    assert "Progetto concluso" in closed.text
    assert "Raggiunto in parte" in closed.text
    printed = await browser.client.get(f"{path}/versioni/1/stampa")
    assert printed.headers["content-type"] == "application/pdf"
    assert printed.headers["cache-control"] == "no-store"


async def test_a_head_makes_the_rules_and_gives_the_visa(office: Office) -> None:
    head = await office.at_work(Role.OFFICE_HEAD, names="Piera Capo")
    rules = await head.open("/progetti/regole")
    await head.send(rules.form("Salva le regole").fill({"is_visa_wanted": "true", "warning_days": "20"}))
    browser = await office.at_work(Role.SOCIAL_WORKER)
    plan = await written(browser, await begun(office, browser))
    proposed = await browser.send(plan.form("Proponi questa versione"))
    assert "aspetta il visto" in proposed.text
    assert "Condividi con la persona" not in proposed.text
    waiting = await head.open("/progetti?vista=visto")
    seen = await head.open(waiting.link(ROSA.full_name))
    refused = await head.send(seen.form("Restituisci il progetto"))
    assert refused.status == 422
    back = await head.send(refused.form("Restituisci il progetto").fill({"note": "Manca la scuola"}))
    assert "Manca la scuola" in back.text
    assert (await browser.open("/progetti/regole")).status == 403
    assert (await (await office.at_work(Role.ADMIN_CLERK)).open(back.path)).status == 403
