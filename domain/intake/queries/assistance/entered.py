"""Who has entered an application at the desk, and how the applicant was recognised."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col, select

from domain.access.terms import IdentityDocument
from domain.intake.model.application import Application
from domain.intake.model.assistance import Recognised
from domain.intake.rules.entered import entered_words
from domain.intake.terms import Channel, Recognition
from domain.kernel.text import Text
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


async def how_entered(work: UnitOfWork, application: Application) -> Text | None:
    """In words, of an application that came through a door; None for one that came from the portal."""
    if application.entered_by_id is None:
        return None
    operators = await operator_names(work, [application.entered_by_id])
    known = await names(work, [application.applicant_id])
    applicant = known.get(application.applicant_id)
    person = application.acting_name or (applicant.full_name if applicant else "")
    return entered_words(application.channel, operators.get(application.entered_by_id, ""), person)


@dataclass(frozen=True)
class RecognisedRow:
    """One recognition: how, by which document, by whom, when."""

    way: Recognition
    document_kind: IdentityDocument | None
    document_number: str
    document_expires_on: date | None
    operator_name: str
    at: datetime


@dataclass(frozen=True)
class Entered:
    """The trace of the desk: by which way it came, of which day the paper is, and the recognitions."""

    channel: Channel
    paper_on: date | None
    recognised: tuple[RecognisedRow, ...]


MOST = 20


async def entered(work: UnitOfWork, application: Application) -> Entered | None:
    """The trace for the office; None for an application that came from the portal. At most 20 recognitions."""
    if application.entered_by_id is None:
        return None
    wanted = select(Recognised).where(col(Recognised.application_id) == application.id)
    found = (await work.session.exec(wanted.order_by(col(Recognised.created_at)).limit(MOST))).all()
    called = await operator_names(work, [one.operator_id for one in found])
    return Entered(
        channel=application.channel,
        paper_on=application.paper_on,
        recognised=tuple(
            RecognisedRow(
                way=one.way,
                document_kind=one.document_kind,
                document_number=one.document_number,
                document_expires_on=one.document_expires_on,
                operator_name=called.get(one.operator_id, ""),
                at=one.created_at,
            )
            for one in found
        ),
    )
