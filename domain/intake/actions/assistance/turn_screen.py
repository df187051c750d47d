"""The second screen, if there is one, goes on with the operator."""

from uuid import UUID

from domain.intake.queries.assistance.desk_screen import live_screen
from domain.intake.queries.own_draft import own_draft
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def turn_screen(work: UnitOfWork, operator: Operator, application_id: UUID, step_key: str) -> None:
    """Show ``step_key`` where somebody follows already; no link is made. Refuses NotAllowed, NotFound."""
    application = await own_draft(work, operator, application_id)
    screen = await live_screen(work, application.id, for_update=True)
    if screen is not None:
        screen.turn_to(step_key, work.now)
