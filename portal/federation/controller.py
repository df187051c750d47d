"""Who we are in the federation, and whom we trust. Both are read from our own records: nobody else is asked."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.enums import MediaType

from domain.access.queries.own_configuration import own_configuration, resolved
from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from web.access import PUBLIC

STATEMENT = "application/entity-statement+jwt"
RESOLVED = "application/resolve-response+jwt"
MOST_PARAMETERS = 20


class EntityConfigurationController(Controller):
    """Our entity configuration."""

    path = "/.well-known/openid-federation"

    @get("/", name="federation.configuration", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        """The signed statement about ourselves; 404 while we are in no federation."""
        async with _reading(request) as work:
            token = await own_configuration(work)
        if token is None:
            raise NotFound
        return Response(token.encode(), media_type=STATEMENT, headers={"Cache-Control": "public, max-age=300"})


class ResolveController(Controller):
    """The chains that we hold."""

    path = "/resolve"

    @get("/", name="federation.resolve", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What a chain of ours comes to. Never begins to look for one: anybody may ask."""
        asked = list(request.query_params.multi_items())
        subjects = [value for name, value in asked if name == "sub" and value]
        anchors = [value for name, value in asked if name in {"trust_anchor", "anchor"} and value]
        kinds = [value for name, value in asked if name in {"entity_type", "type"} and value]
        if len(subjects) != 1 or not anchors or len(asked) > MOST_PARAMETERS:
            return _error(400, "invalid_request", "sub and trust_anchor are needed")
        async with _reading(request) as work:
            token = await resolved(work, subjects[0], anchors, kinds)
        if token is None:
            return _error(404, "not_found", "no chain of that subject is held here")
        return Response(token.encode(), media_type=RESOLVED, headers={"Cache-Control": "no-cache"})


def _reading(request: Request[Any, Any, Any]) -> Any:
    return unit_of_work(System("federation"), read_only=True, bind=request.app.state.get("bind"))


def _error(status: int, error: str, description: str) -> Response[Any]:
    """An error in the form of the specification, for machines."""
    body = {"error": error, "error_description": description}
    return Response(body, status_code=status, media_type=MediaType.JSON, headers={"Cache-Control": "no-store"})
