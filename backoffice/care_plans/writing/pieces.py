"""Goals, actions and people of a plan: one form for each, one piece at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from pydantic import BaseModel

from backoffice.care_plans.pages import PATH, PLAN, act, asking_page
from backoffice.care_plans.writing.piece_choices import action_choices, goal_choices, party_choices
from domain.casework.actions.care_plan.writing.keep_goal import KeepGoal, keep_goal
from domain.casework.actions.care_plan.writing.keep_party import KeepParty, keep_party
from domain.casework.actions.care_plan.writing.keep_plan_action import KeepPlanAction, keep_plan_action
from domain.casework.actions.care_plan.writing.remove_piece import RemovePiece, remove_piece
from domain.casework.queries.care_plan.plan_file import plan_file
from domain.kernel.refusals import NotFound
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.forms import Action, Form, attempt, bind, show
from web.rendering import see_other
from web.work import CurrentOperator, Work


@dataclass(frozen=True)
class Part:
    """A part of a plan: how it is called in the content, what is asked, and how it is kept."""

    name: str
    template: str
    command: type[BaseModel]
    action: Action
    first: str
    choices: Callable[..., Any]


PARTS = {
    "obiettivi": Part("goals", "care_plans/writing/goal.html", KeepGoal, keep_goal, "text", goal_choices),
    "azioni": Part(
        "actions", "care_plans/writing/action.html", KeepPlanAction, keep_plan_action, "text", action_choices
    ),
    "persone": Part("parties", "care_plans/writing/party.html", KeepParty, keep_party, "name", party_choices),
}


class PlanPieceController(Controller):
    """The pieces of a draft."""

    path = f"{PLAN}/parti/{{part:str}}"

    @get("/nuova", name="care_plan.piece.new", **operator(*CASE_ROLES))
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        plan_id: FromPath[UUID],
        part: FromPath[str],
    ) -> Response[Any]:
        """An empty form; an action may come from its goal."""
        form = show({"goal": request.query_params.get("obiettivo", "")[:40]})
        return await _ask(request, work, operator, plan_id, part, "", form)

    @post("/", name="care_plan.piece.create", **operator(*CASE_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        plan_id: FromPath[UUID],
        part: FromPath[str],
    ) -> Response[Any]:
        """Add it to the draft."""
        return await _keep(request, work, operator, plan_id, part, "")

    @get("/{key:str}", name="care_plan.piece.edit", **operator(*CASE_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        plan_id: FromPath[UUID],
        part: FromPath[str],
        key: FromPath[str],
    ) -> Response[Any]:
        """What is written of it."""
        content = (await plan_file(work, operator, plan_id)).shown.content
        found = next((one for one in getattr(content, _part(part).name) if one.key == key), None)
        if found is None:
            raise NotFound
        known = {name: "" if value is False else value for name, value in found.model_dump(mode="json").items()}
        return await _ask(request, work, operator, plan_id, part, key, show(known))

    @post("/{key:str}", name="care_plan.piece.update", **operator(*CASE_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        plan_id: FromPath[UUID],
        part: FromPath[str],
        key: FromPath[str],
    ) -> Response[Any]:
        """Write it anew."""
        return await _keep(request, work, operator, plan_id, part, key)


class PlanPieceRemovalController(Controller):
    """What is taken out of a draft."""

    path = f"{PLAN}/parti/{{part:str}}/{{key:str}}/rimozione"

    @post("/", name="care_plan.piece.removal", **operator(*CASE_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        plan_id: FromPath[UUID],
        part: FromPath[str],
        key: FromPath[str],
    ) -> Response[Any]:
        """Take it out."""
        _part(part)
        return await act(request, work, operator, plan_id, remove_piece, "tolto", RemovePiece(plan_id=plan_id, key=key))


def _part(name: str) -> Part:
    if name not in PARTS:
        raise NotFound
    return PARTS[name]


async def _keep(
    request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: UUID, name: str, key: str
) -> Response[Any]:
    part = _part(name)
    form = await bind(request, part.command, plan_id=plan_id, key=key)
    if await attempt(work, operator, form, part.action, part.first):
        return see_other(request, f"{PATH}/{plan_id}?fatto=scritto#{name}")
    return await _ask(request, work, operator, plan_id, name, key, form, status=422)


async def _ask(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    plan_id: UUID,
    name: str,
    key: str,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    part = _part(name)
    choices = await part.choices(work, operator, await plan_file(work, operator, plan_id), key)
    address = f"{PATH}/{plan_id}/parti/{name}" + (f"/{key}" if key else "")
    return await asking_page(
        request, work, operator, plan_id, part.template, form, status=status, address=address, key=key, **choices
    )
