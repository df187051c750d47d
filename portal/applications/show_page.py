"""The page of one application: whose turn, stages with dates, the facts, the documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.catalogue.terms import FieldKind
from domain.correspondence.queries.conversations.conversation import is_kept_from, unread_about
from domain.intake.queries.application_progress import Progress, application_progress
from domain.intake.queries.application_review import Review, application_review
from domain.intake.queries.bandi.scores_of import own_score
from domain.intake.queries.letters.opening_counts import opening_counts
from domain.intake.queries.own_applications import own_application
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Citizen
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork
from domain.procedure.queries.proceeding_of import ProceedingSheet
from domain.procedure.terms import DECISIONS, AskedKind, Effect, StateKind
from portal.acting.bar import acting_for
from portal.replies.asked import replies_of
from portal.steps.files import ShownFile, shown_files
from portal.steps.step_page import step_url
from web.forms import Form, show
from web.locale import date_time, language_code, long_date, sentence
from web.rendering import page

NEVER_SAVED = 1
UNDER_WAY = frozenset({ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE})


@dataclass(frozen=True)
class ShownStage:
    """A stage in the page's language, for the list of stages."""

    state: str
    title: str
    at: str
    at_iso: str
    note: str


@dataclass(frozen=True)
class Papers:
    """The documents of a question: those sent, and whether they were promised for later, and by when."""

    key: str
    label: str
    files: list[ShownFile]
    is_promised: bool
    due_on: date | None = None
    is_overdue: bool = False


def shown_stages(progress: Progress) -> list[ShownStage]:
    """The stages in words, days without an hour where only the day matters."""
    return [
        ShownStage(
            stage.state.value,
            sentence(stage.title),
            "" if stage.at is None else date_time(stage.at) if isinstance(stage.at, datetime) else long_date(stage.at),
            stage.at.isoformat() if stage.at else "",
            sentence(stage.note) if stage.note else "",
        )
        for stage in progress.stages
    ]


def papers_of(review: Review) -> list[Papers]:
    """The questions that want a document, with what was sent for them."""
    answers = review.application.answers
    return [
        Papers(
            row.key,
            row.label,
            shown_files(review.attachments.get(row.key, ())),
            is_promised=bool(answers.get(f"{row.key}.later")) and not review.attachments.get(row.key),
            due_on=promise.due_on if (promise := review.promises.get(row.key)) else None,
            is_overdue=promise is not None and promise.is_overdue,
        )
        for step in review.steps
        for row in step.answers
        if row.kind is FieldKind.DOCUMENT
    ]


async def first_step(work: UnitOfWork, citizen: Citizen, application_id: UUID) -> str:
    """Where a draft goes on: the first step that has something missing, else the review.

    A new draft begins at the first step even where all is known: people check it, and may ask for somebody else.
    """
    review = await application_review(work, citizen, application_id)
    if review.application.version == NEVER_SAVED:
        return step_url(application_id, 1)
    places = {step.key: place for place, step in enumerate(review.steps, 1)}
    wanting = next(iter(review.missing), None)
    return step_url(application_id, places[wanting]) if wanting else f"/domande/{application_id}/riepilogo"


async def show_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    application_id: UUID,
    problems: Mapping[str, Text] | None = None,
    form: Form[Any] | None = None,
) -> Response[str] | None:
    """The page of an application that was sent; None for a draft.

    ``problems`` are of files sent just now (422); ``form`` is what was typed when answers are refused.
    """
    application = await own_application(work, citizen, application_id)
    if application.is_draft:
        return None
    progress = await application_progress(work, citizen, application_id)
    papers = papers_of(await application_review(work, citizen, application_id, language=language_code()))
    replies = await replies_of(work, citizen, progress)
    return page(
        request,
        "applications/show.html",
        status=422 if problems or (form and form.errors) else 200,
        progress=progress,
        stages=shown_stages(progress),
        papers=papers,
        promised=[one for one in papers if one.is_promised and one.key not in replies.questions],
        replies=replies,
        done=request.query_params.get("fatto", ""),
        form=form or show(None, problems),
        acting=await acting_for(work, citizen, application),
        may_talk=not await is_kept_from(work, citizen, application.beneficiary_id),
        unread=(await unread_about(work, citizen, [application.id])).get(application.id, 0),
        is_mine=progress.may_go_on and application.status in UNDER_WAY,
        is_own=application.applicant_id == citizen.person_id,
        is_over=application.status is ApplicationStatus.WITHDRAWN,
        reasons=_reasons(progress.proceeding),
        opening_counts=progress.may_go_on and await opening_counts(work, application.ente_id),
        score=await own_score(work, citizen, application_id) if application.bando_id else None,
        **_of_proceeding(progress),
    )


def _of_proceeding(progress: Progress) -> dict[str, Any]:
    """Whose turn it is in the words of the procedure, and how the last day is reckoned."""
    found = progress.proceeding
    return {
        "told": found.told.in_(language_code()) if found else "",
        "waits_for_me": found is not None and found.state.kind is StateKind.WAITING_FOR_CITIZEN,
        "answer_due_on": found.answer_due_on if found else None,
        "reckoned": found.deadline.steps if found else (),
    }


def _reasons(found: ProceedingSheet | None) -> list[tuple[str, str]]:
    """Why, in the words of the latest notice or decision of which the person was told: as the letter has them."""
    if found is None:
        return []
    is_told = found.is_final
    for step in found.history:
        is_told = is_told or step.effect is Effect.NOTIFY
        if step.effect is Effect.ANNOUNCE_REJECTION or (step.effect in DECISIONS and is_told):
            texts = [(field.label, value) for field, value in step.fields if field.kind is AskedKind.TEXT]
            return [(label.in_(language_code()), str(value)) for label, value in texts]
    return []
