"""What waited for nothing but signatures leaves with the last one."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.form_of import form_of
from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.model.application import Application
from domain.intake.queries.application_of import application_of
from domain.intake.queries.signature_rows import signature_rows
from domain.intake.terms import SignatureState
from domain.kernel.actor import System
from domain.kernel.refusals import NotFound, RuleBroken
from domain.kernel.text import _
from domain.kernel.titles import Title
from domain.platform.work import UnitOfWork
from domain.registry.queries.people_represented_by import people_represented_by


class SubmitSigned(BaseModel):
    """Which one, and after which signature."""

    application_id: UUID
    signature_id: UUID


async def submit_signed(work: UnitOfWork, system: System, command: SubmitSigned) -> bool:
    """Whether it was sent: when everybody has signed what it says now, and the applicant still acts for the person.

    Who acts by delegation, or must still hear the declarations, sends it with a press more: the applicant is told. What
    was sent, changed or deleted meanwhile is let be.
    """
    try:
        application = await application_of(work, system, command.application_id, for_update=True)
    except NotFound:
        return False
    if not application.is_draft:
        return False
    rows = await signature_rows(work, application, await form_of(work, application.service_version_id))
    if not rows or any(one.state is not SignatureState.SIGNED for one in rows):
        return False
    if await _still_acts(work, application):
        try:
            await submit_application(work, system, SubmitApplication(application_id=application.id))
        except RuleBroken:  # incomplete meanwhile, not read aloud yet, or no longer open
            pass
        else:
            return True
    await _tell(work, application, command.signature_id)
    return False


async def _still_acts(work: UnitOfWork, application: Application) -> bool:
    if application.title in (None, Title.SELF):
        return True
    found = await people_represented_by(work, application.applicant_id, work.today)
    return any(one.person_id == application.beneficiary_id for one in found)


async def _tell(work: UnitOfWork, application: Application, signature_id: UUID) -> None:
    told = SendLetter(
        key=f"all-signed:{signature_id}:{application.version}",
        ente_id=application.ente_id,
        person_id=application.applicant_id,
        language=application.language,
        subject=_("Le firme ci sono tutte"),
        paragraphs=(
            _("Tutti hanno firmato la tua domanda. Non è ancora partita."),
            _("Aprila nella tua area personale, fra le domande da finire, e mandala."),
        ),
        path="/domande",
    )
    await send_letter(work, told)
