"""Text messages: what the gateway is told, and what its answers mean."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from domain.correspondence.gateways import sms

MESSAGE = sms.TextMessage(key="8d9f", recipient="+393331234567", text="Il codice è 123456.")
URL = "https://sms.prova.example/messages"
Answer = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def gateway(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], None]:
    """Answer as told instead of a gateway."""
    client = httpx.AsyncClient

    def answering(answer: Answer) -> None:
        def made(**options: Any) -> httpx.AsyncClient:
            return client(transport=httpx.MockTransport(answer), **options)

        monkeypatch.setattr(sms.httpx, "AsyncClient", made)

    return answering


async def test_the_gateway_is_told_what_the_contract_says(gateway: Callable[[Answer], None]) -> None:
    seen: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(202)

    gateway(take)
    await sms.send(MESSAGE, URL, "gettone")
    [request] = seen
    assert (request.method, str(request.url)) == ("POST", URL)
    assert request.headers["authorization"] == "Bearer gettone"
    assert request.headers["idempotency-key"] == "8d9f"
    assert json.loads(request.content) == {"key": "8d9f", "to": "+393331234567", "text": "Il codice è 123456."}


@pytest.mark.parametrize("status", [302, 401, 403, 404, 408, 425, 429, 500, 503])
async def test_what_may_pass_is_tried_again(gateway: Callable[[Answer], None], status: int) -> None:
    gateway(lambda _request: httpx.Response(status, headers={"location": "https://altri.example"}))
    with pytest.raises(sms.NotNow):
        await sms.send(MESSAGE, URL, "gettone")


@pytest.mark.parametrize("status", [400, 409, 422])
async def test_a_wrong_number_is_given_up(gateway: Callable[[Answer], None], status: int) -> None:
    gateway(lambda _request: httpx.Response(status))
    with pytest.raises(sms.Never):
        await sms.send(MESSAGE, URL, "gettone")


async def test_a_gateway_that_does_not_answer_may_later(gateway: Callable[[Answer], None]) -> None:
    def silent(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("", request=request)

    gateway(silent)
    with pytest.raises(sms.NotNow):
        await sms.send(MESSAGE, URL, "gettone")


def test_neither_number_nor_text_shows_in_a_log() -> None:
    assert "333" not in repr(MESSAGE)
    assert "123456" not in repr(MESSAGE)
