"""The filters of housing needs, as they stand in an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from litestar import Request

from domain.housing.queries.need_list import NeedFilter
from domain.housing.terms import DwellingKind, NeedReason, NeedStatus

STATES = {"aperti": NeedStatus.OPEN, "chiusi": NeedStatus.CLOSED, "tutti": None}
W = TypeVar("W", bound=StrEnum)


@dataclass(frozen=True)
class Asked:
    """The filter, and the same as texts for addresses and fields."""

    wanted: NeedFilter
    query: Mapping[str, str]


def asked(request: Request[Any, Any, Any]) -> Asked:
    """What the address asks for; what cannot be understood is left out."""
    given = request.query_params
    state = given.get("stato", "aperti")
    rooms = given.get("stanze", "")
    wanted = NeedFilter(
        status=STATES.get(state, NeedStatus.OPEN),
        kind=_word(DwellingKind, given.get("tipo", "")),
        reason=_word(NeedReason, given.get("motivo", "")),
        office_id=_uuid(given.get("ufficio", "")),
        rooms=int(rooms) if rooms.isdecimal() and len(rooms) < 3 else None,
    )
    texts = {
        "stato": state if state in STATES else "aperti",
        "tipo": wanted.kind.value if wanted.kind else "",
        "motivo": wanted.reason.value if wanted.reason else "",
        "ufficio": str(wanted.office_id or ""),
        "stanze": str(wanted.rooms) if wanted.rooms is not None else "",
    }
    return Asked(wanted, {key: value for key, value in texts.items() if value})


def _word(kind: type[W], text: str) -> W | None:
    return next((one for one in kind if one.value == text), None)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
