"""What holds for the whole procedure."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.procedures.drafts.pages import (
    ALL_LANGUAGES,
    VERSION,
    draft_to_change,
    settle,
    shown_sentence,
    typed_sentences,
)
from backoffice.procedures.words import state_options
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.change_rules import ChangeRules, change_rules
from domain.procedure.queries.versions import VersionSheet
from domain.procedure.terms.designing import DESIGN_ROLES
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class RulesController(Controller):
    """Name, first state, term, the law that spares the notice."""

    path = f"{VERSION}/regole"

    @get("/", name="procedure.rules", **operator(*DESIGN_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """As they are."""
        return await _rules_page(request, work, operator, version_id, None)

    @post("/", name="procedure.rules.update", **operator(*DESIGN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """As they are from now on."""
        form = await bind(request, ChangeRules, version_id=version_id, **await typed_sentences(request, "name"))
        if await attempt(work, operator, form, change_rules, "seen_revision"):
            return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=regole")
        settle(form, ("name",))
        return await _rules_page(request, work, operator, version_id, form, status=422)


async def _rules_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    version_id: UUID,
    form: Form[Any] | None,
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await draft_to_change(work, operator, version_id)
    return page(
        request,
        "procedures/drafts/rules.html",
        status=status,
        form=form or show(_known(sheet)),
        sheet=sheet,
        states=state_options(sheet.definition.states),
        all_languages=ALL_LANGUAGES,
    )


def _known(sheet: VersionSheet) -> dict[str, Any]:
    plain = ("start", "exempt_from_notice", "term_days", "term_ground")
    known = {name: getattr(sheet.definition, name) for name in plain}
    is_started = {"is_started_by_citizen": "true"} if sheet.definition.is_started_by_citizen else {}
    return shown_sentence("name", sheet.name) | known | is_started
