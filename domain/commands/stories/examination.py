"""Lets two of the stories move on: one person is asked for what is missing, another has the answer."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.commands.stories.applications import Story
from domain.intake.actions.examination.request_integration import AskedItem, RequestIntegration, request_integration
from domain.intake.terms import ItemKind
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.fire_transition import FireTransition, fire_transition
from domain.procedure.queries.proceeding_of import proceeding_of

Bind = AsyncEngine | AsyncConnection | None
React = Callable[[Bind], Awaitable[None]]
TO_GRANT = ("start_examination", "first_grant", "notify_granted")
MISSING = (
    AskedItem(question="identity", note="La fotografia è scura: serve anche il retro."),
    AskedItem(label="Il nome del medico di famiglia", kind=ItemKind.ANSWER),
)


async def examine(
    story: Story, application_id: UUID, taken_at: datetime, operator: Operator, bind: Bind, react: React
) -> None:
    """What the office did after taking charge, each step on its day; ``operator`` may make these steps."""
    if story.asked_after_days:
        with as_of(taken_at + timedelta(days=story.asked_after_days)):
            async with unit_of_work(operator, bind=bind) as work:
                command = RequestIntegration(
                    application_id=application_id,
                    transition="request_integration",
                    items=MISSING,
                    fields={"missing": "Servono il documento leggibile e il nome del medico."},
                )
                await request_integration(work, operator, command)
            await react(bind)
    for transition in TO_GRANT if story.granted_after_days else ():
        with as_of(taken_at + timedelta(days=story.granted_after_days)):
            async with unit_of_work(operator, bind=bind) as work:
                found = await proceeding_of(work, operator, application_id)
                await fire_transition(work, operator, FireTransition(proceeding_id=found.id, transition=transition))
            await react(bind)
