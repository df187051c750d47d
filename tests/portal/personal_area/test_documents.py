"""The page of all one's documents, and that of a child."""

from datetime import timedelta

from domain.kernel.clock import day_of, utcnow
from domain.platform.work import unit_of_work
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.terms import GuardianshipKind
from tests.domain.intake.papers.conftest import send_with_card
from tests.portal.conftest import Follow, Portal
from tests.support.given import LONG_AGO, SYSTEM, a_citizen
from tests.support.personas import FATIMA, ROSA, YOUSSEF


async def test_a_mother_finds_her_sons_card_filters_and_downloads_it(
    portal: Portal, everything_that_follows: Follow
) -> None:
    mother, son = await portal.person(FATIMA), await portal.person(YOUSSEF)
    stranger = await portal.person(ROSA)
    appointed = AppointGuardian(
        person_id=son, guardian_id=mother, kind=GuardianshipKind.PARENT, starts_on=LONG_AGO, is_verified=True
    )
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        await appoint_guardian(work, SYSTEM, appointed)
    parent = a_citizen(portal.territory, mother, acts_for=(son,))
    async with unit_of_work(parent, bind=portal.connection) as work:
        ends = day_of(utcnow()) - timedelta(days=1)
        sent = await send_with_card(work, parent, ends, for_person_id=son)
    await everything_that_follows()
    fatima = await portal.signed_in(FATIMA)
    await fatima.open("/lingua/it?next=/")
    own = await fatima.open("/area-personale/documenti")
    assert "Qui non c'è ancora nessun documento" in own.text
    page = await fatima.open(own.link(YOUSSEF.full_name))
    assert f"Stai agendo per {YOUSSEF.full_name}" in " ".join(page.one("section.ss-acting").get_text().split())
    assert len(page.soup.select("article")) == 2
    cards = await fatima.open(f"{page.path}?tipo=identity_card&da=sent&anno={ends.year}")
    [card] = cards.soup.select("article")
    assert "Scaduto" in card.get_text()
    assert card.select_one(f'a[href="/domande/{sent.id}"]') is not None
    assert (await fatima.client.get(cards.link("Scarica il documento"))).content.startswith(b"\xff\xd8\xff")
    none = await fatima.open(f"{page.path}?tipo=passport&anno=sempre")
    assert "Nessun documento trovato" in none.text
    assert (await fatima.open(f"/area-personale/documenti/{stranger}")).status == 404
