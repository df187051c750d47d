"""Everything on one page before an operator sends it, and sending it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.assistance.paths import review_path, step_path
from backoffice.assistance.screen_words import shown_screen
from domain.catalogue.terms import FieldKind
from domain.intake.actions.assistance.submit_at_desk import SubmitAtDesk, submit_at_desk
from domain.intake.queries.application_review import Review, application_review
from domain.intake.queries.assistance.desk_screen import desk_screen
from domain.intake.queries.assistance.screen_view import REVIEW
from domain.intake.refusals import AlreadySubmitted, ApplicationIncomplete, NotReadAloud, SignaturesMissing
from domain.intake.terms import Channel
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from web.access import operator
from web.forms import Form, bind, show
from web.locale import gettext, language_code, sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

LISTED = frozenset({FieldKind.DOCUMENT, FieldKind.GROUP})


class DeskReviewController(Controller):
    """Check with the person."""

    path = "/domande/{application_id:uuid}/compilazione/riepilogo"

    @get("/", name="desk_review.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """All answers, each with its way back; the reading is noted."""
        return await _review_page(request, work, operator, application_id, show())


class DeskSubmissionController(Controller):
    """A double click and the back button end at the one sheet."""

    path = "/domande/{application_id:uuid}/compilazione/invio"

    @post("/", name="desk_submission.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Send it once. What is missing is listed on the review (422)."""
        form = await bind(request, SubmitAtDesk, application_id=application_id)
        if form.command is None:
            return await _review_page(request, work, operator, application_id, form, status=422)
        try:
            await submit_at_desk(work, operator, form.command)
        except AlreadySubmitted:
            await work.discard()
        except (ApplicationIncomplete, NotReadAloud, SignaturesMissing) as refusal:
            await work.discard()
            form.errors["is_read_aloud"] = sentence(refusal.message)
            return await _review_page(request, work, operator, application_id, form, status=422)
        return see_other(request, f"/domande/{application_id}")


async def _review_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    application_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    review = await application_review(work, operator, application_id, language=language_code())
    if not review.application.is_draft:
        return see_other(request, f"/domande/{application_id}")
    way = [(step.title, step_path(application_id, place)) for place, step in enumerate(review.steps, 1)]
    people = await names(work, [review.application.beneficiary_id])
    screen = await desk_screen(work, operator, application_id)
    return page(
        request,
        "assistance/review.html",
        status=status,
        application=review.application,
        person=people[review.application.beneficiary_id],
        card=review.card,
        steps=_steps(review),
        gaps=_gaps(review),
        is_complete=review.is_complete,
        signatures=review.signatures,
        is_being_signed=review.is_being_signed,
        is_signed=review.is_signed,
        is_paper=review.application.channel is Channel.PAPER,
        way=[*way, (gettext("Controlla e invia"), review_path(application_id))],
        form=form,
        screen=shown_screen(request, application_id, screen, REVIEW),
    )


def _steps(review: Review) -> list[tuple[str, list[tuple[str, str | list[str], str]]]]:
    """Title and rows of every step, each row with the address to change it."""
    found: list[tuple[str, list[tuple[str, str | list[str], str]]]] = []
    for place, step in enumerate(review.steps, 1):
        address = step_path(review.application.id, place)
        rows: list[tuple[str, str | list[str], str]] = [
            (row.label, row.value.split("\n") if row.kind in LISTED else row.value, f"{address}#{row.key}")
            for row in step.answers
        ]
        found.append((step.title, rows))
    return found


def _gaps(review: Review) -> list[tuple[str, str, str]]:
    """What is missing: where, what, and why."""
    return [
        (f"{step_path(review.application.id, place)}#{key}", step.title, sentence(why))
        for place, step in enumerate(review.steps, 1)
        for key, why in review.missing.get(step.key, {}).items()
    ]
