"""What a person sees: who are you, do you agree, and the pages for a request that cannot be served."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response, get, post, route
from litestar.enums import MediaType
from litestar.response import Redirect

from e2e.emulators.identity_provider.authorization import check_authorization_request
from e2e.emulators.identity_provider.grants import AuthorizationAsked, Grant
from e2e.emulators.identity_provider.misbehaviour import Misbehaviour
from e2e.emulators.identity_provider.provider import DemoProvider
from e2e.emulators.identity_provider.refusals import PageRefused, RequestRefused
from e2e.emulators.identity_provider.settings import DemoPerson

_HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_LANGUAGES = {
    "it": "italiano",
    "en": "inglese",
    "fr": "francese",
    "es": "spagnolo",
    "ro": "rumeno",
    "sq": "albanese",
    "uk": "ucraino",
    "ar": "arabo",
    "zh": "cinese",
    "de": "tedesco",
}


def page(template: str, /, *, status: int = 200, **values: Any) -> Response:
    """Return a page made from a template of this folder."""
    return Response(_TEMPLATES.get_template(template).render(**values), status_code=status, media_type=MediaType.HTML)


@get("/stile.css")
async def show_stylesheet() -> Response:
    """Serve the one style sheet."""
    return Response((_HERE / "static" / "style.css").read_bytes(), media_type="text/css; charset=utf-8")


@get("/")
async def show_home(request: Request) -> Response:
    """Say what this site is to somebody who comes without a request."""
    return page("home.html", party=_provider(request).settings.party)


@route("/autorizza", http_method=["GET", "POST"], status_code=200)
async def receive_request(request: Request) -> Response:
    """Take the browser in with a signed request; on to the choice of a person."""
    provider = _provider(request)
    is_post = request.method == "POST"
    pairs = (await request.form()).multi_items() if is_post else request.query_params.multi_items()
    query = [(name, str(value)) for name, value in pairs]
    keys = await provider.party_keys()
    try:
        asked = check_authorization_request(query, keys, provider.settings, provider.clock())
    except RequestRefused as refusal:
        return _back(provider, refusal.redirect_uri, refusal.state, error=refusal.error)
    return Redirect(f"/accesso/{provider.grants.open_request(asked)}", status_code=303)


@get("/accesso/{name:str}")
async def choose_person(request: Request) -> Response:
    """Show the people; `cerca` narrows the list by name, story or codice fiscale."""
    provider = _provider(request)
    name, _ = _open_request(request)
    wanted = request.query_params.get("cerca", "").strip()
    found = [(number, person) for number, person in enumerate(provider.people) if _matches(person, wanted)]
    return page(
        "choose.html",
        name=name,
        wanted=wanted,
        found=found,
        today=provider.clock().date(),
        languages=_LANGUAGES,
        party=provider.settings.party,
    )


@get("/accesso/{name:str}/consenso")
async def ask_consent(request: Request) -> Response:
    """Show which data would be handed over, and to whom."""
    provider = _provider(request)
    name, _ = _open_request(request)
    number, person = _person(provider, request.query_params.get("persona", ""))
    return page("consent.html", name=name, number=number, person=person, party=provider.settings.party)


@post("/accesso/{name:str}/consenso", status_code=303)
async def give_consent(request: Request) -> Response:
    """The person agrees: back to the portal with a one-time code."""
    provider = _provider(request)
    name, asked = _open_request(request)
    _, person = _person(provider, str((await request.form()).get("persona", "")))
    provider.grants.close_request(name)
    code = provider.grants.give_code(Grant(asked, person, provider.clock()))
    return _back(provider, asked.redirect_uri, asked.state, code=code)


@post("/accesso/{name:str}/rifiuto", status_code=303)
async def refuse_consent(request: Request) -> Response:
    """The person does not agree."""
    name, asked = _open_request(request)
    _provider(request).grants.close_request(name)
    return _back(_provider(request), asked.redirect_uri, asked.state, error="consent_required")


@post("/accesso/{name:str}/annullamento", status_code=303)
async def cancel(request: Request) -> Response:
    """The person gives up."""
    name, asked = _open_request(request)
    _provider(request).grants.close_request(name)
    return _back(_provider(request), asked.redirect_uri, asked.state, error="access_denied")


def _provider(request: Request) -> DemoProvider:
    return request.app.state.provider


def _open_request(request: Request) -> tuple[str, AuthorizationAsked]:
    name = request.path_params["name"]
    asked = _provider(request).grants.request(name, _provider(request).clock())
    if asked is None:
        raise PageRefused("the request is closed or expired")
    return name, asked


def _matches(person: DemoPerson, wanted: str) -> bool:
    text = f"{person.given_name} {person.family_name} {person.codice_fiscale} {person.story}".casefold()
    return all(word in text for word in wanted.casefold().split())


def _person(provider: DemoProvider, number: str) -> tuple[int, DemoPerson]:
    if not number.isdecimal() or int(number) >= len(provider.people):
        raise PageRefused("no such person")
    return int(number), provider.people[int(number)]


def _back(provider: DemoProvider, redirect_uri: str, state: str, **answer: str) -> Response:
    wrong = provider.issuer.misbehaviour
    answer |= {"state": state, "iss": provider.settings.issuer}
    if wrong is Misbehaviour.RESPONSE_WITH_OTHER_STATE:
        answer["state"] = "s" * 43
    if wrong is Misbehaviour.RESPONSE_WITH_OTHER_ISSUER:
        answer["iss"] = "https://altro-op.example.it"
    if wrong is Misbehaviour.RESPONSE_WITHOUT_ISSUER:
        del answer["iss"]
    joint = "&" if "?" in redirect_uri else "?"
    return Redirect(f"{redirect_uri}{joint}{urlencode(answer)}", status_code=303)
