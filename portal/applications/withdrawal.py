"""Giving up an application."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.withdraw_application import WithdrawApplication, withdraw_application
from domain.intake.queries.application_progress import application_progress
from portal.acting.bar import acting_for
from web.access import CITIZEN
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work


class WithdrawalController(Controller):
    """Asked twice, since it cannot be undone."""

    path = "/domande/{application_id:uuid}/rinuncia"

    @get("/", name="application.withdrawal.new", **CITIZEN)
    async def new(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[str]:
        """What it means."""
        progress = await application_progress(work, citizen, application_id)
        acting = await acting_for(work, citizen, progress)
        return page(request, "applications/withdrawal.html", progress=progress, acting=acting)

    @post("/", name="application.withdrawal.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Tell the office."""
        await withdraw_application(work, citizen, WithdrawApplication(application_id=application_id))
        return see_other(request, f"/domande/{application_id}")
