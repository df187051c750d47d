"""The shape of an application in a copy of one's data: what was answered, asked, found, counted and written."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from domain.privacy.rules.copied.part import Part


class CopiedAnswer(Part):
    """A question of an application, and what was answered."""

    step: str
    name: str
    question: str
    answer: str


class CopiedRequest(Part):
    """What the office asked for later, with what the person sent; ``kind`` observation: what the person wrote alone."""

    id: UUID
    kind: str
    label: str
    note: str
    asked_at: datetime
    answered_at: datetime | None
    answer: str
    document_id: UUID | None
    file_name: str


class CopiedFactUsed(Part):
    """A fact from which a requirement was judged, in words, with where it was known from, and its day."""

    name: str
    label: str
    value: str
    source: str
    day: date | None


class CopiedFinding(Part):
    """What the office found on a requirement: ``computed`` is what the rule said; the latest one counts."""

    requirement: str
    sentence: str
    is_met: bool
    computed: str
    reason: str
    facts: tuple[CopiedFactUsed, ...]
    found_at: datetime


class CopiedCriterion(Part):
    """The points for one criterion of a bando, of the most that it gives."""

    name: str
    label: str
    points: Decimal
    highest: Decimal


class CopiedCount(Part):
    """One counting of the points; ``corrected`` is the answer that the office corrected, with the reason."""

    counted_at: datetime
    points: Decimal
    corrected: str
    reason: str


class CopiedPoints(Part):
    """The points of an application for a bando, criterion by criterion; every counting, the last first."""

    bando: str
    points: Decimal
    highest: Decimal
    criteria: tuple[CopiedCriterion, ...]
    counts: tuple[CopiedCount, ...]


class CopiedPaper(Part):
    """A letter of the office with its protocollo; the file is among the documents."""

    document_id: UUID
    title: str
    protocollo: str
    sent_at: datetime
    opened_at: datetime | None


class CopiedApplication(Part):
    """An application that concerns the person: all its answers, and what became of it."""

    id: UUID
    service: str
    status: str
    status_label: str
    protocollo: str | None
    submitted_at: datetime | None
    due_on: date | None
    answers: tuple[CopiedAnswer, ...]
    requests: tuple[CopiedRequest, ...] = ()
    findings: tuple[CopiedFinding, ...] = ()
    points: CopiedPoints | None = None
    letters: tuple[CopiedPaper, ...] = ()
