"""The person is written to: there is a plan to read on the portal."""

from uuid import UUID

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.kernel.actor import System
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.queries.guardianships import guardianships_of
from domain.registry.queries.names import names
from domain.registry.terms import GuardianshipStatus

SUBJECT = _("C'è un progetto da leggere")
WORDS = (
    _("Il tuo ufficio ha preparato un progetto insieme a te."),
    _("Entra nella tua area personale per leggerlo. Se qualcosa non va, parlane con l'ufficio."),
)


async def write_of_plan(work: UnitOfWork, system: System, plan_id: UUID, ente_id: UUID, person_id: UUID) -> None:
    """To the person and to who represents them by a verified title, once for each plan; it says nothing delicate."""
    titles = await guardianships_of(work, system, person_id)
    holders = {
        one.guardian_id for one in titles if one.person_id == person_id and one.status is GuardianshipStatus.VERIFIED
    }
    for reader_id, known in (await names(work, {person_id} | holders)).items():
        letter = SendLetter(
            key=f"care-plan:{plan_id}:{reader_id}",
            ente_id=ente_id,
            person_id=reader_id,
            language=known.language,
            subject=SUBJECT,
            paragraphs=WORDS,
            path=f"/area-personale/progetti/{plan_id}",
        )
        await send_letter(work, letter)
