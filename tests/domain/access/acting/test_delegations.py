"""Delegations: offered, accepted, used within their scope, taken back."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from domain.access.actions.accept_delegation import AcceptDelegation, accept_delegation
from domain.access.actions.refuse_delegation import RefuseDelegation, refuse_delegation
from domain.access.actions.revoke_delegation import RevokeDelegation, revoke_delegation
from domain.access.queries.delegations import delegation_row, own_delegations
from domain.access.refusals import DelegationOver
from domain.access.terms import DelegationScope, DelegationStatus
from domain.catalogue.queries.published_services import published_services
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.queries.own_applications import own_application, own_applications
from domain.intake.refusals import NotYourPerson
from domain.kernel.clock import ROME, as_of, utcnow
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.titles import Title
from domain.platform.work import unit_of_work
from tests.domain.access.acting.conftest import Acting
from tests.support.acting import Browsing, a_grant, accepted, browsing
from tests.support.applications import a_filled_draft, a_submitted_application
from tests.support.personas import DAVIDE, FATIMA, OKSANA, Persona


async def granted(scene: Acting, **facts: object) -> UUID:
    delegation_id = await a_grant(scene.rosa, DAVIDE, **facts)
    await accepted(scene.davide, delegation_id)
    return delegation_id


async def sees(who: Browsing) -> list[UUID]:
    citizen = await who.now()
    async with unit_of_work(citizen, read_only=True, bind=who.connection) as work:
        return [one.id for one in await own_applications(work, citizen)]


async def rosas_application(scene: Acting) -> UUID:
    rosa = await scene.rosa.now()
    async with unit_of_work(rosa, bind=scene.connection) as work:
        return (await a_submitted_application(work, rosa)).id


async def test_an_offer_gives_nothing_until_it_is_accepted(scene: Acting) -> None:
    application_id = await rosas_application(scene)
    delegation_id = await a_grant(scene.rosa, DAVIDE)
    assert await sees(scene.davide) == []
    await accepted(scene.davide, delegation_id)
    assert await sees(scene.davide) == [application_id]
    assert (await scene.davide.now()).title_for(scene.rosa_id) is Title.DELEGATE


@pytest.mark.parametrize("persona", [DAVIDE, OKSANA])
async def test_the_answer_is_the_same_for_who_is_known_and_who_is_not(scene: Acting, persona: Persona) -> None:
    delegation_id = await a_grant(scene.rosa, persona)
    rosa = await scene.rosa.now()
    async with unit_of_work(rosa, read_only=True, bind=scene.connection) as work:
        row = await delegation_row(work, rosa, delegation_id)
    assert (row.status, row.delegate_name, row.delegate_id) == (DelegationStatus.OFFERED, persona.family_name, None)


async def test_a_wrong_surname_shows_the_offer_to_nobody(scene: Acting) -> None:
    delegation_id = await a_grant(scene.rosa, DAVIDE, delegate_family_name="Rossi")
    davide = await scene.davide.now()
    async with unit_of_work(davide, bind=scene.connection) as work:
        assert await own_delegations(work, davide) == []
        with pytest.raises(NotFound):
            await accept_delegation(work, davide, AcceptDelegation(delegation_id=delegation_id))


async def test_nobody_accepts_what_was_offered_to_another(scene: Acting) -> None:
    delegation_id = await a_grant(scene.rosa, DAVIDE)
    for other, refusal in ((scene.fatima, NotFound), (scene.rosa, NotAllowed)):
        with pytest.raises(refusal):
            await accepted(other, delegation_id)


async def test_a_delegate_sees_only_what_is_in_scope(scene: Acting) -> None:
    application_id = await rosas_application(scene)
    rosa = await scene.rosa.now()
    async with unit_of_work(rosa, read_only=True, bind=scene.connection) as work:
        services = {one.slug: one.service_id for one in await published_services(work, rosa)}
    other = next(service_id for slug, service_id in services.items() if slug != "assistenza-domiciliare")
    await granted(scene, scope=DelegationScope.SERVICE, service_id=other)
    assert await sees(scene.davide) == []
    davide = await scene.davide.now()
    with pytest.raises(NotFound):
        async with unit_of_work(davide, read_only=True, bind=scene.connection) as work:
            await own_application(work, davide, application_id)
    with pytest.raises(NotYourPerson):
        async with unit_of_work(davide, bind=scene.connection) as work:
            command = StartApplication(service_slug="assistenza-domiciliare", for_person_id=scene.rosa_id)
            await start_application(work, davide, command)
    await granted(scene, scope=DelegationScope.APPLICATION, application_id=application_id)
    assert await sees(scene.davide) == [application_id]


async def test_a_draft_for_a_delegator_holds_nothing_of_their_file(scene: Acting) -> None:
    await granted(scene)
    davide = await scene.davide.now()
    async with unit_of_work(davide, bind=scene.connection) as work:
        command = StartApplication(service_slug="assistenza-domiciliare", for_person_id=scene.rosa_id)
        draft = await start_application(work, davide, command)
    assert draft.title is Title.DELEGATE
    assert draft.delegation_id is not None
    assert "street" not in draft.answers
    assert await sees(scene.rosa) == [], "a draft is nobody's but its writer's"


async def test_a_revoked_delegate_loses_everything_at_the_next_click(scene: Acting) -> None:
    await rosas_application(scene)
    delegation_id = await granted(scene)
    davide = await scene.davide.now()
    async with unit_of_work(davide, bind=scene.connection) as work:
        own = (await a_filled_draft(work, davide, for_person_id=scene.rosa_id)).id
    assert own in await sees(scene.davide)
    rosa = await scene.rosa.now()
    async with unit_of_work(rosa, bind=scene.connection) as work:
        await revoke_delegation(work, rosa, RevokeDelegation(delegation_id=delegation_id))
    assert await sees(scene.davide) == []
    with pytest.raises(NotFound):
        async with unit_of_work(davide, bind=scene.connection) as work:  # told the old delegation: PostgreSQL refuses
            await own_application(work, davide, own)


async def test_it_ends_at_midnight_in_rome_in_an_open_session(scene: Acting) -> None:
    application_id = await rosas_application(scene)
    rome = utcnow().astimezone(ROME)
    await granted(scene, starts_on=rome.date(), ends_on=rome.date())
    last = rome.replace(hour=23, minute=59, second=59)
    with as_of(last):
        late = await browsing(scene.connection, scene.territory, DAVIDE)
        assert await sees(late) == [application_id]
    with as_of(last + timedelta(seconds=1)):
        assert await sees(late) == []


async def test_either_side_takes_it_back_and_both_see_the_history(scene: Acting) -> None:
    delegation_id = await granted(scene)
    davide, rosa = await scene.davide.now(), await scene.rosa.now()
    async with unit_of_work(davide, bind=scene.connection) as work:
        await revoke_delegation(work, davide, RevokeDelegation(delegation_id=delegation_id))
    for who in (davide, rosa):
        async with unit_of_work(who, read_only=True, bind=scene.connection) as work:
            [row] = await own_delegations(work, who)
            assert (row.status, row.is_ended_by_delegator) == (DelegationStatus.REVOKED, False)
    with pytest.raises(DelegationOver):
        async with unit_of_work(rosa, bind=scene.connection) as work:
            await revoke_delegation(work, rosa, RevokeDelegation(delegation_id=delegation_id))


async def test_a_refused_offer_cannot_be_accepted_any_more(scene: Acting) -> None:
    delegation_id = await a_grant(scene.rosa, DAVIDE)
    davide = await scene.davide.now()
    async with unit_of_work(davide, bind=scene.connection) as work:
        await refuse_delegation(work, davide, RefuseDelegation(delegation_id=delegation_id))
    with pytest.raises(DelegationOver):
        await accepted(scene.davide, delegation_id)


async def test_the_same_offer_twice_is_there_once(scene: Acting) -> None:
    assert await a_grant(scene.rosa, DAVIDE) == await a_grant(scene.rosa, DAVIDE)


async def test_what_is_wrong_with_an_offer_is_said_by_field(scene: Acting) -> None:
    today = utcnow().date()
    rosa_code = (await _code(scene, scene.rosa_id)) or ""
    for field, facts in {
        "delegate_codice_fiscale": {"delegate_codice_fiscale": rosa_code},
        "delegate_family_name": {"delegate_family_name": " "},
        "delegate_ente_id": {"delegate_ente_id": scene.territory.comune_id},
        "service_id": {"scope": DelegationScope.SERVICE},
        "starts_on": {"starts_on": today - timedelta(days=2)},
        "ends_on": {"ends_on": today + timedelta(days=800)},
    }.items():
        with pytest.raises(Invalid) as refused:
            await a_grant(scene.rosa, FATIMA, **facts)
        assert list(refused.value.fields) == [field]


async def _code(scene: Acting, person_id: UUID) -> str | None:
    rosa = await scene.rosa.now()
    async with unit_of_work(rosa, read_only=True, bind=scene.connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text("SELECT codice_fiscale FROM registry.person WHERE id = :id"), {"id": person_id}
        )
        return found.scalar_one()


async def test_an_unknown_delegation_is_not_found(scene: Acting) -> None:
    with pytest.raises(NotFound):
        await accepted(scene.davide, uuid4())
