"""A sheet sent to another office: the sending, and the other office's answer."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.passed_on.answers import attempt_part, bind_part, sheet_of
from backoffice.sheet_reading.roles import RECEIVING
from backoffice.sheet_reading.show import sheet_page
from domain.reception.actions.referrals.accept_sheet import accept_sheet
from domain.reception.actions.referrals.return_sheet import ReturnSheet, return_sheet
from domain.reception.actions.referrals.send_sheet import SendSheet, send_sheet
from web.access import operator
from web.rendering import see_other
from web.work import CurrentOperator, Work


class ReferralController(Controller):
    """The sendings of a sheet."""

    path = "/accoglienza/schede/{sheet_id:uuid}/invii"

    @post("/", name="contact_sheet.referral", **operator(*RECEIVING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """Send it."""
        form = await bind_part(request, SendSheet, "send", sheet_id=sheet_id)
        if await attempt_part(work, operator, form, "send", send_sheet, "to_office_id"):
            return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=inviata")
        return await sheet_page(request, work, operator, sheet_id, form, status=422)


class ReferralAnswerController(Controller):
    """The answer of the office that got a sheet."""

    path = "/accoglienza/invii/{referral_id:uuid}"

    @post("/ricevimento", name="referral.acceptance", **operator(*RECEIVING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, referral_id: FromPath[UUID]
    ) -> Response[Any]:
        """Take it over."""
        sheet_id = await accept_sheet(work, operator, referral_id)
        return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=ricevuta")

    @post("/restituzione", name="referral.return", **operator(*RECEIVING))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, referral_id: FromPath[UUID]
    ) -> Response[Any]:
        """Give it back, and say why."""
        form = await bind_part(request, ReturnSheet, "return", referral_id=referral_id)
        if form.command is None:
            return await sheet_page(request, work, operator, sheet_of(form), form, status=422)
        await return_sheet(work, operator, form.command)
        return see_other(request, "/accoglienza?vista=ricevute&fatto=restituita")
