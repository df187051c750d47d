"""Asks the civil registry over HTTP: short, bounded, to the addresses of the settings alone."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from domain.platform.outside.trust import trusted
from domain.platform.settings import Settings, settings
from domain.registry.gateways.civil_registry import answers, questions
from domain.registry.gateways.civil_registry.port import (
    Answer,
    CivilRegistry,
    Criteria,
    HouseholdAnswer,
    Question,
    Unavailable,
    Unreadable,
)

ANSWER_SECONDS = 8.0
LONGEST_CALL = 10.0
"""Seconds for a whole call, however slowly the octets drip."""
LARGEST_ANSWER = 512 * 1024
PATH = "/anpr-service-e002"
NOT_FOUND = "EN122"
"""The registry has nobody like that."""


class AnprClient:
    """The services C001 and C021 of ANPR, or a gateway of the ente that speaks for them."""

    def __init__(self, http: httpx.AsyncClient, chosen: Settings) -> None:
        self._http, self._chosen = http, chosen

    async def people(self, criteria: Criteria, question: Question) -> Answer:
        """Who answers to ``criteria``, with their residence (C001)."""
        told = await self._ask(self._chosen.civil_registry_person_url, questions.PERSON, criteria, question)
        return Answer(answers.people_in(told), answers.number_in(told)) if told is not None else Answer()

    async def household(self, codice_fiscale: str, question: Question) -> HouseholdAnswer:
        """Who lives with the person (C021)."""
        criteria = Criteria(codice_fiscale=codice_fiscale)
        told = await self._ask(self._chosen.civil_registry_household_url, questions.HOUSEHOLD, criteria, question)
        if told is None:
            return HouseholdAnswer()
        return HouseholdAnswer(answers.members_in(told), answers.number_in(told))

    async def _ask(self, base: str, use: str, criteria: Criteria, question: Question) -> dict[str, Any] | None:
        """The answer, or None where nobody is found."""
        headers = {"accept": "application/json", "accept-encoding": "identity"}
        if token := self._chosen.civil_registry_token.get_secret_value():
            headers["authorization"] = f"Bearer {token}"
        try:
            async with (
                asyncio.timeout(LONGEST_CALL),
                self._http.stream(
                    "POST", base.rstrip("/") + PATH, json=questions.body(use, criteria, question), headers=headers
                ) as response,
            ):
                written = await _read(response)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise Unavailable(type(error).__name__) from None
        return _understood(response.status_code, written)


async def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > LARGEST_ANSWER:
            raise Unreadable("answer too large")
    return bytes(body)


def _understood(status: int, written: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(written)
    except ValueError:
        told = None
    if status == httpx.codes.OK:
        if not isinstance(told, dict):
            raise Unreadable("not a JSON object")
        return told
    if isinstance(told, dict) and NOT_FOUND in _errors(told):
        return None
    if status >= httpx.codes.INTERNAL_SERVER_ERROR or status in (401, 403, 404, 408, 429):
        raise Unavailable(f"status {status}")
    raise Unreadable(f"status {status}")


def _errors(told: dict[str, Any]) -> set[str]:
    listed = told.get("listaErrori")
    return {
        str(one.get("codiceErroreAnomalia"))
        for one in (listed if isinstance(listed, list) else [])
        if isinstance(one, dict)
    }


def transport() -> httpx.AsyncBaseTransport | None:
    """How calls leave; None: by the network. Tests put another one in its place."""
    return None


def is_connected() -> bool:
    """Whether the settings name a civil registry."""
    chosen = settings()
    return bool(chosen.civil_registry_person_url and chosen.civil_registry_household_url)


@asynccontextmanager
async def connected() -> AsyncIterator[CivilRegistry]:
    """The civil registry of the settings. Raises ``Unavailable`` where there is none."""
    if not is_connected():
        raise Unavailable("not connected")
    chosen = settings()
    async with httpx.AsyncClient(
        transport=transport(),
        verify=trusted(chosen.civil_registry_certificates),
        timeout=httpx.Timeout(ANSWER_SECONDS, connect=5.0),
        follow_redirects=False,
        trust_env=False,
    ) as http:
        yield AnprClient(http, chosen)
