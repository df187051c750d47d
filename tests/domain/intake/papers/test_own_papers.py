"""The page of all one's documents: what was sent, what we gave, of whom, and nothing else."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest

from domain.access.terms import DelegationScope
from domain.documents.actions.archive.keep_in_archive import KeepInArchive, keep_in_archive
from domain.documents.terms import DocumentKind, Origin, Standing
from domain.intake.queries.papers.own_papers import OwnPapers, PaperFilter, own_papers
from domain.kernel.actor import Citizen
from domain.kernel.clock import as_of, utcnow
from domain.kernel.reading import ReadingSubject
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.privacy.queries.readings_of import readings_of
from tests.domain.intake.conftest import Scene
from tests.domain.intake.papers.conftest import a_photo, attach, send_with_card
from tests.support.acting import a_grant, accepted, browsing
from tests.support.applications import a_draft
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE, ROSA

Follow = Callable[[], Awaitable[int]]


async def papers(scene: Scene, reader: Citizen, person_id: UUID | None = None, **wanted: object) -> OwnPapers:
    async with unit_of_work(reader, bind=scene.connection) as work:
        chosen = PaperFilter(**wanted)  # pyright: ignore[reportArgumentType]
        return await own_papers(work, reader, person_id or scene.rosa.person_id, chosen)


def kinds(found: OwnPapers) -> list[DocumentKind]:
    return [one.kind for one in found.papers.page.items]


async def test_what_was_sent_and_the_receipt_stand_with_their_application_and_a_draft_stays_out(
    scene: Scene, everything_that_follows: Follow
) -> None:
    assert (await papers(scene, scene.rosa)).papers.kinds == []
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await send_with_card(work, scene.rosa, work.today + timedelta(days=400))
        await attach(work, scene.rosa, (await a_draft(work, scene.rosa)).id, a_photo(7))
    await everything_that_follows()
    found = await papers(scene, scene.rosa)
    assert set(kinds(found)) == {DocumentKind.IDENTITY_CARD, DocumentKind.RECEIPT}
    assert {one.id for rows in found.applications.values() for one in rows} == {sent.id}
    card = next(one for one in found.papers.page.items if one.kind is DocumentKind.IDENTITY_CARD)
    assert (card.origin, card.standing, card.is_reusable) == (Origin.SENT, Standing.VALID, True)
    assert kinds(await papers(scene, scene.rosa, origin=Origin.GIVEN)) == [DocumentKind.RECEIPT]
    assert kinds(await papers(scene, scene.rosa, kind=DocumentKind.IDENTITY_CARD)) == [DocumentKind.IDENTITY_CARD]
    [year] = found.papers.years
    assert len(kinds(await papers(scene, scene.rosa, year=year))) == 2
    assert (await papers(scene, scene.rosa, year=year - 1)).papers.page.total == 0
    with as_of(utcnow() + timedelta(days=500)):
        later = await papers(scene, scene.rosa, kind=DocumentKind.IDENTITY_CARD)
    assert (later.papers.page.items[0].standing, later.papers.page.items[0].is_reusable) == (Standing.EXPIRED, False)


async def test_what_an_office_keeps_by_itself_is_not_on_the_page(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        worker = await an_operator(work, scene.territory.office_id, (Role.SOCIAL_WORKER,))
    async with unit_of_work(worker, bind=scene.connection) as work:
        kept = KeepInArchive(
            person_id=scene.rosa.person_id,
            kind=DocumentKind.OTHER,
            folder="9",
            title="Relazione",
            dated_on=work.today,
            content=a_photo(3),
            file_name="relazione.jpg",
        )
        await keep_in_archive(work, worker, kept)
    assert kinds(await papers(scene, scene.rosa)) == []


async def test_who_represents_sees_all_a_delegate_what_is_in_scope_and_a_stranger_nothing(
    scene: Scene, everything_that_follows: Follow
) -> None:
    giver = await browsing(scene.connection, scene.territory, ROSA)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await a_person(work, scene.territory, DAVIDE)
    helper = await browsing(scene.connection, scene.territory, DAVIDE)
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        await send_with_card(work, scene.rosa, work.today + timedelta(days=40), colour=1)
        second = await send_with_card(work, scene.rosa, work.today + timedelta(days=40), colour=2)
    await everything_that_follows()
    davide = await helper.now()
    guardian = a_citizen(scene.territory, davide.person_id, acts_for=(scene.rosa.person_id,))
    assert (await papers(scene, guardian)).papers.page.total == 4
    with pytest.raises(NotFound):
        await papers(scene, davide)
    scope = {"scope": DelegationScope.APPLICATION, "application_id": second.id}
    await accepted(helper, await a_grant(giver, DAVIDE, **scope))
    delegate = await helper.now()
    found = await papers(scene, delegate)
    assert sorted(kinds(found)) == [DocumentKind.IDENTITY_CARD, DocumentKind.RECEIPT]
    assert {one.id for rows in found.applications.values() for one in rows} == {second.id}
    async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
        seen = await readings_of(work, scene.rosa)
    assert ReadingSubject.ARCHIVE.label in [one.subject for one in seen.items]
