"""When the doctor rings the alarm over sign-in."""

from datetime import timedelta

import pytest

from domain.access.queries.providers.identity_health import IdentityHealth
from domain.commands.checks import identity
from domain.commands.checks.identity import ages, clock, ends
from domain.platform.settings import settings

PROVIDER = "https://op.example"


def health(certificate: timedelta | None = None, chain: timedelta | None = None) -> IdentityHealth:
    return IdentityHealth({}, {} if chain is None else {PROVIDER: chain}, certificate)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (61, "vale ancora 61 giorni"),
        (59, "prepara il cambio"),
        (29, "questa settimana"),
        (6, "cambialo oggi"),
        (-1, "è scaduto"),
    ],
)
def test_the_certificate_rings_at_60_30_and_7_days(monkeypatch: pytest.MonkeyPatch, days: int, told: str) -> None:
    monkeypatch.setattr(settings(), "spid", True)
    (found,) = ends(health(certificate=timedelta(days=days, hours=1)))
    assert told in found.line()
    assert found.is_well is (days > 60)


def test_without_saml_nobody_asks_for_a_certificate() -> None:
    assert list(ends(health())) == []


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (timedelta(hours=20), "vale ancora 20 ore"),
        (timedelta(minutes=90), "scade tra 90 minuti"),
        (timedelta(seconds=-1), "è scaduta"),
    ],
)
def test_a_chain_rings_two_hours_before_its_end(left: timedelta, told: str) -> None:
    (found,) = ages(health(chain=left))
    assert told in found.line()
    assert found.is_well is (left > timedelta(hours=2))


@pytest.mark.parametrize(("state", "problems"), [(False, 1), (True, 0), (None, 0)])
def test_a_clock_that_nobody_sets_rings(monkeypatch: pytest.MonkeyPatch, state: bool | None, problems: int) -> None:
    monkeypatch.setattr(identity, "is_synchronised", lambda: state)
    assert len(clock()) == problems
