"""Write to who asked for a correction that there is news; what the news is stands in the personal area only."""

from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.privacy.model.rectification import Rectification
from domain.registry.queries.names import names


async def tell_of_rectification(work: UnitOfWork, system: System, rectification_id: UUID) -> None:
    """One letter for each news. For the job: who asked may live in another ente than the person."""
    found = (await work.session.exec(select(Rectification).where(col(Rectification.id) == rectification_id))).one()
    asker = (await names(work, [found.asked_by_id]))[found.asked_by_id]
    news = "answer" if found.answered_at else "extension"
    await send_letter(
        work,
        SendLetter(
            key=f"rectification-{news}:{found.id}",
            ente_id=found.ente_id,
            person_id=found.asked_by_id,
            language=asker.language,
            occasion=Occasion.RECTIFICATION_NEWS,
            path="/area-personale/rettifiche",
        ),
    )
