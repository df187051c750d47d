"""An application goes to the others who sign it."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.form_of import FormDefinition, form_of
from domain.intake.events import SignaturesAsked
from domain.intake.model.application import Application
from domain.intake.model.signature import Signature
from domain.intake.permissions import title_in
from domain.intake.queries.attachments_of import attached_fields
from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.signature_rows import open_signatures, signature_rows
from domain.intake.refusals import ApplicationIncomplete, NotYetChecked, NotYourPerson
from domain.intake.rules.completeness import missing
from domain.intake.rules.shown import spoken
from domain.kernel.actor import Citizen, Operator
from domain.kernel.titles import Title
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


class AskSignatures(BaseModel):
    """Of which draft; ``language`` is the one in which the citizen has read it, and will get the receipt."""

    application_id: UUID
    language: str | None = None


async def ask_signatures(work: UnitOfWork, actor: Citizen | Operator, command: AskSignatures) -> None:
    """Ask everybody whom the answers name; those who are not named any more are not asked any more.

    Whether we know any of them makes no difference. From now on the desk sees the draft too, to record signatures on
    paper. Who has refused is asked again. Refuses NotFound, AlreadySubmitted, NotYetChecked, NotYourPerson,
    ApplicationIncomplete.
    """
    application = await own_draft(work, actor, command.application_id)
    form = await form_of(work, application.service_version_id)
    if isinstance(actor, Citizen):
        await _act(work, actor, application)
    if gaps := missing(form, application.answers, await attached_fields(work, application), today=work.today):
        raise ApplicationIncomplete(tuple(gaps))
    application.language = spoken(command.language or application.language)
    application.share(work.now)
    await _ask(work, application, form)
    await work.record(SignaturesAsked(ente_id=application.ente_id, application_id=application.id))


async def _act(work: UnitOfWork, citizen: Citizen, application: Application) -> None:
    """The applicant acts now, by the title that counts now: when all have signed, the program only sends it on."""
    if application.beneficiary_id in citizen.prepares_for:
        raise NotYetChecked
    title = title_in(citizen, application)
    if title is None:
        raise NotYourPerson
    mandate = citizen.mandate_for(
        application.beneficiary_id, service_id=application.service_id, application_id=application.id
    )
    application.act_as(title, mandate.delegation_id if mandate and title.is_delegated else None)
    me = (await names(work, [citizen.person_id]))[citizen.person_id]
    application.acting_name = None if title is Title.SELF else me.full_name


async def _ask(work: UnitOfWork, application: Application, form: FormDefinition) -> None:
    wanted = {one.codice_fiscale: one for one in await signature_rows(work, application, form)}
    asked = {one.codice_fiscale: one for one in await open_signatures(work, application.id, for_update=True)}
    for code, signature in asked.items():
        if code not in wanted:
            signature.close(work.now)
        elif signature.refused_at is not None:
            signature.refused_at, signature.reason, signature.asked_at = None, "", work.now
    for code in wanted.keys() - asked.keys():
        work.session.add(
            Signature(
                ente_id=application.ente_id,
                application_id=application.id,
                person_id=application.beneficiary_id,
                applicant_id=application.applicant_id,
                field=wanted[code].field,
                codice_fiscale=code,
                asked_at=work.now,
            )
        )
