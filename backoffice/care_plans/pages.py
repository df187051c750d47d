"""The page of a plan, made the same way wherever it is shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.casework.queries.care_plan.plan_file import plan_file
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from web.forms import Action, Form, attempt, show
from web.rendering import page, see_other

PATH = "/progetti"
PLAN = f"{PATH}/{{plan_id:uuid}}"
DONE = frozenset(
    {
        "iniziato", "scritto", "tolto", "proposto", "visto", "restituito", "ripreso", "condiviso", "risposta",
        "revisione", "verifica", "chiuso", "interrotto", "responsabile",
    }
)  # fmt: skip


async def plan_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    plan_id: UUID,
    form: Form[Any] | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """The plan with the version under way, its checks and its history."""
    file = await plan_file(work, operator, plan_id)
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "care_plans/show.html",
        status=status,
        form=form or show(),
        file=file,
        version=file.shown,
        is_mine=file.responsible_id == operator.operator_id,
        done=done if done in DONE else "",
    )


async def act(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, plan_id: UUID, action: Action, done: str,
    command: Any,
) -> Response[Any]:  # fmt: skip
    """Do what a single button asks; where a rule says no, the page of the plan says why."""
    form: Form[Any] = Form(command=command)
    if await attempt(work, operator, form, action, "plan"):
        return see_other(request, f"{PATH}/{plan_id}?fatto={done}")
    return await plan_page(request, work, operator, plan_id, form, status=422)


async def asking_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    plan_id: UUID,
    template: str,
    form: Form[Any] | None,
    *,
    status: int = 200,
    **more: Any,
) -> Response[Any]:
    """A page that asks something about a plan before it is done."""
    file = await plan_file(work, operator, plan_id)
    return page(request, template, status=status, form=form or show(), file=file, version=file.shown, **more)
