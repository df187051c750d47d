"""A full page, or one block of it when htmx asks for a fragment."""

import json
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2_fragments import render_block
from litestar import Request, Response
from litestar.enums import MediaType
from litestar.response import Redirect
from litestar.utils.scope.state import ScopeState

from domain.kernel.actor import Companion
from web.body_limit import largest_bytes, largest_megabytes
from web.forms import Form
from web.locale import FILTERS, gettext, language_code, ngettext, npgettext, pgettext
from web.requests import htmx
from web.visit import Visit, current_request, current_visit, visit_of

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "static"


@lru_cache(maxsize=1)
def manifest() -> dict[str, str]:
    """Logical names of the static files, with the addresses that carry their content's hash."""
    read = json.loads((STATIC / "manifest.json").read_text())
    return {name: entry if isinstance(entry, str) else entry["url"] for name, entry in read["assets"].items()}


def asset(name: str) -> str:
    """The address of a static file; style sheets come in the ente's palette and the language's direction."""
    if name in ("portal.css", "backoffice.css"):
        visit = current_visit.get()
        palette = visit.site.palette if visit else "comuni"
        suffix = ".rtl.css" if visit and visit.language.direction == "rtl" else ".css"
        name = name.removesuffix(".css") + f".{palette}{suffix}"
    return manifest()[name]


def csrf_token() -> str:
    """The token that a form of this page must carry."""
    request = current_request.get(None)
    token = ScopeState.from_scope(request.scope).csrf_token if request else None
    return token if isinstance(token, str) else ""


def make_environment(site_folder: Path) -> Environment:
    """The templates of one site, with the components of the kit as the global ``ui``."""
    loader = ChoiceLoader(
        [FileSystemLoader(site_folder), FileSystemLoader(HERE), PrefixLoader({"web": FileSystemLoader(HERE)})]
    )
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)  # pyright: ignore[reportAttributeAccessIssue]
    made.policies["ext.i18n.trimmed"] = True
    made.filters |= FILTERS
    made.globals |= {
        "asset": asset,
        "csrf_token": csrf_token,
        "locale": _PageLocale(),
        "largest_bytes": largest_bytes,
        "largest_megabytes": largest_megabytes,
    }
    made.globals["ui"] = SimpleNamespace()  # macros use each other through it, so it must stand before they load
    vars(made.globals["ui"]).update(_components(made))
    return made


class _PageLocale:
    """The page's language, read when it is used: macros are shared by all pages."""

    @property
    def language(self) -> str:
        return language_code()

    @property
    def direction(self) -> str:
        visit = current_visit.get()
        return visit.language.direction if visit else "ltr"

    @property
    def name(self) -> str:
        visit = current_visit.get()
        return visit.language.native_name if visit else "Italiano"


def _components(environment: Environment) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for file in sorted((HERE / "components").glob("*.html")):
        module: Any = environment.get_template(f"components/{file.name}").module
        found |= {name: macro for name, macro in vars(module).items() if not name.startswith("_")}
    return found


def page(
    request: Request[Any, Any, Any], name: str, *, block: str | None = None, status: int = 200, **context: Any
) -> Response[str]:
    """The page ``name``; only its ``block`` when htmx asks for a part of the page."""
    visit = visit_of(request)
    environment: Environment = request.app.state["environment"]
    whole = context | _surroundings(request, visit)
    if block is not None and htmx.wants_fragment(request):
        html = render_block(environment, name, block, **whole)
    else:
        html = environment.get_template(name).render(**whole)
    for shown in context.values():
        if isinstance(shown, Form) and shown.errors:
            html = shown.with_summary(html)
    headers = {
        "Vary": "HX-Request, Accept-Language, Cookie",
        "Cache-Control": "no-store" if visit.signed_in or isinstance(visit.actor, Companion) else "no-cache",
        "Content-Language": visit.language.code,
    }
    return Response(html, status_code=status, media_type=MediaType.HTML, headers=headers)


def _surroundings(request: Request[Any, Any, Any], visit: Visit) -> dict[str, Any]:
    expires_in = visit.signed_in.expires_in if visit.signed_in else None
    return {
        "site": visit.site,
        "signed_in": visit.signed_in,
        "request_path": request.url.path,
        "session_expires_in": expires_in,
        "navigation": visit.navigation,
        "languages": [(one.code, one.native_name, one.direction) for one in visit.languages],
    }


def see_other(request: Request[Any, Any, Any], path: str) -> Response[Any]:
    """Go on to ``path`` after something was done: 303, or the header that htmx follows."""
    if htmx.is_htmx(request):
        return Response("", status_code=200, headers={"HX-Redirect": path})
    return Redirect(path, status_code=303)
