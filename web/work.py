"""One unit of work for each request: read-only for GET. The only generator dependency there is."""

from collections.abc import AsyncIterator
from typing import Any

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from domain.kernel.actor import Citizen, Companion, Operator
from domain.platform.work import UnitOfWork, unit_of_work
from web.visit import Visit, visit_of

# what our own providers give needs no validating, and a union of dataclasses could not be
Work = NamedDependency[SkipValidation[UnitOfWork]]
CurrentVisit = NamedDependency[SkipValidation[Visit]]
CurrentCitizen = NamedDependency[SkipValidation[Citizen]]
CurrentOperator = NamedDependency[SkipValidation[Operator]]
CurrentCompanion = NamedDependency[SkipValidation[Companion]]


async def provide_work(request: Request[Any, Any, Any]) -> AsyncIterator[UnitOfWork]:
    """Committed after the page is rendered and before it leaves."""
    reads = request.method in ("GET", "HEAD")
    async with unit_of_work(visit_of(request).actor, read_only=reads, bind=request.app.state.get("bind")) as work:
        yield work


def provide_visit(request: Request[Any, Any, Any]) -> Visit:
    """The visit prepared by the middleware."""
    return visit_of(request)


def provide_citizen(request: Request[Any, Any, Any]) -> Citizen:
    """The signed-in citizen; the route's guard has made sure there is one."""
    actor = visit_of(request).actor
    assert isinstance(actor, Citizen)
    return actor


def provide_companion(request: Request[Any, Any, Any]) -> Companion:
    """Who follows on a second screen; the route's guard has made sure there is one."""
    actor = visit_of(request).actor
    assert isinstance(actor, Companion)
    return actor


def provide_operator(request: Request[Any, Any, Any]) -> Operator:
    """The signed-in operator; the route's guard has made sure there is one."""
    actor = visit_of(request).actor
    assert isinstance(actor, Operator)
    return actor
