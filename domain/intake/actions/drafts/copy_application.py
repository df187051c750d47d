"""Begin an application like one that was sent before."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.model.application import Application
from domain.intake.queries.drafts.copy_preview import NEVER_SAVED, copy_preview
from domain.intake.refusals import DraftThere
from domain.intake.rules.drafts.earlier import from_application
from domain.kernel.actor import Citizen
from domain.kernel.clock import day_of
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class CopyApplication(BaseModel):
    """Like which one; ``language`` is the one in which the citizen reads now."""

    application_id: UUID
    language: str | None = None


async def copy_application(work: UnitOfWork, citizen: Citizen, command: CopyApplication) -> Application:
    """A draft in the form that counts now, with the answers that still answer something; never declarations or files.

    What we know today goes before what was answered then. Refuses NotFound (also for a service that is not on offer any
    more), NotUnderWay for a draft, NotYourPerson, NotOnline, and DraftThere rather than write over what was typed.
    """
    found = await copy_preview(work, citizen, command.application_id)
    if found.service is None or found.application.submitted_at is None:
        raise NotFound
    begun = StartApplication(
        service_slug=found.service.slug,
        for_person_id=found.application.beneficiary_id,
        language=command.language,
    )
    draft = await start_application(work, citizen, begun)
    if found.draft_id is not None or draft.version != NEVER_SAVED:
        raise DraftThere
    known = {name.partition(".")[0] for name, value in draft.answers.items() if value}
    source = from_application(day_of(found.application.submitted_at))
    taken = {key: given for key, given in found.copied.answers.items() if key not in known}
    draft.answers = draft.answers | {name: value for given in taken.values() for name, value in given.items()}
    draft.known_from = draft.known_from | dict.fromkeys(taken, source)
    return draft
