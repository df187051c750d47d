"""One thing done with many applications: first what would happen, then doing it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post

from backoffice.examination.filters import PATH
from domain.intake.actions.examination.assign_many import AssignMany, assign_many
from domain.intake.actions.examination.move_many import Moved, MoveMany, move_many
from domain.intake.queries.examination.queue import ChosenRow, chosen_applications
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES, Role
from domain.organization.queries.colleagues import colleagues
from domain.platform.work import UnitOfWork
from domain.procedure.queries.bulk import MOST
from web.access import operator
from web.forms import Form, attempt, show, typed
from web.locale import language_code
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class ManyAssignmentController(Controller):
    """A colleague for many applications."""

    path = f"{PATH}/assegnazioni"

    @get("/", name="examination.assignment.new", **operator(Role.OFFICE_HEAD))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Whom it is about, and who can have them."""
        return await _page(request, work, operator, _ids(request.query_params.getall("domanda", [])), show())

    @post("/", name="examination.assignment.create", **operator(Role.OFFICE_HEAD))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Give them."""
        form = await typed(request)
        chosen, given = _typed_ids(form), _ids([str(form.value("responsible_id"))])
        if chosen and given:
            form.command = AssignMany(application_ids=chosen, responsible_id=given[0])
            if await attempt(work, operator, form, assign_many):
                return see_other(request, _told(form.answer))
        return await _page(request, work, operator, chosen, form, status=422)


class ManyPassageController(Controller):
    """A step for many applications."""

    path = f"{PATH}/passaggi"

    @get("/", name="examination.passage.new", **operator(*DESK_ROLES))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Which steps there are; for the one that is chosen, what would happen to each application."""
        chosen = _ids(request.query_params.getall("domanda", []))
        return await _page(
            request, work, operator, chosen, show(), transition=request.query_params.get("passaggio", ""), is_step=True
        )

    @post("/", name="examination.passage.create", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Make it where it can be made."""
        form = await typed(request)
        chosen, transition = _typed_ids(form), str(form.value("passaggio"))
        if chosen and transition:
            form.command = MoveMany(application_ids=chosen, transition=transition)
            if await attempt(work, operator, form, move_many):
                return see_other(request, _told(form.answer))
        return await _page(request, work, operator, chosen, form, transition=transition, is_step=True, status=422)


def _told(moved: Moved) -> str:
    return f"{PATH}?fatti={moved.done}&rifiutati={moved.refused}"


def _typed_ids(form: Form[Any]) -> tuple[UUID, ...]:
    given = form.value("domanda")
    return _ids([given] if isinstance(given, str) else given)


def _ids(given: Sequence[str]) -> tuple[UUID, ...]:
    found: dict[UUID, None] = {}
    for text in given[:MOST]:
        try:
            found[UUID(text)] = None
        except ValueError:
            continue  # nothing of ours
    return tuple(found)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    chosen: Sequence[UUID],
    form: Form[Any],
    *,
    transition: str = "",
    is_step: bool = False,
    status: int = 200,
) -> Response[Any]:
    rows = await chosen_applications(work, operator, chosen, transition or None)
    people = [] if is_step else await colleagues(work, operator.enti, DESK_ROLES)
    steps = _steps(rows)
    return page(
        request,
        "examination/many.html",
        status=status,
        form=form,
        rows=rows,
        is_step=is_step,
        steps=list(steps.items()),
        transition=transition if transition in steps else "",
        step_name=steps.get(transition, ""),
        possible=sum(one.refusal is None for one in rows),
        people=[(one.id, one.full_name) for one in people],
        spoken_here=language_code(),
    )


def _steps(rows: Sequence[ChosenRow]) -> dict[str, str]:
    """The steps that at least one of them can make now, by key."""
    code = language_code()
    return {key: way.name.in_(code) for row in rows for key, way in row.standing.ways.items()}
