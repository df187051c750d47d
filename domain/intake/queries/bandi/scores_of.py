"""The points of one application and how they were counted: for the person and for the office."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.bandi.bando_in_force import (
    BandoInForce,
    Score,
    bando_in_force,
    criteria_of,
    score_kept,
)
from domain.catalogue.queries.form_of import Field, form_of
from domain.intake.model.application import Application
from domain.intake.model.bando_score import BandoScore
from domain.intake.queries.application_sheet import application_to_handle
from domain.intake.queries.own_applications import own_application
from domain.intake.rules.bandi.points import correctable
from domain.intake.rules.shown import shown
from domain.kernel.actor import Citizen, Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class CountRow:
    """A counting: the points in hundredths, and why there was another one (nothing for the first)."""

    turn: int
    points: int
    bando_number: int
    corrected: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ScoreSheet:
    """The points that count now, criterion by criterion, and every counting, the last first."""

    application_id: UUID
    bando: BandoInForce
    score: Score
    history: tuple[CountRow, ...]


@dataclass(frozen=True)
class CorrectableAnswer:
    """A question on which points hang, with the answer that counts now in words."""

    field: Field
    answer: str


async def own_score(work: UnitOfWork, citizen: Citizen, application_id: UUID) -> ScoreSheet | None:
    """One's own points; None for an application to no bando, or not sent. Refuses NotFound."""
    application = await own_application(work, citizen, application_id)
    return await _sheet(work, application, is_named=False)


async def application_score(work: UnitOfWork, operator: Operator, application_id: UUID) -> ScoreSheet:
    """The points for the office; the reading is noted. Refuses NotAllowed, NotFound."""
    application = await application_to_handle(work, operator, application_id)
    sheet = await _sheet(work, application, is_named=True)
    if sheet is None:
        raise NotFound
    work.note_reading(
        Reading(
            person_id=application.beneficiary_id,
            ente_id=application.ente_id,
            subject=ReadingSubject.APPLICATION,
            subject_id=application.id,
            purpose=ReadingPurpose.APPLICATION_WORK,
        )
    )
    return sheet


async def correctable_answers(
    work: UnitOfWork, operator: Operator, application_id: UUID, language: str
) -> list[CorrectableAnswer]:
    """The answers on which points hang, as they count now. Refuses NotAllowed, NotFound."""
    application = await application_to_handle(work, operator, application_id)
    if application.bando_id is None:
        return []
    bando = await bando_in_force(work, application.bando_id)
    form = await form_of(work, application.service_version_id)
    counts = await _counts(work, application.id)
    answers = application.answers | (counts[0].corrections if counts else {})
    fields = correctable(bando.content.criteria, form)
    return [CorrectableAnswer(one, shown(one, answers, language)) for one in fields]


async def _sheet(work: UnitOfWork, application: Application, *, is_named: bool) -> ScoreSheet | None:
    counts = await _counts(work, application.id)
    if application.bando_id is None or not counts:
        return None
    last = counts[0]
    criteria = await criteria_of(work, application.bando_id, last.bando_number)
    people = await operator_names(work, [one.by_id for one in counts if one.by_id]) if is_named else {}
    return ScoreSheet(
        application_id=application.id,
        bando=await bando_in_force(work, application.bando_id),
        score=score_kept(criteria, last.given),
        history=tuple(_row(one, people.get(one.by_id, "") if one.by_id else "") for one in counts),
    )


async def _counts(work: UnitOfWork, application_id: UUID) -> list[BandoScore]:
    wanted = select(BandoScore).where(col(BandoScore.application_id) == application_id)
    return list((await work.session.exec(wanted.order_by(col(BandoScore.turn).desc()).limit(100))).all())


def _row(one: BandoScore, by: str) -> CountRow:
    return CountRow(one.turn, one.points, one.bando_number, one.corrected, one.reason, by, one.counted_at)
