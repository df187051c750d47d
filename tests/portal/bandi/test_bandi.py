"""A bando is found, the points are tried out without a name, and one applies only while it is open."""

import re
from datetime import datetime
from uuid import UUID

import pytest

from domain.catalogue.actions.bandi.conclude_bando import ConcludeBando, conclude_bando
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.portal.conftest import Follow, Portal
from tests.support.bandi import AFTER, BEFORE, DURING, TITLE, a_filled_bando_draft, a_published_bando
from tests.support.given import SYSTEM, a_citizen, an_operator
from tests.support.html import Browser
from tests.support.personas import ROSA
from tests.support.questions import Questions

SLUG = "/bandi/bando-per-l-aiuto-a-casa"


@pytest.fixture
async def bando_id(portal: Portal) -> UUID:
    """A bando of the ambito, open in March 2027."""
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        planner = await an_operator(work, portal.territory.ambito_office_id, (Role.PLANNER,))
    with as_of(BEFORE):
        async with unit_of_work(planner, bind=portal.connection) as work:
            return await a_published_bando(work, planner)


@pytest.mark.parametrize(
    ("at", "view", "told"),
    [(BEFORE, "prossimi", "Apre tra"), (DURING, "aperti", "Mancano"), (AFTER, "chiusi", "Chiuso")],
)
async def test_a_bando_is_found_among_those_that_are_open_coming_or_over(
    visitor: Browser, bando_id: UUID, questions: Questions, at: datetime, view: str, told: str
) -> None:
    with as_of(at):
        await visitor.open("/bandi")
        with questions(at_most=2):
            listed = await visitor.open(f"/bandi?vista={view}&q=aiuto")
        with questions(at_most=5):
            shown = await visitor.open(SLUG)
    assert TITLE in listed.text
    assert told in listed.text
    assert ("Fai domanda" in shown.text) is (at == DURING)
    assert "Vive da solo" in shown.text
    assert "Determina n. 12" in shown.text
    assert re.search(r"Fino a 6\.000,00\s€: 5 punti", shown.text)


async def test_points_are_tried_out_without_a_name_and_nothing_is_kept(visitor: Browser, bando_id: UUID) -> None:
    page = await visitor.open(f"{SLUG}/simulazione")
    first = await visitor.send(page.form("Conta i punti").fill({"lives_alone": "yes", "isee_has": "yes"}))
    assert "Con queste risposte hai 3 punti" in first.text
    more = await visitor.send(first.form("Conta i punti").fill({"isee_amount": "8.400,50"}))
    assert more.status == 200
    assert "Con queste risposte hai 5,5 punti" in more.text
    wrong = await visitor.send(more.form("Conta i punti").fill({"isee_amount": "tanto"}))
    assert wrong.status == 422
    assert "tanto" in wrong.answer.text


async def test_one_applies_only_while_it_is_open_and_reads_the_hour(rosa: Browser, bando_id: UUID) -> None:
    refused = await rosa.open(f"{SLUG}/domanda")
    assert refused.status == 422
    assert "1 marzo 2027, 09:00" in refused.text


async def test_the_person_reads_the_points_of_the_application_and_everybody_the_result(
    portal: Portal, bando_id: UUID, everything_that_follows: Follow
) -> None:
    rosa = a_citizen(portal.territory, await portal.person(ROSA))
    with as_of(DURING):
        async with unit_of_work(rosa, bind=portal.connection) as work:
            draft = await a_filled_bando_draft(work, rosa, bando_id)
            await submit_application(work, rosa, SubmitApplication(application_id=draft.id))
        await everything_that_follows()
        page = await (await portal.signed_in(ROSA)).open(f"/domande/{draft.id}")
        assert "Hai 5,5 punti" in page.text
        assert "ISEE basso" in page.text
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        planner = await an_operator(work, portal.territory.ambito_office_id, (Role.PLANNER,))
    with as_of(AFTER):
        async with unit_of_work(planner, bind=portal.connection) as work:
            await conclude_bando(
                work, planner, ConcludeBando(bando_id=bando_id, result="Tutte le domande sono ammesse.")
            )
        await everything_that_follows()
        visitor = portal.browser()
        assert "Tutte le domande sono ammesse." in (await visitor.open(SLUG)).text
        file = await visitor.client.get(f"{SLUG}/risultato")
        assert file.content.startswith(b"%PDF")
