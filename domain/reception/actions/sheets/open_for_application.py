"""An application that arrives from the portal opens a contact sheet that is already filled in."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.organization.queries.codes import codes_of
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.code_words import CHANNELS, REASONS
from domain.reception.terms.sheets import SheetStatus

FROM_AFAR, BY_THEMSELVES = "ALTRA_DISTANZA", "SPONTANEO"


class OpenForApplication(BaseModel):
    """Which application, about whom, to which office of ``ente_id``."""

    ente_id: UUID
    office_id: UUID
    person_id: UUID
    application_id: UUID
    submitted_at: datetime


async def open_for_application(work: UnitOfWork, system: System, command: OpenForApplication) -> None:
    """Open it, complete and marked as automatic; doing it again for the same application changes nothing.

    The channel and the reason are written only where the ente's lists have them.
    """
    codes = await codes_of(work, command.ente_id, (CHANNELS, REASONS))
    offered = {row.code for rows in codes.values() for row in rows}
    opened = ContactSheet(
        ente_id=command.ente_id,
        office_id=command.office_id,
        person_id=command.person_id,
        application_id=command.application_id,
        status=SheetStatus.COMPLETE,
        is_automatic=True,
        contact_on=day_of(command.submitted_at),
        channel=FROM_AFAR if FROM_AFAR in offered else None,
        reasons=[BY_THEMSELVES] if BY_THEMSELVES in offered else [],
        saved_at=work.now,
        completed_at=command.submitted_at,
    )
    once = insert(ContactSheet).values(opened.model_dump()).on_conflict_do_nothing(index_elements=["application_id"])
    await work.session.exec(once)
