"""Every message obeys how the person is safely reached: channels, hours, discretion, also when it changes meanwhile."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.correspondence.actions import deliver_letter as delivering
from domain.correspondence.actions import send_letter as sending
from domain.correspondence.actions.deliver_letter import deliver_letter
from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.correspondence.actions.words.set_message_hours import SetMessageHours, set_message_hours
from domain.correspondence.gateways import sms
from domain.correspondence.queries.contact_profiles import contact_profile
from domain.correspondence.queries.letters_to import letters_to
from domain.correspondence.refusals import NotYoursToReach
from domain.correspondence.terms import Channel, ContactWay, Sort
from domain.kernel.actor import Actor, Operator
from domain.kernel.clock import as_of
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.messages import PostOffice, a_message, a_post_office, deliveries, with_contact
from tests.support.personas import FATIMA, ROSA
from tests.support.sms_gateway import TOKEN, SmsGateway, an_sms_gateway

EMAIL, PHONE = "rosa@prova.example", "333 1234567"
Follow = Callable[[], Awaitable[int]]


@dataclass(frozen=True)
class Scene:
    """Rosa has an e-mail address and a mobile telephone; both ways out are open."""

    connection: AsyncConnection
    territory: Territory
    rosa: UUID
    office: PostOffice
    gateway: SmsGateway
    follow: Follow

    async def set(self, actor: Actor | None = None, **chosen: Any) -> None:
        """Rosa, or ``actor``, says how she is reached."""
        who = actor or a_citizen(self.territory, self.rosa)
        async with unit_of_work(who, bind=self.connection) as work:
            await set_contact_profile(work, who, SetContactProfile(person_id=self.rosa, **chosen))

    async def write(self, **more: Any) -> UUID:
        """The office writes to her."""
        return await a_message(self.connection, self.territory.comune_id, self.rosa, **more)

    async def operator(self, *roles: Role) -> Operator:
        """Somebody of her comune."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await an_operator(work, self.territory.office_id, roles)

    async def waiting(self) -> list[datetime]:
        """When the deliveries that are queued may run."""
        asked = sa.text("SELECT available_at FROM jobs.queue WHERE message->>'actor_name' = 'deliver_letter'")
        return [row.available_at for row in (await self.connection.execute(asked)).all()]


