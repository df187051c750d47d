"""Who may come to a route. Every route names one of these; a test refuses a route that names none."""

from typing import Any

from litestar import Response
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from domain.kernel.actor import Citizen, Companion, Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import Role
from web.visit import Visit

Connection = ASGIConnection[Any, Any, Any, Any]


class NotSignedIn(Exception):
    """The page is for people who have signed in: they are sent to do it, and come back."""


class ScreenGone(Exception):
    """The page follows an operator's work by a link that holds no longer, or never did."""


class LevelTooLow(Exception):
    """The page needs a digital identity, and the person came in with a one-time code: told so, with the way on."""


class ProofNeeded(Exception):
    """What is dangerous asks once more who is there: ``answer`` is the page that asks, with all that was typed."""

    def __init__(self, answer: Response[Any]) -> None:
        super().__init__("proof needed")
        self.answer = answer


def _visit(connection: Connection) -> Visit:
    found: Visit = connection.scope["state"]["visit"]
    return found


def _citizen_low(connection: Connection, _handler: BaseRouteHandler) -> None:
    visit = _visit(connection)
    if visit.signed_in is None or visit.signed_in.is_expired or not isinstance(visit.actor, Citizen):
        raise NotSignedIn


def _citizen(connection: Connection, handler: BaseRouteHandler) -> None:
    _citizen_low(connection, handler)
    _demand_full_level(connection)


def _citizen_saving(connection: Connection, _handler: BaseRouteHandler) -> None:
    if not isinstance(_visit(connection).actor, Citizen):
        raise NotSignedIn
    _demand_full_level(connection)


def _demand_full_level(connection: Connection) -> None:
    signed_in = _visit(connection).signed_in
    if signed_in is not None and not signed_in.has_full_level:
        raise LevelTooLow


def _companion(connection: Connection, _handler: BaseRouteHandler) -> None:
    if not isinstance(_visit(connection).actor, Companion):
        raise ScreenGone


def _operator(*roles: Role) -> Any:
    def guard(connection: Connection, _handler: BaseRouteHandler) -> None:
        visit = _visit(connection)
        if visit.signed_in is None or visit.signed_in.is_expired or not isinstance(visit.actor, Operator):
            raise NotSignedIn
        if roles and not visit.actor.has(*roles):
            raise NotAllowed

    return guard


async def _proved_lately(connection: Connection, _handler: BaseRouteHandler) -> None:
    signed_in = _visit(connection).signed_in
    if signed_in is None or not signed_in.is_proved_lately:
        raise ProofNeeded(await connection.app.state["ask_for_proof"](connection))


PUBLIC: dict[str, Any] = {"opt": {"access": "public"}}
CITIZEN: dict[str, Any] = {"opt": {"access": "citizen"}, "guards": [_citizen]}
CITIZEN_LOW: dict[str, Any] = {"opt": {"access": "citizen"}, "guards": [_citizen_low]}
"""A citizen, also one who came in with a one-time code: only for steps of low risk, which tell nothing of a file."""
CITIZEN_SAVING: dict[str, Any] = {"opt": {"access": "citizen"}, "guards": [_citizen_saving]}
"""A citizen, also in a session that has just ended of age: only to save what was typed."""


COMPANION: dict[str, Any] = {"opt": {"access": "companion"}, "guards": [_companion]}
"""Who follows on a second screen, opened by a short-lived link: not signed in, sees one application."""


def operator(*roles: Role, fresh: bool = False) -> dict[str, Any]:
    """Operators who hold one of ``roles`` in their active office; any operator when none is named.

    ``fresh`` asks them once more who they are, when they have not shown it in the last five minutes.
    """
    return {"opt": {"access": "operator"}, "guards": [_operator(*roles), *([_proved_lately] if fresh else [])]}
