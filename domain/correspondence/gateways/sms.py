"""The gateway for text messages: one POST of JSON. The contract is in docs/runbooks/text-messages.md."""

from dataclasses import dataclass, field

import httpx

from domain.platform.outside.trust import trusted

SECONDS = 15.0
TOO_MANY = 429
FIRST_CLIENT_ERROR, FIRST_SERVER_ERROR = 400, 500
PASSING = frozenset({401, 403, 404, 408, 425, TOO_MANY})
"""Refusals that are about us or about the moment, not about the number: they may pass."""


class NotNow(Exception):
    """The gateway does not take the message now; it may later."""


class Never(Exception):
    """The message cannot be delivered: the number is wrong or refused."""


@dataclass(frozen=True)
class TextMessage:
    """A text message; ``key`` is the same however often it is sent, so that the gateway sends it once."""

    key: str
    recipient: str = field(repr=False)
    text: str = field(repr=False)


async def send(message: TextMessage, url: str, token: str) -> None:
    """Hand ``message`` to the gateway. No transaction is open. Raises ``NotNow`` and ``Never``.

    Redirects are not followed: the token goes to the address of the settings alone.
    """
    body = {"key": message.key, "to": message.recipient, "text": message.text}
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": message.key}
    try:
        async with httpx.AsyncClient(
            verify=trusted(), timeout=SECONDS, follow_redirects=False, trust_env=False
        ) as client:
            answer = await client.post(url, json=body, headers=headers)
    except httpx.HTTPError as refused:
        raise NotNow from refused
    if answer.is_success:
        return
    if answer.status_code in PASSING or not FIRST_CLIENT_ERROR <= answer.status_code < FIRST_SERVER_ERROR:
        raise NotNow
    raise Never
