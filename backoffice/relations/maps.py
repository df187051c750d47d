"""The two drawings of a person."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.relations.pages import ECO_MAP, GENOGRAM, map_page
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.work import CurrentOperator, Work


class GenogramController(Controller):
    """The family around a person."""

    path = "/persone/{person_id:uuid}/genogramma"

    @get("/", name="person.genogram", **operator(*CASE_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """As it was on a day; the reading is noted."""
        return await map_page(request, work, operator, person_id, GENOGRAM)


class EcoMapController(Controller):
    """The people and places that count for a person."""

    path = "/persone/{person_id:uuid}/ecomappa"

    @get("/", name="person.eco_map", **operator(*CASE_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """As it was on a day; the reading is noted."""
        return await map_page(request, work, operator, person_id, ECO_MAP)
