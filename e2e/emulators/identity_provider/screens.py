"""What a person sees: who are you, do you agree, and the pages for a request that cannot be served."""

from urllib.parse import urlencode

from litestar import Request, Response, get, post, route
from litestar.response import Redirect

from e2e.emulators.identity_provider.authorization import check_authorization_request
from e2e.emulators.identity_provider.grants import AuthorizationAsked, Grant
from e2e.emulators.identity_provider.misbehaviour import LABELS, Misbehaviour
from e2e.emulators.identity_provider.pages import choice_page, chosen_person, field, page, static_file
from e2e.emulators.identity_provider.provider import DemoProvider
from e2e.emulators.identity_provider.refusals import PageRefused, RequestRefused
from e2e.emulators.identity_provider.settings import DemoPerson

ERRORS = {
    "login_required": "Tempo scaduto",
    "unmet_authentication_requirements": "Nessuna credenziale del livello chiesto",
    "server_error": "Guasto del provider",
    "temporarily_unavailable": "Provider fuori servizio",
    "invalid_request": "La richiesta non piace al provider",
}
"""The errors of the protocol that a person may cause here, besides giving up and not agreeing."""


@get("/stile.css")
async def show_stylesheet() -> Response:
    """Serve the one style sheet."""
    return Response(static_file("style.css"), media_type="text/css; charset=utf-8")


@get("/invia.js")
async def show_script() -> Response:
    """Serve the one script."""
    return Response(static_file("invia.js"), media_type="text/javascript; charset=utf-8")


@get("/")
async def show_home(request: Request) -> Response:
    """Say what this site is to somebody who comes without a request."""
    provider = _provider(request)
    return page("home.html", service=provider.service_name, anchor=provider.anchor)


@route("/autorizza", http_method=["GET", "POST"], status_code=200)
async def receive_request(request: Request) -> Response:
    """Take the browser in with a signed request; on to the choice of a person."""
    provider = _provider(request)
    is_post = request.method == "POST"
    pairs = (await request.form()).multi_items() if is_post else request.query_params.multi_items()
    query = [(name, str(value)) for name, value in pairs]
    party = await provider.party(dict(query).get("client_id", ""))
    keys = await provider.party_keys(party)
    try:
        asked = check_authorization_request(query, party, keys, provider.settings, provider.clock())
    except RequestRefused as refusal:
        return _back(provider, refusal.redirect_uri, refusal.state, None, error=refusal.error)
    return Redirect(f"/accesso/{provider.grants.open_request(asked)}", status_code=303)


@get("/accesso/{name:str}")
async def choose_person(request: Request) -> Response:
    """Show the people; `cerca` narrows the list by name, story or codice fiscale."""
    provider = _provider(request)
    name, asked = _open_request(request)
    return choice_page(
        request,
        provider.people,
        provider.clock().date(),
        place=f"/accesso/{name}",
        service=asked.party.client_name,
        anomalies=ERRORS.items(),
    )


@get("/accesso/{name:str}/consenso")
async def ask_consent(request: Request) -> Response:
    """Show which data would be handed over, and to whom."""
    name, asked = _open_request(request)
    number, person = chosen_person(_provider(request).people, request.query_params.get("persona", ""))
    return page(
        "consent.html",
        place=f"/accesso/{name}",
        number=number,
        person=person,
        service=asked.party.client_name,
        rows=_rows(person),
        misbehaviours=[(wrong.value, label) for wrong, label in LABELS.items()],
    )


@post("/accesso/{name:str}/consenso", status_code=303)
async def give_consent(request: Request) -> Response:
    """The person agrees: back to the portal with a one-time code."""
    provider = _provider(request)
    name, asked = _open_request(request)
    _, person = chosen_person(provider.people, await field(request, "persona"))
    wrong = _misbehaviour(await field(request, "errore"))
    provider.grants.close_request(name)
    code = provider.grants.give_code(Grant(asked, person, provider.clock(), wrong))
    return _back(provider, asked.redirect_uri, asked.state, wrong, code=code)


@post("/accesso/{name:str}/rifiuto", status_code=303)
async def refuse_consent(request: Request) -> Response:
    """The person does not agree."""
    return _give_up(request, "consent_required")


@post("/accesso/{name:str}/annullamento", status_code=303)
async def cancel(request: Request) -> Response:
    """The person gives up."""
    return _give_up(request, "access_denied")


@post("/accesso/{name:str}/anomalia", status_code=303)
async def go_wrong(request: Request) -> Response:
    """Something else comes between."""
    error = await field(request, "errore")
    if error not in ERRORS:
        raise PageRefused("no such error")
    return _give_up(request, error)


def _provider(request: Request) -> DemoProvider:
    return request.app.state.provider


def _open_request(request: Request) -> tuple[str, AuthorizationAsked]:
    name = request.path_params["name"]
    asked = _provider(request).grants.request(name, _provider(request).clock())
    if asked is None:
        raise PageRefused("the request is closed or expired")
    return name, asked


def _give_up(request: Request, error: str) -> Response:
    name, asked = _open_request(request)
    _provider(request).grants.close_request(name)
    return _back(_provider(request), asked.redirect_uri, asked.state, None, error=error)


def _misbehaviour(value: str) -> Misbehaviour | None:
    if value not in {"", *LABELS}:
        raise PageRefused("no such error")
    return Misbehaviour(value) if value else None


def _rows(person: DemoPerson) -> list[tuple[str, str]]:
    rows = [
        ("Nome e cognome", f"{person.given_name} {person.family_name}"),
        ("Codice fiscale", person.codice_fiscale),
        ("Data di nascita", person.born_on.strftime("%d/%m/%Y")),
        ("Sesso", person.sex),
        ("Codice del luogo di nascita", person.birthplace_code or ""),
        ("E-mail", person.email or ""),
    ]
    return [(label, value) for label, value in rows if value]


def _back(
    provider: DemoProvider, redirect_uri: str, state: str, chosen: Misbehaviour | None, **answer: str
) -> Response:
    wrong = chosen or provider.issuer.misbehaviour
    answer |= {"state": state, "iss": provider.settings.issuer}
    if wrong is Misbehaviour.RESPONSE_WITH_OTHER_STATE:
        answer["state"] = "s" * 43
    if wrong is Misbehaviour.RESPONSE_WITH_OTHER_ISSUER:
        answer["iss"] = "https://altro-op.example.it"
    if wrong is Misbehaviour.RESPONSE_WITHOUT_ISSUER:
        del answer["iss"]
    joint = "&" if "?" in redirect_uri else "?"
    return Redirect(f"{redirect_uri}{joint}{urlencode(answer)}", status_code=303)
