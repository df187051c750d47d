"""In which folder papers go by themselves."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.documents.actions.archive.set_folder_rules import SetFolderRules, set_folder_rules
from domain.documents.queries.archive.folder_rules import folder_rules
from domain.documents.queries.archive.folders import folder_choices
from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, show, typed
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/archivio/regole"


class FolderRuleController(Controller):
    """One rule for each kind of paper."""

    path = PATH

    @get("/", name="folder_rules.edit", **operator(Role.OFFICE_HEAD, *ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The form with what holds."""
        return await _rules_page(request, work, operator)

    @post("/", name="folder_rules.update", **operator(Role.OFFICE_HEAD, *ADMIN_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """What comes from now on follows them."""
        form: Form[SetFolderRules] = await typed(request)
        form.command = SetFolderRules(folders={name: str(value) for name, value in form.values.items()})
        if await attempt(work, operator, form, set_folder_rules):
            return see_other(request, f"{PATH}?fatto=regole")
        return await _rules_page(request, work, operator, form, status=422)


async def _rules_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    form: Form[Any] | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    rules = await folder_rules(work, operator)
    return page(
        request,
        "archive/rules.html",
        status=status,
        rules=rules,
        form=form or show({rule.kind.value: rule.folder for rule in rules}),
        folders=[(row.code, row.label) for row in await folder_choices(work, operator.ente_id)],
        may_rename=operator.has(*ADMIN_ROLES),
        is_done=request.query_params.get("fatto") == "regole",
    )
