"""What was promised for later with an application, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from domain.intake.model.application import Application
from domain.intake.model.promised_paper import PromisedPaper
from domain.intake.queries.attachments_of import attached_fields
from domain.intake.terms import ApplicationStatus
from domain.platform.work import UnitOfWork

WAITING = frozenset({ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE})


@dataclass(frozen=True)
class PromiseRow:
    """By when the document comes; ``is_overdue`` when that day has passed."""

    due_on: date
    is_overdue: bool


async def promises_of(work: UnitOfWork, application: Application) -> Mapping[str, PromiseRow]:
    """What has not come yet, by question; nothing once the application is over. It came through its door."""
    if application.status not in WAITING:
        return {}
    wanted = select(PromisedPaper).where(col(PromisedPaper.application_id) == application.id)
    found = (await work.session.exec(wanted)).all()
    sent = await attached_fields(work, application) if found else {}
    return {one.field: PromiseRow(one.due_on, one.due_on < work.today) for one in found if one.field not in sent}
