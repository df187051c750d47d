"""A gateway for text messages that is strict about the contract and as unreliable as real ones."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

TOKEN = "gettone-di-prova"
E164 = re.compile(r"\+[1-9]\d{7,14}")
ACCEPTED, BAD_REQUEST, UNAUTHORIZED = 202, 400, 401


@dataclass
class SmsGateway:
    """What left for telephones, by key, and how the next questions are answered.

    ``plans`` are taken one for each question: a status; ``late`` (takes the message, answers after ``pause``);
    ``lost`` (takes it and hangs up without an answer); without a plan it takes the message and says so.
    """

    url: str = ""
    pause: float = 1.0
    plans: list[int | str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    sent: dict[str, tuple[str, str]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One question, one answer."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.strip().split("\r\n")
            headers = {name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in lines)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            status = await self._status(first, headers, body)
            if status is not None:
                writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return  # who asked has hung up
        finally:
            writer.close()

    async def _status(self, first: str, headers: dict[str, str], body: bytes) -> int | None:
        if problem := self._problem(first, headers, body):
            self.broken.append(problem)
            return UNAUTHORIZED if problem == "authorization" else BAD_REQUEST
        told = json.loads(body)
        self.asked.append(told["key"])
        plan = self.plans.pop(0) if self.plans else ACCEPTED
        if isinstance(plan, int) and plan != ACCEPTED:
            return plan
        self.sent.setdefault(told["key"], (told["to"], told["text"]))  # the same key again leaves nothing again
        if plan == "late":
            await asyncio.sleep(self.pause)
        return None if plan == "lost" else ACCEPTED

    def _problem(self, first: str, headers: dict[str, str], body: bytes) -> str:
        """What is not as the contract says; empty when everything is."""
        if not first.startswith("POST /messages HTTP/1.1"):
            return "request line"
        if headers.get("authorization") != f"Bearer {TOKEN}":
            return "authorization"
        if headers.get("content-type") != "application/json":
            return "content type"
        told = json.loads(body)
        if set(told) != {"key", "to", "text"} or headers.get("idempotency-key") != told["key"]:
            return "fields"
        if not E164.fullmatch(told["to"]) or not told["text"].strip():
            return "number or text"
        return ""


@asynccontextmanager
async def an_sms_gateway() -> AsyncIterator[SmsGateway]:
    """On a free port, with its address."""
    gateway = SmsGateway()
    server = await asyncio.start_server(gateway.answer, "127.0.0.1", 0)
    gateway.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/messages"
    try:
        yield gateway
    finally:
        server.close()
        await server.wait_closed()
