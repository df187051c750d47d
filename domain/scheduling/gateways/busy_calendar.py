"""A calendar elsewhere: fetched from a public https address, and read where it can do no harm."""

import json
from datetime import datetime

from domain.platform.outside.child import ask_child
from domain.platform.outside.http import CallFailed, Client, call, check_address, new_http_client
from domain.platform.settings import settings
from domain.scheduling.rules.busy_times import Span

MEBI = 1024 * 1024
LARGEST = 2 * MEBI
SECONDS = 10.0
MEMORY = 512 * MEBI
CHILD = "domain.scheduling.gateways.calendar_child"
ACCEPTED = "text/calendar, text/plain;q=0.5, */*;q=0.1"
HTTP_OK = 200

__all__ = ["NotFetched", "Unreadable", "fetch_calendar", "is_callable", "read_calendar"]


class NotFetched(Exception):
    """Nobody answered at the address, or in a way we do not read: too large, somewhere else, too slow."""


class Unreadable(Exception):
    """What came is no calendar, or one that takes too long to read."""


def is_callable(address: str) -> bool:
    """Whether a server of ours may call the address at all: https, to a host with a public name."""
    try:
        check_address(address, loopback_development=settings().loopback_development)
    except ValueError:
        return False
    return True


async def fetch_calendar(address: str, client: Client | None = None) -> bytes:
    """The file at ``address``. No transaction is open. Raises NotFetched."""
    http = client or new_http_client()
    try:
        answer = await call(
            http,
            "GET",
            address,
            loopback_development=settings().loopback_development,
            accept=ACCEPTED,
            largest=LARGEST,
        )
    except CallFailed as failed:
        raise NotFetched(str(failed)) from None
    finally:
        if client is None:
            await http.aclose()
    if answer.status != HTTP_OK:
        raise NotFetched(f"status {answer.status}")
    return answer.body


async def read_calendar(content: bytes, from_at: datetime, to_at: datetime) -> list[Span]:
    """The busy times in the file, read in a process of its own with little memory and time. Raises Unreadable."""
    question = {
        "memory": MEMORY,
        "seconds": int(SECONDS) + 1,
        "from_at": from_at.isoformat(),
        "to_at": to_at.isoformat(),
    }
    asked = json.dumps(question).encode() + b"\n" + content
    answer = await ask_child(CHILD, asked, seconds=SECONDS, most=MEBI)
    if answer is None:
        raise Unreadable
    return [(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in json.loads(answer)]
