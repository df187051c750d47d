"""A person reads the plan that the office has shared, and says yes or no to it."""

from tests.portal.conftest import Follow, Portal
from tests.support.care_plans import a_shared_plan
from tests.support.personas import DAVIDE, ROSA


async def test_rosa_is_written_to_reads_the_plan_and_accepts_it(
    portal: Portal, everything_that_follows: Follow
) -> None:
    plan_id = await a_shared_plan(portal.connection, portal.territory, await portal.person())
    await everything_that_follows()
    rosa = await portal.signed_in()
    assert "C'è un progetto da leggere" in (await rosa.open("/area-personale/messaggi")).text
    listed = await rosa.open("/area-personale/progetti")
    plan = await rosa.open(listed.link("Progetto personalizzato"))
    for words in ("Essere al sicuro", "Aiuto per il bagno", "Vive sola e cade spesso.", "Breve periodo"):
        assert words in plan.text
    unsure = await rosa.send(plan.form("Manda la risposta"))
    assert unsure.status == 422
    assert unsure.one("#is_accepted-error")
    no = await rosa.send(unsure.form("Manda la risposta").fill({"is_accepted": "false"}))
    assert no.one("#note-error")
    yes = await rosa.send(no.form("Manda la risposta").fill({"is_accepted": "true"}))
    assert "Hai accettato il progetto" in yes.text
    assert "Lo riguardiamo insieme" in yes.text
    stranger = await portal.person(DAVIDE)
    assert stranger
    davide = await portal.signed_in(DAVIDE)
    assert (await davide.open(f"/area-personale/progetti/{plan_id}")).status == 404


async def test_where_the_ente_takes_answers_on_paper_the_page_says_so(portal: Portal) -> None:
    person_id = await portal.person(ROSA)
    plan_id = await a_shared_plan(portal.connection, portal.territory, person_id, is_answered_online=False)
    rosa = await portal.signed_in()
    plan = await rosa.open(f"/area-personale/progetti/{plan_id}")
    assert "il progetto si firma lì" in plan.text
    assert "Manda la risposta" not in plan.text
