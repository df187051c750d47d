"""A page of the form as the citizen will see it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.services.paths import DRAFT
from domain.catalogue.queries.service_draft import DESIGN_ROLES, service_draft, step_at
from domain.intake.queries.application_form import StepQuestions
from domain.intake.queries.papers.held_papers import StepPapers
from web.access import operator
from web.forms import show
from web.locale import language_code
from web.rendering import page
from web.work import CurrentOperator, Work


class DraftPreviewController(Controller):
    """Every question is shown, also those with a condition; nothing can be sent."""

    path = f"{DRAFT}/anteprima/{{step_key:str}}"

    @get("/", name="draft_preview", **operator(*DESIGN_ROLES))
    async def show(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        step_key: FromPath[str],
    ) -> Response[Any]:
        """At the width of a telephone."""
        draft = await service_draft(work, operator, draft_id)
        step = step_at(draft.form, step_key)
        way = [(one.title.in_(language_code()), one.key) for one in draft.form.steps]
        questions = StepQuestions(draft.form, step, {}, language_code())
        shown = {"draft": draft, "step": step, "way": way, "questions": questions}
        return page(request, "services/form/preview.html", **shown, **_empty())


def _empty() -> dict[str, Any]:
    """What the questions of the portal need besides when nothing is answered."""
    return {
        "form": show(),
        "is_for_self": False,
        "people": [],
        "files": {},
        "papers": StepPapers(),
        "remove_url": lambda _file: None,
        "upload_url": None,
        "application": {"id": ""},
    }
