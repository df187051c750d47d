"""Write to somebody who asked to act for another what the office has decided."""

from uuid import UUID

from pydantic import BaseModel

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.rules.right_to_act import TO_GUARDIAN
from domain.correspondence.terms.occasions import Occasion
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


class TellOfTitle(BaseModel):
    """Whose title, in which ente, and what happened: verified, refused or ended. Written about at most once a day."""

    guardianship_id: UUID
    guardian_id: UUID
    ente_id: UUID
    news: str


async def tell_of_title(work: UnitOfWork, command: TellOfTitle) -> None:
    """A letter to the guardian, who reads neither the name of the other person nor the reason by e-mail."""
    guardian = (await names(work, [command.guardian_id]))[command.guardian_id]
    await send_letter(
        work,
        SendLetter(
            key=f"title-{command.news}:{command.guardianship_id}:{work.today}",
            ente_id=command.ente_id,
            person_id=command.guardian_id,
            language=guardian.language,
            occasion=Occasion.TITLE_CHANGED,
            tags={"novita": TO_GUARDIAN[command.news]},
            path="/area-personale",
        ),
    )
