"""Every message obeys how the person is safely reached: channels, hours, discretion, also when it changes meanwhile."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from domain.correspondence.actions.deliver_letter import deliver_letter
from domain.correspondence.actions.words.set_message_hours import SetMessageHours, set_message_hours
from domain.correspondence.gateways import sms
from domain.correspondence.terms import Channel, ContactWay, Sort
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.correspondence.conftest import Scene
from tests.support.given import SYSTEM
from tests.support.messages import deliveries, with_contact

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
