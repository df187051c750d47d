"""The applications that concern the person, and what became of each."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from domain.intake.queries.application_review import application_review
from domain.intake.queries.bandi.scores_of import own_score
from domain.intake.queries.checking.own_findings import OwnFinding, own_findings
from domain.intake.queries.examination.integration_items import ItemRow, integration_items
from domain.intake.queries.examination.letters_of import letters_of
from domain.intake.queries.own_applications import OwnApplication, own_applications
from domain.kernel.actor import Citizen
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copied.application import (
    CopiedAnswer,
    CopiedApplication,
    CopiedCount,
    CopiedCriterion,
    CopiedFactUsed,
    CopiedFinding,
    CopiedPaper,
    CopiedPoints,
    CopiedRequest,
)


async def copied_applications(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """Those for the person, the latest first, each whole."""
    found = [one for one in await own_applications(work, citizen) if one.beneficiary_id == citizen.person_id]
    return {"applications": tuple([await _application(work, citizen, one, language) for one in found])}


async def _application(work: UnitOfWork, citizen: Citizen, one: OwnApplication, language: str) -> CopiedApplication:
    review = await application_review(work, citizen, one.id, language=language)
    items = await integration_items(work, citizen, one.id, language=language)
    findings = await own_findings(work, citizen, one.id, language)
    return CopiedApplication(
        id=one.id,
        service=one.title.in_(language),
        status=one.status,
        status_label=say(one.status.label, language),
        protocollo=one.protocollo,
        submitted_at=one.submitted_at,
        due_on=one.due_on,
        answers=tuple(
            CopiedAnswer(step=step.title, name=answer.key, question=answer.label, answer=answer.value)
            for step in review.steps
            for answer in step.answers
        ),
        requests=tuple(_request(item) for item in items),
        findings=tuple(_finding(found) for found in findings),
        points=await _points(work, citizen, one.id, language),
        letters=await _letters(work, one.id),
    )


def _request(item: ItemRow) -> CopiedRequest:
    return CopiedRequest(
        id=item.id,
        kind=item.kind,
        label=item.label,
        note=item.note,
        asked_at=item.asked_at,
        answered_at=item.answered_at,
        answer=item.answer,
        document_id=item.document_id,
        file_name=item.file_name,
    )


def _finding(found: OwnFinding) -> CopiedFinding:
    return CopiedFinding(
        requirement=found.requirement,
        sentence=found.sentence,
        is_met=found.is_met,
        computed=found.computed,
        reason=found.reason,
        facts=tuple(
            CopiedFactUsed(name=one.key, label=one.label, value=one.value, source=one.source, day=one.day)
            for one in found.facts
        ),
        found_at=found.found_at,
    )


async def _points(work: UnitOfWork, citizen: Citizen, application_id: UUID, language: str) -> CopiedPoints | None:
    sheet = await own_score(work, citizen, application_id)
    if sheet is None:
        return None
    return CopiedPoints(
        bando=sheet.bando.content.title.in_(language),
        points=_whole(sheet.score.points),
        highest=_whole(sheet.score.highest),
        criteria=tuple(
            CopiedCriterion(
                name=one.key, label=one.label.in_(language), points=_whole(one.points), highest=_whole(one.highest)
            )
            for one in sheet.score.lines
        ),
        counts=tuple(
            CopiedCount(counted_at=one.at, points=_whole(one.points), corrected=one.corrected, reason=one.reason)
            for one in sheet.history
        ),
    )


def _whole(hundredths: int) -> Decimal:
    return Decimal(hundredths) / 100


async def _letters(work: UnitOfWork, application_id: UUID) -> tuple[CopiedPaper, ...]:
    return tuple(
        CopiedPaper(
            document_id=one.document_id,
            title=one.title,
            protocollo=one.protocollo,
            sent_at=one.sent_at,
            opened_at=one.opened_at,
        )
        for one in await letters_of(work, application_id)
    )
