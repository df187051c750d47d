"""The form of a draft as a file: taken away, brought back."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.services.paths import DRAFT, draft_path
from domain.catalogue.actions.designing.change_draft_form import ChangeDraftForm, change_draft_form
from domain.catalogue.queries.form_file import form_in_file
from domain.catalogue.queries.service_draft import DESIGN_ROLES, DraftSheet, form_as_json, service_draft
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from web.access import operator
from web.downloads import download
from web.forms import Form, attempt, bind, show, typed
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

MEDIA_TYPE = "application/json"
NO_FILE = _("Scegli il file di un modulo.")
NOT_A_FORM = _("Il file non è un modulo che si può pubblicare.")


class DraftFileController(Controller):
    """For who moves a form to another ente, or writes it by hand (docs/forms.md)."""

    path = f"{DRAFT}/file"

    @get("/", name="draft_file", **operator(*DESIGN_ROLES))
    async def show(self, work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]) -> Response[bytes]:
        """The form as it is now."""
        draft = await service_draft(work, operator, draft_id)
        return download(form_as_json(draft.form, draft.benefit_code).encode(), f"modulo-{draft.slug}.json", MEDIA_TYPE)

    @get("/nuovo", name="draft_file.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """The box for a file."""
        draft = await service_draft(work, operator, draft_id)
        return _page(request, draft, show({"seen_revision": draft.revision}))

    @post("/", name="draft_file.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Take the form of the file in the place of the one that is being written."""
        form = await _bound(request, draft_id)
        if await attempt(work, operator, form, change_draft_form, "file"):
            return see_other(request, draft_path(draft_id, "?salvato=1"))
        return _page(request, await service_draft(work, operator, draft_id), form)


async def _bound(request: Request[Any, Any, Any], draft_id: UUID) -> Form[Any]:
    """The command with the form of the file, or why there is none; the places that are wrong stand under the box."""
    sent = await typed(request)
    if not (files := sent.files.get("file")):
        return sent.refuse({"file": NO_FILE})
    try:
        found = form_in_file((await files[0].read()).decode("utf-8-sig", "replace"))
    except Invalid as refused:
        places = [f"{place}: {sentence(reason)}" for place, reason in refused.fields.items()]
        sent.refuse({"file": NOT_A_FORM})
        sent.values["places"] = places
        return sent
    return await bind(request, ChangeDraftForm, draft_id=draft_id, form=found.form, benefit_code=found.benefit_code)


def _page(request: Request[Any, Any, Any], draft: DraftSheet, form: Form[Any]) -> Response[Any]:
    places = form.values.get("places", [])
    status = 422 if form.errors else 200
    return page(request, "services/file.html", status=status, draft=draft, form=form, places=places)
