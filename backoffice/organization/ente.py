"""How the ente shows itself: name, contacts, colours, languages, logo."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.documents.actions.store_picture import store_picture
from domain.documents.refusals import UnacceptablePicture
from domain.kernel.languages import LANGUAGES
from domain.kernel.roles import ADMIN_ROLES
from domain.organization.actions.change_ente import ChangeEnte, change_ente
from domain.organization.actions.set_logo import SetLogo, set_logo
from domain.organization.queries.enti import ente
from domain.organization.terms import Palette
from web.access import operator
from web.forms import Form, bind, show, typed
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

FIELDS = (
    "name",
    "site_name",
    "motto",
    "phone",
    "email",
    "pec",
    "address",
    "accessibility_url",
    "palette",
    "delegation_months",
)


class EnteController(Controller):
    """The settings of the ente of the active office."""

    path = "/ente"

    @get("/", name="ente", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The form with what is known."""
        shown = await ente(work, operator.ente_id)
        values = {field: getattr(shown, field) for field in FIELDS}
        form = show(
            values
            | {
                "is_taking_mandates": "yes" if shown.is_taking_mandates else None,
                "languages": list(shown.languages),
                "seen_version": shown.version,
            }
        )
        return _page(request, form, is_saved="salvato" in request.query_params, logo=shown.logo_address)

    @post("/", name="ente.update", **operator(*ADMIN_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Change it, for everybody, within seconds."""
        form = await bind(request, ChangeEnte, **await _languages(request))
        if form.command is None:
            return _page(request, form, status=422)
        await change_ente(work, operator, form.command)
        return see_other(request, "/ente?salvato=1")


class LogoController(Controller):
    """The logo of the ente."""

    path = "/ente/logo"

    @post("/", name="ente.logo", **operator(*ADMIN_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Show another logo; without a file, none."""
        form: Form[Any] = await typed(request)
        files = form.files.get("logo", [])
        try:
            picture = await store_picture(await files[0].read(), files[0].filename) if files else None
        except UnacceptablePicture as refusal:
            form.errors["logo"] = sentence(refusal.message)
            return page(request, "organization/logo.html", status=422, form=form)
        await set_logo(
            work,
            operator,
            SetLogo(address=picture.address if picture else None, media_type=picture.media_type if picture else None),
        )
        return see_other(request, "/ente?salvato=1")

    @get("/", name="ente.logo.edit", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form for the logo."""
        return page(request, "organization/logo.html", form=show())


async def _languages(request: Request[Any, Any, Any]) -> dict[str, Any]:
    chosen = (await typed(request)).value("languages")
    return {"languages": tuple(chosen) if isinstance(chosen, list) else tuple(filter(None, [chosen]))}


def _page(
    request: Request[Any, Any, Any],
    form: Form[Any],
    *,
    status: int = 200,
    is_saved: bool = False,
    logo: str | None = None,
) -> Response[Any]:
    return page(
        request,
        "organization/ente.html",
        block="ente_form",
        status=status,
        form=form,
        is_saved=is_saved,
        logo=logo,
        palettes=[(palette.value, sentence(palette.label)) for palette in Palette],
        all_languages=[(language.code, language.native_name) for language in LANGUAGES if language.code != "it"],
    )
