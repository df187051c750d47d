"""Count the points of an application by the criteria of its bando, and keep how."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.catalogue.queries.bandi.bando_in_force import criteria_of, score
from domain.catalogue.queries.form_of import form_of
from domain.intake.model.application import Application
from domain.intake.model.bando_score import BandoScore
from domain.intake.rules.answers import facts_of
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork, as_the_program


class ScoreApplication(BaseModel):
    """By which version of the bando. ``corrections`` are boxes that the office corrects now, ``corrected`` whose."""

    bando_number: int
    corrections: dict[str, Any] = Field(default_factory=dict)
    corrected: str = ""
    reason: str = ""
    by_id: UUID | None = None


async def score_application(work: UnitOfWork, application: Application, command: ScoreApplication) -> BandoScore:
    """One counting more of ``application``, which came through a door and is locked; the earlier ones stay.

    Written by the program whoever asks: nobody gives points to oneself. Refuses NotFound without a bando.
    """
    if application.bando_id is None:
        raise NotFound
    criteria = await criteria_of(work, application.bando_id, command.bando_number)
    form = await form_of(work, application.service_version_id)
    async with as_the_program(work, "count points"):
        last = await _last(work, application.id)
        corrections = (last.corrections if last else {}) | command.corrections
        found = score(criteria, facts_of(form, application.answers | corrections))
        counted = BandoScore(
            ente_id=application.ente_id,
            application_id=application.id,
            person_id=application.beneficiary_id,
            bando_id=application.bando_id,
            bando_number=command.bando_number,
            turn=last.turn + 1 if last else 1,
            given={line.key: line.points for line in found.lines},
            points=found.points,
            corrections=corrections,
            corrected=command.corrected,
            reason=command.reason,
            by_id=command.by_id,
            counted_at=work.now,
        )
        work.session.add(counted)
    return counted


async def _last(work: UnitOfWork, application_id: UUID) -> BandoScore | None:
    wanted = select(BandoScore).where(col(BandoScore.application_id) == application_id)
    return (await work.session.exec(wanted.order_by(col(BandoScore.turn).desc()).limit(1))).first()
