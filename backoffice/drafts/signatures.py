"""Signatures of others at the desk: asking for them, and recording one that is on paper."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.assistance.paths import review_path
from domain.access.terms import IdentityDocument
from domain.intake.actions.signatures.ask_signatures import AskSignatures, ask_signatures
from domain.intake.actions.signatures.record_paper_signature import RecordPaperSignature, record_paper_signature
from domain.intake.queries.application_review import application_review
from domain.intake.terms import Recognition
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import language_code, sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class DeskSigningController(Controller):
    """The others are asked from the desk."""

    path = "/domande/{application_id:uuid}/firme"

    @post("/", name="desk_signing.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """They find it in their own area; here one sees what becomes of it."""
        await ask_signatures(work, operator, AskSignatures(application_id=application_id))
        return see_other(request, f"{review_path(application_id)}#signers")


class PaperSignatureController(Controller):
    """A sheet that somebody has signed."""

    path = "/domande/{application_id:uuid}/firme/{signature_id:uuid}/carta"

    @get("/", name="paper_signature.new", **operator(*DESK_ROLES))
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        signature_id: FromPath[UUID],
    ) -> Response[Any]:
        """Who, how one is sure of it, and the sheet."""
        return await _form(request, work, operator, application_id, signature_id, show())

    @post("/", name="paper_signature.create", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        signature_id: FromPath[UUID],
    ) -> Response[Any]:
        """It counts as a signature of what the application says now."""
        form = await _sent(request, application_id, signature_id)
        if await attempt(work, operator, form, record_paper_signature, "signer_name"):
            return see_other(request, f"{review_path(application_id)}#signers")
        return await _form(request, work, operator, application_id, signature_id, form, status=422)


async def _sent(
    request: Request[Any, Any, Any], application_id: UUID, signature_id: UUID
) -> Form[RecordPaperSignature]:
    files = (await typed(request)).files.get("file", [])
    sheet = {"content": await files[0].read(), "file_name": files[0].filename[:255]} if files else {}
    return await bind(request, RecordPaperSignature, application_id=application_id, signature_id=signature_id, **sheet)


async def _form(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    application_id: UUID,
    signature_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    review = await application_review(work, operator, application_id, language=language_code())
    asked = next((one for one in review.signatures if one.id == signature_id), None)
    if asked is None or not review.application.is_draft:
        raise NotFound
    return page(
        request,
        "drafts/paper_signature.html",
        status=status,
        form=form,
        asked=asked,
        card=review.card,
        application_id=application_id,
        ways=[(one.value, sentence(one.label)) for one in Recognition],
        documents=[(one.value, sentence(one.label)) for one in IdentityDocument],
    )
