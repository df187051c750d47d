"""The filters of the queue of conversations, as they stand in an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from domain.correspondence.queries.conversations.queue import QueueFilter
from domain.correspondence.terms.conversations import ConversationStatus
from domain.kernel.languages import BY_CODE

PATH = "/conversazioni"
VIEWS: dict[str, ConversationStatus | None] = {
    "da-rispondere": ConversationStatus.WAITING,
    "risposte": ConversationStatus.ANSWERED,
    "senza-risposta": ConversationStatus.SET_ASIDE,
    "tutte": None,
}
AGES = ("1", "3", "7", "30")


@dataclass(frozen=True)
class Asked:
    """The view, the filter, and the same as texts for addresses and fields."""

    view: str
    wanted: QueueFilter
    query: Mapping[str, str]


def asked(request: Request[Any, Any, Any]) -> Asked:
    """What the address asks for; what cannot be understood is left out."""
    given = request.query_params
    view = given.get("vista", "")
    view = view if view in VIEWS else "da-rispondere"
    office = given.get("ufficio", "")
    language = given.get("lingua", "")
    age = given.get("giorni", "")
    texts = {
        "vista": view,
        "ufficio": office if _uuid(office) else "",
        "lingua": language if language in BY_CODE else "",
        "giorni": age if age in AGES else "",
    }
    wanted = QueueFilter(
        status=VIEWS[view],
        office_id=_uuid(office),
        language=texts["lingua"] or None,
        days=int(texts["giorni"]) if texts["giorni"] else None,
    )
    return Asked(view, wanted, {key: value for key, value in texts.items() if value})


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
