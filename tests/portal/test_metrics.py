"""What Prometheus reads of the portal: also how sign-in is doing, and never instead of an answer."""

import pytest
from pydantic import SecretStr

from domain.platform.settings import settings
from tests.portal.conftest import Portal

TOKEN = {"authorization": "Bearer gettone"}


async def test_the_metrics_say_how_sign_in_does(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "metrics_token", SecretStr("gettone"))
    monkeypatch.setattr(settings(), "spid", True)
    monkeypatch.setattr(settings(), "saml_registry_urls", {"spid": "https://registry.example"})
    answer = await portal.browser().open("/metrics", **TOKEN)
    assert answer.status == 200
    assert 'sportello_identity_registry_age_seconds{source="https://registry.example"} +Inf' in answer.answer.text
    assert (await portal.browser().open("/metrics")).status == 404


async def test_counters_are_told_also_when_nothing_can_be_measured(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_work: object) -> None:
        raise OSError

    monkeypatch.setattr(settings(), "metrics_token", SecretStr("gettone"))
    monkeypatch.setattr("portal.app.measure_identity", broken)
    answer = await portal.browser().open("/metrics", **TOKEN)
    assert answer.status == 200
    assert "sportello_requests_total" in answer.answer.text
