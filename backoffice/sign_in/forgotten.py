"""The password that was forgotten."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.access.actions.links.ask_password_reset import AskPasswordReset, ask_password_reset
from domain.access.refusals import TooManyTries
from web.access import PUBLIC
from web.forms import bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.requests.address import address_of


class ForgottenPasswordController(Controller):
    """Asking for a link by e-mail; the answer is the same for every address."""

    path = "/accedi/password-dimenticata"

    @get("/", name="password.forgotten", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return page(request, "sign_in/forgotten.html", form=show())

    @post("/", name="password.forgotten.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Send a link, if there is anybody to send it to."""
        form = await bind(request, AskPasswordReset, address=address_of(request))
        if form.command is not None:
            try:
                await ask_password_reset(form.command, bind=request.app.state.get("bind"))
                return see_other(request, f"{self.path}/fatto")
            except TooManyTries as refusal:
                form.errors["email"] = sentence(refusal.message)
        return page(request, "sign_in/forgotten.html", status=422, form=form)

    @get("/fatto", name="password.forgotten.done", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What happens now."""
        return page(request, "sign_in/forgotten_done.html")
