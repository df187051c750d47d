"""Who came in with a digital identity, or the ente's own account, proves there again who they are."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.proof.asking import PATH, pairs_of, session_of
from backoffice.sign_in.ways import open_ways
from domain.access.actions.sessions.keep_form import KeepForm, keep_form
from domain.access.queries.credentials.session_proof import session_origin
from domain.access.queries.sessions.kept_form import kept_form
from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from web.access import operator
from web.forms import typed
from web.paths import local_path
from web.rendering import page, see_other
from web.visit import visit_of


class ElsewhereController(Controller):
    """There and back; what was typed waits here meanwhile."""

    path = PATH

    @post("/identita", name="proof.elsewhere", **operator())
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Off to the same provider as at sign-in."""
        session_id, operator_id = session_of(request)
        target, form = local_path(request.query_params.get("next")), await typed(request)
        async with unit_of_work(System("proof elsewhere"), bind=request.app.state.get("bind")) as work:
            origin = await session_origin(work, session_id)
            if request.query_params.get("again") == "1":
                keeping = KeepForm(operator_id=operator_id, path=target, fields=pairs_of(form.values))
                target = f"{PATH}/ripresa/{await keep_form(work, keeping)}"
        door = (await open_ways(request, target, visit_of(request).site.family)).door_of(origin.issuer)
        if door is None:
            raise NotFound
        return see_other(request, f"{door.address}&di-nuovo=1")

    @get("/ripresa/{form_id:uuid}", name="proof.resumed", **operator())
    async def show(self, request: Request[Any, Any, Any], form_id: FromPath[UUID]) -> Response[Any]:
        """What was typed, to be sent after all."""
        async with unit_of_work(System("kept form"), read_only=True, bind=request.app.state.get("bind")) as work:
            kept = await kept_form(work, session_of(request)[1], form_id)
        answer = page(request, "proof/resumed.html", kept=kept)
        answer.headers["Cache-Control"] = "no-store"
        return answer
