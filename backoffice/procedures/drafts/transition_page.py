"""The form of a transition, made the same way wherever it is shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.procedures.drafts.pages import ALL_LANGUAGES, draft_to_change, shown_sentence
from backoffice.procedures.drafts.transition_form import question_rows, shown_questions
from backoffice.procedures.words import finding_rows_of, letter_name, state_options
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.keep_transition import MOST_FIELDS
from domain.procedure.queries.definitions import Transition
from domain.procedure.queries.versions import VersionSheet
from domain.procedure.terms import AskedKind, Effect, Trigger
from domain.procedure.terms.designing import MOVING_ROLES, Letter
from web.forms import Form, show
from web.locale import sentence
from web.rendering import page

FLAGS = ("is_for_citizen", "is_bulk_allowed", "needs_visa", "notifies")


async def transition_page(
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
    """A new transition, or the one with ``key``. What ``form`` holds is shown, only its errors if not typed here.

    Refuses NotFound, also of a transition that is not there.
    """
    sheet = await draft_to_change(work, operator, version_id)
    found = sheet.definition.transition(key) if key else None
    if key and found is None:
        raise NotFound
    known = show(_known(found) if found else {"source": request.query_params.get("da", "")})
    if form is not None and not is_typed:
        known.errors, form = form.errors, known
    shown = form or known
    return page(
        request,
        "procedures/drafts/transition.html",
        status=status,
        form=shown,
        sheet=sheet,
        transition=found,
        findings=finding_rows_of(sheet, transition=key) if key else [],
        questions=range(len(question_rows(shown))),
        most_questions=MOST_FIELDS,
        all_languages=ALL_LANGUAGES,
        **_choices(sheet, found),
    )


def _choices(sheet: VersionSheet, found: Transition | None) -> dict[str, Any]:
    """What the form offers; a role or a letter that the transition has already is offered too."""
    roles = [*MOVING_ROLES, *(role for role in (found.roles if found else ()) if role not in MOVING_ROLES)]
    letters = [one.value for one in Letter]
    letters += [found.letter] if found and found.letter and found.letter not in letters else []
    return {
        "states": state_options(sheet.definition.states),
        "roles": [(one.value, sentence(one.label)) for one in roles],
        "triggers": [(one.value, sentence(one.label)) for one in Trigger],
        "effects": [(one.value, sentence(one.label)) for one in Effect if one is not Effect.NONE],
        "documents": [(one.value, sentence(one.label)) for one in DocumentKind],
        "letters": [(word, letter_name(word)) for word in letters],
        "answer_kinds": [(one.value, sentence(one.label)) for one in AskedKind],
    }


def _known(one: Transition) -> dict[str, Any]:
    plain = {
        "source": one.source,
        "target": one.target,
        "roles": [role.value for role in one.roles],
        "trigger": one.trigger.value if one.trigger else None,
        "effect": one.effect.value if one.effect is not Effect.NONE else None,
        "required_document_kinds": [*one.required_document_kinds],
        "letter": one.letter,
    }
    flags = {name: "true" for name in FLAGS if getattr(one, name)}
    return shown_sentence("name", one.name) | plain | flags | shown_questions(one)
