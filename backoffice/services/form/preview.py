"""A page of the form as the citizen will see it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.services.paths import DRAFT
from domain.catalogue.queries.form_of import Field
from domain.catalogue.queries.service_draft import DESIGN_ROLES, service_draft, step_at
from domain.platform.settings import settings
from web.access import operator
from web.forms import show
from web.locale import gettext, language_code
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
        return page(request, "services/form/preview.html", draft=draft, step=step, way=way, **_empty(step.fields))


def _empty(fields: tuple[Field, ...]) -> dict[str, Any]:
    """What the questions of the portal need when nothing is answered."""
    return {
        "form": show(),
        "fields": fields,
        "option_pairs": lambda field: [(one.value, one.label.in_(language_code())) for one in field.options],
        "is_for_self": False,
        "rules": None,
        "rows_of": lambda _field: range(1),
        "result_of": lambda _field: "",
        "people": [("other", gettext("Un'altra persona"))],
        "files": {},
        "remove_url": lambda _file: None,
        "upload_url": None,
        "limit": settings().upload_limit_bytes,
        "application": {"id": ""},
    }
