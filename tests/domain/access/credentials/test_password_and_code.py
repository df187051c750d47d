"""Operators sign in with a password and a code: each code once, and few tries."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from sqlmodel import col, select

from domain.access.actions.credentials.make_recovery_codes import make_recovery_codes
from domain.access.actions.entry.show_second_factor import ShowSecondFactor, show_second_factor
from domain.access.actions.sign_in_operator import SignInOperator, sign_in_operator
from domain.access.model.credential import OperatorCredential
from domain.access.model.entry import SignInAttempt
from domain.access.queries.credentials.operator_entry import operator_entry
from domain.access.queries.session_actor import session_actor
from domain.access.refusals import TooManyTries, WrongCode, WrongCredentials
from domain.access.rules import passwords
from domain.access.terms import EntryStep, Site
from domain.kernel.clock import as_of, utcnow
from domain.platform.work import unit_of_work
from tests.domain.access.credentials.conftest import PASSWORD, Colleague
from tests.support.given import SYSTEM


async def wrong(colleague: Colleague, times: int, address: str = "") -> None:
    for _time in range(times):
        with pytest.raises(WrongCredentials):
            await colleague.sign_in(code="000000", password="sbagliata", address=address)


async def test_password_and_code_open_a_session(colleague: Colleague) -> None:
    arrival = await colleague.sign_in(colleague.code())
    assert arrival.is_inside
    found = await session_actor(arrival.token, Site.BACKOFFICE, bind=colleague.connection)
    assert found is not None
    assert found.name == "Anna Prova"


async def test_a_code_used_on_one_device_is_refused_on_another(colleague: Colleague) -> None:
    code = colleague.code()
    await colleague.sign_in(code)
    entry = await colleague.sign_in()
    with pytest.raises(WrongCode):
        await show_second_factor(ShowSecondFactor(entry_token=entry.token, code=code), bind=colleague.connection)
    with pytest.raises(WrongCredentials):
        await colleague.sign_in(code)


async def test_a_code_before_the_last_one_is_refused_too(colleague: Colleague) -> None:
    earlier = colleague.code(-30)
    await colleague.sign_in(colleague.code())
    with pytest.raises(WrongCredentials):
        await colleague.sign_in(earlier)


@pytest.mark.parametrize(("seconds", "is_in"), [(-75, False), (-30, True), (30, True), (75, False)])
async def test_a_clock_may_be_half_a_minute_off(colleague: Colleague, seconds: int, is_in: bool) -> None:
    if is_in:
        assert (await colleague.sign_in(colleague.code(seconds))).is_inside
    else:
        with pytest.raises(WrongCredentials):
            await colleague.sign_in(colleague.code(seconds))


async def test_without_a_code_one_is_half_way_in_and_no_further(colleague: Colleague) -> None:
    arrival = await colleague.sign_in()
    assert not arrival.is_inside
    assert await session_actor(arrival.token, Site.BACKOFFICE, bind=colleague.connection) is None
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        assert (await operator_entry(work, arrival.token)).step is EntryStep.FACTOR


async def test_after_five_failures_the_right_ones_have_to_wait_longer_and_longer(colleague: Colleague) -> None:
    await wrong(colleague, 5)
    with pytest.raises(TooManyTries):
        await colleague.sign_in(colleague.code())
    with as_of(utcnow() + timedelta(seconds=31)):
        await wrong(colleague, 1)
        with pytest.raises(TooManyTries):
            await colleague.sign_in(colleague.code())
    with as_of(utcnow() + timedelta(seconds=70)), pytest.raises(TooManyTries):
        await colleague.sign_in(colleague.code())
    with as_of(utcnow() + timedelta(seconds=95)):
        assert (await colleague.sign_in(colleague.code())).is_inside


async def test_guessing_codes_is_slowed_down_however_often_the_password_is_typed_between(colleague: Colleague) -> None:
    command = ShowSecondFactor(entry_token=(await colleague.sign_in()).token, code="000000")
    for _time in range(5):
        with pytest.raises(WrongCode):
            await show_second_factor(command, bind=colleague.connection)
    with pytest.raises(TooManyTries):
        await show_second_factor(command, bind=colleague.connection)
    with pytest.raises(TooManyTries):
        await colleague.sign_in()


async def test_typing_only_the_password_forgives_no_wrong_codes(colleague: Colleague) -> None:
    await wrong(colleague, 4)
    entry = await colleague.sign_in()
    with pytest.raises(WrongCode):
        command = ShowSecondFactor(entry_token=entry.token, code="000000")
        await show_second_factor(command, bind=colleague.connection)
    with pytest.raises(TooManyTries):
        await colleague.sign_in(colleague.code())


async def test_an_address_that_tries_many_names_has_to_wait_and_others_need_not(colleague: Colleague) -> None:
    for number in range(30):
        command = SignInOperator(
            email=f"nessuno{number}@prova.example", password="sbagliata", code="000000", address="192.0.2.7"
        )
        with pytest.raises(WrongCredentials):
            await sign_in_operator(command, bind=colleague.connection)
    with pytest.raises(TooManyTries):
        await colleague.sign_in(colleague.code(), address="192.0.2.7")
    assert (await colleague.sign_in(colleague.code(), address="192.0.2.8")).is_inside


async def test_nothing_readable_is_kept_of_a_failure(colleague: Colleague) -> None:
    await wrong(colleague, 1, address="192.0.2.9")
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        kept = (await work.session.exec(select(SignInAttempt.key_hash))).all()
    assert len(kept) == 2
    assert not any("192" in one or "@" in one for one in kept)


@pytest.mark.parametrize("who", ["nobody", "wrong password", "wrong code"])
async def test_every_refusal_costs_one_verification_and_says_the_same(
    colleague: Colleague, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified = []
    verify = PasswordHasher.verify
    monkeypatch.setattr(PasswordHasher, "verify", lambda *given: (verified.append(1), verify(*given))[1])
    command = SignInOperator(
        email="nessuno@prova.example" if who == "nobody" else colleague.email,
        password=PASSWORD if who == "wrong code" else "sbagliata",
        code="000000",
    )
    with pytest.raises(WrongCredentials) as refused:
        await sign_in_operator(command, bind=colleague.connection)
    assert refused.value.message == WrongCredentials.default
    assert len(verified) == 1


async def test_a_password_kept_with_old_parameters_is_kept_anew_when_it_is_typed(colleague: Colleague) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8 * 1024).hash(PASSWORD)
    mine = col(OperatorCredential.operator_id) == colleague.operator_id
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        await work.session.exec(sa.update(OperatorCredential).where(mine).values(password_hash=old))
    await colleague.sign_in(colleague.code())
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        kept = (await work.session.exec(select(OperatorCredential.password_hash).where(mine))).one()
    assert not passwords.needs_new_hash(kept)
    assert passwords.matches(kept, PASSWORD)


async def test_a_recovery_code_works_once_and_only_for_its_owner(colleague: Colleague) -> None:
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        codes = await make_recovery_codes(work, colleague.operator_id)
    assert (await colleague.sign_in(codes[0].lower())).is_inside
    with pytest.raises(WrongCredentials):
        await colleague.sign_in(codes[0])
    assert (await colleague.sign_in(codes[1])).is_inside


async def test_new_recovery_codes_make_the_old_ones_void(colleague: Colleague) -> None:
    async with unit_of_work(SYSTEM, bind=colleague.connection) as work:
        old = await make_recovery_codes(work, colleague.operator_id)
        await make_recovery_codes(work, colleague.operator_id)
    with pytest.raises(WrongCredentials):
        await colleague.sign_in(old[0])
