"""The form of a state, made the same way wherever it is shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.procedures.drafts.pages import ALL_LANGUAGES, draft_to_change, shown_sentence
from backoffice.procedures.words import finding_rows_of, transition_rows
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.queries.definitions import State
from domain.procedure.queries.versions import VersionSheet
from domain.procedure.terms import Clock, StateKind
from web.forms import Form, show
from web.locale import sentence
from web.rendering import page


async def state_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    version_id: UUID,
    key: str | None,
    form: Form[Any] | None,
    *,
    status: int = 200,
    is_typed: bool = True,
) -> Response[Any]:
    """A new state, or the one with ``key``. What ``form`` holds is shown, only its errors when it was not typed here.

    Refuses NotFound, also of a state that is not there.
    """
    sheet = await draft_to_change(work, operator, version_id)
    known = show(_known(_state(sheet, key)))
    if form is not None and not is_typed:
        known.errors, form = form.errors, known
    ways = [row for row in transition_rows(sheet) if key in row["ends"]] if key else []
    return page(
        request,
        "procedures/drafts/state.html",
        status=status,
        form=form or known,
        sheet=sheet,
        state=_state(sheet, key),
        ways=ways,
        findings=finding_rows_of(sheet, state=key) if key else [],
        kinds=[(one.value, sentence(one.label)) for one in StateKind],
        clocks=[(one.value, sentence(one.label)) for one in Clock],
        all_languages=ALL_LANGUAGES,
    )


def _state(sheet: VersionSheet, key: str | None) -> State | None:
    if key is None:
        return None
    found = next((one for one in sheet.definition.states if one.key == key), None)
    if found is None:
        raise NotFound
    return found


def _known(one: State | None) -> dict[str, Any]:
    if one is None:
        return {"clock": Clock.RUNNING.value}
    said = shown_sentence("name", one.name) | shown_sentence("told", one.told) | shown_sentence("task", one.task)
    final = {"is_final": "true"} if one.is_final else {}
    return said | final | {"kind": one.kind.value, "clock": one.clock.value, "days": one.days}
