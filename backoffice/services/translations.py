"""All the sentences of a service that is being written, in one other language."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.services.paths import DRAFT, draft_path
from domain.catalogue.actions.designing.translate_draft import TranslateDraft, translate_draft
from domain.catalogue.queries.service_draft import DESIGN_ROLES, service_draft
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PARTS = ("card.", "form.", "requirements.")
"""How the places of sentences begin."""


class DraftTranslationController(Controller):
    """The Italian beside a box for each sentence."""

    path = f"{DRAFT}/traduzioni/{{language:str}}"

    @get("/", name="draft_translation", **operator(*DESIGN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        language: FromPath[str],
    ) -> Response[Any]:
        """What is said so far in that language."""
        return await _page(request, work, operator, draft_id, language)

    @post("/", name="draft_translation.update", **operator(*DESIGN_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        draft_id: FromPath[UUID],
        language: FromPath[str],
    ) -> Response[Any]:
        """Keep the sentences; an empty box takes one away."""
        sent = await typed(request)
        words = {name: str(value) for name, value in sent.values.items() if name.startswith(PARTS)}
        form = await bind(request, TranslateDraft, draft_id=draft_id, language=language, words=words)
        if await attempt(work, operator, form, translate_draft, "seen_revision"):
            return see_other(request, draft_path(draft_id, "?salvato=1"))
        return await _page(request, work, operator, draft_id, language, form)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    draft_id: UUID,
    language: str,
    form: Form[Any] | None = None,
) -> Response[Any]:
    spoken = BY_CODE.get(language)
    if spoken is None or spoken is SOURCE:
        raise NotFound
    draft = await service_draft(work, operator, draft_id)
    said = draft.sentences
    known = {place: words.get(language) for place, words in said.items()}
    return page(
        request,
        "services/translation.html",
        status=422 if form else 200,
        draft=draft,
        spoken=spoken,
        form=form or show(known | {"seen_revision": draft.revision}),
        sentences=[(place, words[SOURCE.code]) for place, words in said.items()],
    )