@pytest.fixture
async def scene(
    connection: AsyncConnection, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    """A comune, a post office and an SMS gateway, both real."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        rosa = await a_person(work, territory)
    await with_contact(connection, rosa, email=EMAIL, phone=PHONE)
    async with a_post_office() as (office, smtp_url), an_sms_gateway() as gateway:
        told = {
            "smtp_url": smtp_url,
            "sms_url": gateway.url,
            "sms_token": SecretStr(TOKEN),
            "mail_from": "no@prova.example",
        }
        chosen = settings().model_copy(update=told)
        for module in (delivering, sending):
            monkeypatch.setattr(module, "settings", lambda: chosen)
        yield Scene(connection, territory, rosa, office, gateway, everything_that_follows)


BOTH = {sort: frozenset(Channel) for sort in Sort}
SMS_ONLY = {sort: frozenset({Channel.SMS}) for sort in Sort}


async def test_without_choices_it_leaves_by_email_only(scene: Scene) -> None:
    await scene.write()
    await scene.follow()
    assert len(scene.office.letters) == 1
    assert scene.gateway.sent == {}


async def test_it_leaves_by_every_channel_that_was_chosen(scene: Scene) -> None:
    await scene.set(wanted=BOTH)
    await scene.write()
    await scene.follow()
    [(number, text)] = scene.gateway.sent.values()
    assert number == "+393331234567"
    assert text.startswith("Ente comune-")
    assert text.endswith("/area-personale/messaggi")
    assert len(scene.office.letters) == 1
    assert [row["status"] for row in await deliveries(scene.connection)] == ["sent", "sent"]


async def test_who_wants_neither_reads_it_in_the_personal_area(scene: Scene) -> None:
    await scene.set(wanted={Sort.APPLICATIONS: frozenset()})
    await scene.write()
    await scene.follow()
    assert (scene.office.letters, scene.gateway.sent) == ([], {})
    assert await deliveries(scene.connection) == []


async def test_a_telephone_and_a_mailbox_that_others_see_say_only_that_there_is_a_message(scene: Scene) -> None:
    await scene.set(wanted=BOTH, is_phone_shared=True, is_mail_shared=True, is_sender_neutral=True)
    await scene.write()
    await scene.follow()
    [(_number, text)] = scene.gateway.sent.values()
    assert text == "C'è un messaggio per te."
    [letter] = scene.office.letters
    assert letter.get_payload(decode=True).decode().strip() == "C'è un messaggio per te."  # type: ignore[union-attr]
    assert letter["From"] == "no@prova.example"
    assert "domanda" not in str(letter) and "http" not in str(letter)


async def test_an_address_of_somebody_else_is_discreet_by_itself(scene: Scene) -> None:
    await with_contact(scene.connection, scene.rosa, email="anna@prova.example", belongs_to="la figlia Anna")
    await scene.write()
    await scene.follow()
    [letter] = scene.office.letters
    assert letter["To"] == "anna@prova.example"
    assert "domanda" not in str(letter)


async def test_outside_the_safe_hours_it_waits_for_them_also_when_it_is_urgent(scene: Scene) -> None:
    await scene.set(days=frozenset({0}), starts=600, ends=660)
    thursday = datetime(2030, 11, 28, 9, 0, tzinfo=UTC)
    with as_of(thursday):
        await scene.write(is_urgent=True)
    [waits] = await scene.waiting()
    assert abs((waits - datetime.now(UTC)) - (datetime(2030, 12, 2, 9, 0, tzinfo=UTC) - thursday)).total_seconds() < 60


async def test_a_job_that_runs_too_early_still_waits(scene: Scene) -> None:
    await scene.write()
    [delivery] = await deliveries(scene.connection)
    await scene.set(days=frozenset({0}), starts=600, ends=660)
    with as_of(datetime(2030, 11, 28, 9, 0, tzinfo=UTC)):
        await deliver_letter(str(delivery["id"]), bind=scene.connection)
    assert scene.office.letters == []
    with as_of(datetime(2030, 12, 2, 9, 30, tzinfo=UTC)):
        await deliver_letter(str(delivery["id"]), bind=scene.connection)
    assert len(scene.office.letters) == 1


async def test_at_night_the_ente_rests_unless_it_is_urgent(scene: Scene) -> None:
    admin = await scene.operator(Role.ENTE_ADMIN)
    async with unit_of_work(admin, bind=scene.connection) as work:
        await set_message_hours(work, admin, SetMessageHours(quiet_from=21 * 60, quiet_to=8 * 60))
    night = datetime(2030, 11, 28, 22, 0, tzinfo=UTC)
    with as_of(night):
        await scene.write()
        await scene.write(is_urgent=True)
    waits, leaves = sorted(await scene.waiting(), reverse=True)
    assert (waits - leaves).total_seconds() == pytest.approx(9 * 3600, abs=60)  # 23:00 in Italy, until 8:00
    assert abs((leaves - datetime.now(UTC)).total_seconds()) < 60


async def test_what_becomes_dangerous_meanwhile_does_not_leave_any_more(scene: Scene) -> None:
    await scene.write()
    await scene.set(never=frozenset({ContactWay.EMAIL}))
    await scene.follow()
    assert scene.office.letters == []
    [delivery] = await deliveries(scene.connection)
    assert delivery["status"] == "withheld"


@pytest.mark.parametrize("plan", ["late", "lost", 500, 503, 429])
async def test_an_sms_leaves_once_however_unreliable_the_gateway(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, plan: int | str
) -> None:
    monkeypatch.setattr(sms, "SECONDS", 0.2)
    scene.gateway.pause = 0.5
    scene.gateway.plans = [plan, plan]
    await scene.set(wanted=SMS_ONLY)
    await scene.write()
    await scene.follow()
    assert len(scene.gateway.asked) == 3
    assert len(set(scene.gateway.asked)) == 1
    assert len(scene.gateway.sent) == 1
    assert scene.gateway.broken == []
    [delivery] = await deliveries(scene.connection)
    assert (delivery["status"], delivery["attempts"]) == ("sent", 3)


async def test_every_attempt_is_kept_without_address_or_text(scene: Scene) -> None:
    scene.gateway.plans = [500, 422]
    await scene.set(wanted=SMS_ONLY)
    await scene.write()
    await scene.follow()
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text("SELECT answer, problem FROM correspondence.delivery_attempt ORDER BY created_at")
        )
        assert [tuple(row) for row in found.all()] == [("not_now", "NotNow"), ("never", "Never")]
    assert [row["status"] for row in await deliveries(scene.connection)] == ["failed"]


async def test_who_only_acts_for_a_person_neither_reads_nor_sets_how_they_are_reached(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        son = await a_person(work, scene.territory, FATIMA)
    guardian = a_citizen(scene.territory, son, acts_for=(scene.rosa,))
    await scene.set(is_hidden=True)
    with pytest.raises(NotYoursToReach):
        await scene.set(guardian)
    async with unit_of_work(guardian, read_only=True, bind=scene.connection) as work:
        with pytest.raises(NotYoursToReach):
            await contact_profile(work, guardian, scene.rosa)
    await _sees(scene, "contact_profile", {guardian: 0, a_citizen(scene.territory, scene.rosa): 1, SYSTEM: 1})


async def test_deliveries_and_hidden_letters_are_not_there_for_who_acts_for_the_person(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        other = await a_person(work, scene.territory, FATIMA)
    guardian = a_citizen(scene.territory, other, acts_for=(scene.rosa,))
    stranger = a_citizen(scene.territory, other)
    worker = await scene.operator(Role.SOCIAL_WORKER)
    await scene.write()
    tables = {"letter": (1, 0, 1, 1), "delivery": (0, 0, 1, 1)}
    for table, seen in tables.items():
        await _sees(scene, table, dict(zip((guardian, stranger, worker, SYSTEM), seen, strict=True)))
    await scene.set(is_hidden=True)
    await _sees(scene, "letter", {guardian: 0, worker: 1, a_citizen(scene.territory, scene.rosa): 1})


async def test_hidden_messages_are_not_in_what_is_printed(scene: Scene) -> None:
    await scene.write()
    citizen = a_citizen(scene.territory, scene.rosa)
    for is_hidden, printed in ((False, 1), (True, 0)):
        await scene.set(is_hidden=is_hidden)
        async with unit_of_work(citizen, read_only=True, bind=scene.connection) as work:
            assert len(await letters_to(work, citizen)) == 1
            assert len(await letters_to(work, citizen, also_hidden=False)) == printed


async def _sees(scene: Scene, table: str, expected: dict[Actor, int]) -> None:
    for actor, rows in expected.items():
        async with unit_of_work(actor, read_only=True, bind=scene.connection) as work:
            asked = sa.text(f"SELECT count(*) FROM correspondence.{table} WHERE person_id = :rosa")
            found = await (await work.session.connection()).execute(asked, {"rosa": scene.rosa})
            assert found.scalar_one() == rows, (actor, table)


async def test_the_desk_says_how_and_why_and_the_history_stays(scene: Scene) -> None:
    worker = await scene.operator(Role.SOCIAL_WORKER)
    await scene.set(worker, never=frozenset({ContactWay.CALL}), why="Il marito controlla il telefono.")
    async with unit_of_work(worker, read_only=True, bind=scene.connection) as work:
        kept = await contact_profile(work, worker, scene.rosa)
    assert (kept.why, kept.set_by) == ("Il marito controlla il telefono.", "Anna Prova")
    await scene.set(worker)
    async with unit_of_work(worker, read_only=True, bind=scene.connection) as work:
        assert not (await contact_profile(work, worker, scene.rosa)).safe.is_cautious
    await _sees(scene, "contact_profile", {worker: 2})


async def test_an_operator_who_may_not_know_the_person_sets_nothing(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        elsewhere = await a_territory(work)
        stranger = await an_operator(work, elsewhere.office_id, (Role.SOCIAL_WORKER,))
    with pytest.raises(NotFound):
        await scene.set(stranger, never=frozenset({ContactWay.EMAIL}))


async def test_after_two_records_were_joined_what_is_safe_by_both_counts(scene: Scene) -> None:
    head = await scene.operator(Role.OFFICE_HEAD)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        twin = await a_person(work, scene.territory, ROSA, codice_fiscale=None)
    async with unit_of_work(head, bind=scene.connection) as work:
        await set_contact_profile(work, head, SetContactProfile(person_id=twin, never=frozenset({ContactWay.EMAIL})))
        await set_contact_profile(work, head, SetContactProfile(person_id=scene.rosa, is_hidden=True))
    await _merge(scene, head, twin)
    async with unit_of_work(head, read_only=True, bind=scene.connection) as work:
        kept = (await contact_profile(work, head, scene.rosa)).safe
    assert (kept.never, kept.is_hidden) == (frozenset({ContactWay.EMAIL}), True)
    await scene.write()
    assert await deliveries(scene.connection) == []


async def _merge(scene: Scene, head: Operator, twin: UUID) -> None:
    async with unit_of_work(head, bind=scene.connection) as work:
        await merge_people(work, head, MergePeople(former_id=twin, kept_id=scene.rosa, reason="La stessa persona."))
