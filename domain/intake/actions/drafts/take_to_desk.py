"""A draft that was begun at home is gone on with at the desk, because the person asks for it."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.intake.model.application import Application
from domain.intake.permissions import may_work_on_applications
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork, as_the_program

SUBJECT = _("La tua bozza è aperta allo sportello")
WORDS = (
    _("Allo sportello un operatore ha aperto la domanda che hai iniziato da casa, perché lo hai chiesto tu."),
    _("La puoi continuare anche dal sito. Se non lo hai chiesto tu, chiamaci subito."),
)


class TakeToDesk(BaseModel):
    """Whose draft, for whom, for which service and bando (None: the service alone).

    The caller has recognised the applicant.
    """

    applicant_id: UUID
    beneficiary_id: UUID
    service_id: UUID
    bando_id: UUID | None = None


async def take_to_desk(work: UnitOfWork, operator: Operator, command: TakeToDesk) -> Application:
    """The draft, which from now on both see. The reading is noted, and the applicant gets a message.

    Refuses NotAllowed, and Invalid under ``is_from_home`` where there is none.
    """
    if not may_work_on_applications(operator):
        raise NotAllowed
    wanted = select(Application).where(
        col(Application.applicant_id) == command.applicant_id,
        col(Application.beneficiary_id) == command.beneficiary_id,
        col(Application.service_id) == command.service_id,
        col(Application.bando_id).is_not_distinct_from(command.bando_id),
        col(Application.status) == ApplicationStatus.DRAFT,
        col(Application.entered_by_id).is_(None),
        col(Application.ente_id).in_(operator.enti),
    )
    async with as_the_program(work, "take draft to desk"):  # it is the citizen's alone until this moment
        draft = (await work.session.exec(wanted.with_for_update())).first()
        if draft is not None and draft.shared_at is None:
            draft.share(work.now)
            await _tell(work, draft)
    if draft is None:
        raise Invalid({"is_from_home": _("La persona non ha una bozza per questo servizio.")})
    work.note_reading(
        Reading(
            person_id=draft.beneficiary_id,
            ente_id=draft.ente_id,
            subject=ReadingSubject.APPLICATION,
            subject_id=draft.id,
            purpose=ReadingPurpose.DESK_HELP,
        )
    )
    return draft


async def _tell(work: UnitOfWork, draft: Application) -> None:
    told = SendLetter(
        key=f"draft-at-desk:{draft.id}",
        ente_id=draft.ente_id,
        person_id=draft.applicant_id,
        language=draft.language,
        subject=SUBJECT,
        paragraphs=WORDS,
        path="/domande",
    )
    await send_letter(work, told)
