"""Who may come to a route. Every route names one of these; a test refuses a route that names none."""

from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import Role
from web.visit import Visit

Connection = ASGIConnection[Any, Any, Any, Any]


class NotSignedIn(Exception):
    """The page is for people who have signed in: they are sent to do it, and come back."""


def _visit(connection: Connection) -> Visit:
    found: Visit = connection.scope["state"]["visit"]
    return found


def _citizen(connection: Connection, _handler: BaseRouteHandler) -> None:
    visit = _visit(connection)
    if visit.signed_in is None or visit.signed_in.is_expired or not isinstance(visit.actor, Citizen):
        raise NotSignedIn


def _citizen_saving(connection: Connection, _handler: BaseRouteHandler) -> None:
    if not isinstance(_visit(connection).actor, Citizen):
        raise NotSignedIn


def _operator(*roles: Role) -> Any:
    def guard(connection: Connection, _handler: BaseRouteHandler) -> None:
        visit = _visit(connection)
        if visit.signed_in is None or visit.signed_in.is_expired or not isinstance(visit.actor, Operator):
            raise NotSignedIn
        if roles and not visit.actor.has(*roles):
            raise NotAllowed

    return guard


PUBLIC: dict[str, Any] = {"opt": {"access": "public"}}
CITIZEN: dict[str, Any] = {"opt": {"access": "citizen"}, "guards": [_citizen]}
CITIZEN_SAVING: dict[str, Any] = {"opt": {"access": "citizen"}, "guards": [_citizen_saving]}
"""A citizen, also in a session that has just ended of age: only to save what was typed."""


def operator(*roles: Role) -> dict[str, Any]:
    """Operators who hold one of ``roles`` in their active office; any operator when none is named."""
    return {"opt": {"access": "operator"}, "guards": [_operator(*roles)]}
