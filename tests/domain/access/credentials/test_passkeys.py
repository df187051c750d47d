"""Passkeys: the way in, and everything an attacker may try with one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from domain.access.actions.credentials.ask_renewal import ask_renewal
from domain.access.actions.credentials.remove_passkey import remove_passkey
from domain.access.actions.credentials.rename_passkey import RenamePasskey, rename_passkey
from domain.access.actions.entry.begin_entry import OperatorArrival
from domain.access.actions.entry.finish_entry import finish_entry
from domain.access.actions.entry.show_passkey import ShowPasskey, show_passkey
from domain.access.actions.entry.sign_in_with_passkey import SignInWithPasskey, sign_in_with_passkey
from domain.access.model.session import Session
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.queries.credentials.operator_entry import operator_entry
from domain.access.refusals import CredentialTaken, PasskeyRefused
from domain.access.terms import ChallengePurpose, EntryStep, Way
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.access.credentials.conftest import BROWSER, Colleague, a_colleague
from tests.support.given import SYSTEM, Territory, an_operator
from tests.support.outside.authenticator import Authenticator

SIGN_IN = ChallengePurpose.SIGN_IN


async def enter(colleague: Colleague, answer: str, browser: str = BROWSER) -> OperatorArrival:
    command = SignInWithPasskey(browser_token=browser, answer=answer)
    return await sign_in_with_passkey(command, bind=colleague.connection)


async def options(colleague: Colleague) -> str:
    return await colleague.ask(SIGN_IN, is_named=False)


async def test_a_passkey_alone_opens_a_session_of_level_two(colleague: Colleague) -> None:
    passkey = await colleague.with_passkey()
    arrival = await enter(colleague, passkey.get(await options(colleague)))
    assert arrival.is_inside
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        session = (await work.session.exec(select(Session))).one()
        card = await operator_credentials(work, colleague.operator_id)
    assert (session.way, session.level, session.operator_id) == (Way.PASSKEY, 2, colleague.operator_id)
    assert card.passkeys[0].last_used_at is not None


async def test_after_the_password_the_passkey_is_the_second_factor(colleague: Colleague) -> None:
    passkey = await colleague.with_passkey()
    entry = (await colleague.sign_in()).token
    asked = await colleague.ask(ChallengePurpose.SECOND_FACTOR, bound_to=entry)
    await show_passkey(ShowPasskey(entry_token=entry, answer=passkey.get(asked)), bind=colleague.connection)
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        await finish_entry(work, entry, device="")
        session = (await work.session.exec(select(Session))).one()
    assert session.way is Way.PASSWORD


async def test_another_ones_passkey_is_no_second_factor(colleague: Colleague, territory: Territory) -> None:
    thief = await a_colleague(colleague.connection, territory)
    passkey = await thief.with_passkey()
    entry = (await colleague.sign_in()).token
    asked = await colleague.ask(ChallengePurpose.SECOND_FACTOR, bound_to=entry)
    with pytest.raises(PasskeyRefused):
        await show_passkey(ShowPasskey(entry_token=entry, answer=passkey.get(asked)), bind=colleague.connection)
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        assert (await operator_entry(work, entry)).step is EntryStep.FACTOR


def _set(**facts: Any) -> Callable[[Authenticator], None]:
    return lambda authenticator: vars(authenticator).update(facts)


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(_set(origin="https://localhost.attacker.example"), id="another origin"),
        pytest.param(_set(origin="http://localhost:8000"), id="the portal's origin"),
        pytest.param(_set(host="attacker.example"), id="another relying party"),
        pytest.param(_set(is_verifying=False), id="the person was not verified"),
        pytest.param(_set(is_framed=True), id="inside another site"),
        pytest.param(_set(key=Authenticator().key), id="another key"),
        pytest.param(_set(credential=b"unknown"), id="an unknown passkey"),
        pytest.param(_set(user_handle=b""), id="no user handle"),
        pytest.param(_set(user_handle=b"x" * 16), id="another user's handle"),
        pytest.param(_set(count=-1), id="a count that stands still"),
    ],
)
async def test_a_wrong_answer_opens_nothing(colleague: Colleague, attack: Callable[[Authenticator], None]) -> None:
    passkey = await colleague.with_passkey()
    await enter(colleague, passkey.get(await options(colleague)))
    attack(passkey)
    with pytest.raises(PasskeyRefused) as refused:
        await enter(colleague, passkey.get(await options(colleague)))
    assert refused.value.message == PasskeyRefused.default


async def test_a_copy_of_a_passkey_that_counts_is_found_out(colleague: Colleague) -> None:
    passkey = await colleague.with_passkey()
    copy = Authenticator(key=passkey.key, credential=passkey.credential, user_handle=passkey.user_handle)
    for _time in range(2):
        await enter(colleague, passkey.get(await options(colleague)))
    with pytest.raises(PasskeyRefused):
        await enter(colleague, copy.get(await options(colleague)))


async def test_an_answer_works_once(colleague: Colleague) -> None:
    passkey = await colleague.with_passkey()
    passkey.count = -1  # the count of keys that do not count: only the challenge tells the two apart
    answer = passkey.get(await options(colleague))
    await enter(colleague, answer)
    with pytest.raises(PasskeyRefused):
        await enter(colleague, answer)


async def test_a_refused_answer_uses_its_challenge_up(colleague: Colleague) -> None:
    passkey = await colleague.with_passkey()
    asked = await options(colleague)
    passkey.is_verifying = False
    with pytest.raises(PasskeyRefused):
        await enter(colleague, passkey.get(asked))
    passkey.is_verifying = True
    with pytest.raises(PasskeyRefused):
        await enter(colleague, passkey.get(asked))


async def test_an_answer_from_another_browser_is_refused(colleague: Colleague) -> None:
    passkey = await colleague.with_passkey()
    answer = passkey.get(await options(colleague))
    with pytest.raises(PasskeyRefused):
        await enter(colleague, answer, browser="the attacker's browser")


async def test_an_answer_that_comes_late_is_refused(colleague: Colleague) -> None:
    passkey = await colleague.with_passkey()
    answer = passkey.get(await options(colleague))
    with as_of(utcnow() + timedelta(minutes=4)), pytest.raises(PasskeyRefused):
        await enter(colleague, answer)


@pytest.mark.parametrize("purpose", [ChallengePurpose.SECOND_FACTOR, ChallengePurpose.PROVE, ChallengePurpose.KEEP])
async def test_a_challenge_for_something_else_does_not_let_in(colleague: Colleague, purpose: ChallengePurpose) -> None:
    passkey = await colleague.with_passkey()
    with pytest.raises(PasskeyRefused):
        await enter(colleague, passkey.get(await colleague.ask(purpose)))


async def test_a_challenge_that_we_never_gave_is_refused(colleague: Colleague) -> None:
    passkey = await colleague.with_passkey()
    with pytest.raises(PasskeyRefused):
        await enter(colleague, passkey.get(await options(colleague), challenge="c29tZSBvdGhlciBjaGFsbGVuZ2U"))


@pytest.mark.parametrize(
    "rubbish",
    ["", "{}", "[]", "null", '{"response": {"clientDataJSON": "e30"}}', "{" * 5000, "x" * 20_000],
)
async def test_rubbish_is_refused_quietly(colleague: Colleague, rubbish: str) -> None:
    with pytest.raises(PasskeyRefused):
        await enter(colleague, rubbish)


@pytest.mark.parametrize(
    "facts",
    [
        {"origin": "https://attacker.example"},
        {"host": "attacker.example"},
        {"is_verifying": False},
        {"is_framed": True},
    ],
)
async def test_a_passkey_made_elsewhere_or_without_its_person_is_not_kept(
    colleague: Colleague, facts: dict[str, Any]
) -> None:
    asked = await colleague.ask(ChallengePurpose.KEEP)
    with pytest.raises(PasskeyRefused):
        await colleague.keep(Authenticator(**facts).create(asked))


async def test_nobody_registers_a_passkey_for_another_person(colleague: Colleague, territory: Territory) -> None:
    thief = await a_colleague(colleague.connection, territory)
    asked = await thief.ask(ChallengePurpose.KEEP)
    with pytest.raises(PasskeyRefused):
        await colleague.keep(Authenticator().create(asked))


async def test_one_passkey_has_one_owner(colleague: Colleague, territory: Territory) -> None:
    passkey = await colleague.with_passkey()
    other = await a_colleague(colleague.connection, territory)
    with pytest.raises(CredentialTaken):
        await other.keep(passkey.create(await other.ask(ChallengePurpose.KEEP)))


async def test_who_may_be_is_not_told_by_the_options(colleague: Colleague) -> None:
    await colleague.with_passkey()
    assert '"allowCredentials": []' in await options(colleague)


async def test_a_password_that_is_due_closes_the_way_of_the_passkey_too(
    colleague: Colleague, territory: Territory
) -> None:
    passkey = await colleague.with_passkey()
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        head = await an_operator(work, territory.office_id, (Role.ENTE_ADMIN,))
    async with unit_of_work(head, bind=colleague.connection) as work:
        await ask_renewal(work, head, colleague.operator_id)
    arrival = await enter(colleague, passkey.get(await options(colleague)))
    assert not arrival.is_inside
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        assert (await operator_entry(work, arrival.token)).step is EntryStep.PASSWORD


async def test_only_ones_own_passkeys_can_be_renamed_and_removed(colleague: Colleague, territory: Territory) -> None:
    asked = await colleague.ask(ChallengePurpose.KEEP)
    passkey_id = await colleague.keep(Authenticator().create(asked))
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        stranger = await an_operator(work, territory.office_id)
    owner = Operator(colleague.operator_id, colleague.ente_id, territory.office_id, (colleague.ente_id,))
    renaming = RenamePasskey(passkey_id=passkey_id, name="Portatile")
    async with unit_of_work(stranger, bind=colleague.connection) as work:
        with pytest.raises(NotFound):
            await rename_passkey(work, stranger, renaming)
        with pytest.raises(NotFound):
            await remove_passkey(work, stranger, passkey_id)
    async with unit_of_work(owner, bind=colleague.connection) as work:
        await rename_passkey(work, owner, renaming)
        assert (await operator_credentials(work, owner.operator_id)).passkeys[0].name == "Portatile"
        await remove_passkey(work, owner, passkey_id)
        assert (await operator_credentials(work, owner.operator_id)).passkeys == []
