"""The password that is due: the first one, a forgotten one, one that has grown old."""

from typing import Any

from litestar import Controller, Request, Response, post

from backoffice.entry.arrival import AGAIN, PATH, go_on, secret_page, token_of
from domain.access.actions.entry.renew_password import RenewPassword, renew_password
from domain.kernel.refusals import Invalid
from web.access import PUBLIC
from web.forms import bind


class PasswordStepController(Controller):
    """Choosing it."""

    path = f"{PATH}/password"
    exception_handlers = AGAIN

    @post("/", name="entry.password", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Keep the password, or say what is wrong with it."""
        form = await bind(request, RenewPassword, entry_token=token_of(request))
        if form.command is not None:
            try:
                await renew_password(form.command, bind=request.app.state.get("bind"))
                return await go_on(request)
            except Invalid as refusal:
                form.refuse(refusal)
        form.values["password"] = form.values["again"] = ""
        return secret_page(request, "entry/password.html", status=422, form=form, is_first=False)
