"""One of the stories writes with the office: a question, an answer in the person's words, a thank-you."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.intake.actions.conversation.write_about_application import WriteAboutApplication, write_about_application
from domain.kernel.actor import Citizen, Operator
from domain.kernel.clock import as_of
from domain.platform.work import unit_of_work

Bind = AsyncEngine | AsyncConnection | None
React = Callable[[Bind], Awaitable[None]]
ASKS = "Buongiorno, la mia vicina può venire con me alla visita? Da sola mi agito."
ANSWERS = "Buongiorno signora, certo: la sua vicina è la benvenuta. Ci vediamo a casa sua martedì alle 10."
ASKS_AGAIN = "Grazie. Devo preparare qualche documento?"


async def converse(
    application_id: UUID, taken_at: datetime, citizen: Citizen, operator: Operator, bind: Bind, react: React
) -> None:
    """The last question waits for an answer in the office's queue."""
    said: tuple[tuple[Citizen | Operator, str], ...] = ((citizen, ASKS), (operator, ANSWERS), (citizen, ASKS_AGAIN))
    for days, (actor, text) in enumerate(said, 1):
        with as_of(taken_at + timedelta(days=days)):
            async with unit_of_work(actor, bind=bind) as work:
                await write_about_application(
                    work, actor, WriteAboutApplication(application_id=application_id, text=text)
                )
            await react(bind)
