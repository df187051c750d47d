"""What a person sees of a SAML provider: who are you, do you agree, and the way back."""

import base64

from litestar import Request, Response, get, post, route
from litestar.response import Redirect

from domain.access.gateways.saml.parties import Departure
from e2e.emulators.identity_provider.pages import choice_page, chosen_person, field, page
from e2e.emulators.identity_provider.refusals import PageRefused
from e2e.emulators.identity_provider.saml.answers import Vouched, answer_with_anomaly, answer_with_person
from e2e.emulators.identity_provider.saml.attributes import WORDS, attributes
from e2e.emulators.identity_provider.saml.house import House
from e2e.emulators.identity_provider.saml.memory import MOST_TRIES, SamlSession
from e2e.emulators.identity_provider.saml.metadata import metadata
from e2e.emulators.identity_provider.saml.misbehaviour import ANOMALIES, LABELS, SamlMisbehaviour
from e2e.emulators.identity_provider.saml.receiving import receive
from e2e.emulators.identity_provider.saml.request import SignInAsked, check_sign_in_request


@get("/metadata")
async def show_metadata(request: Request) -> Response:
    """Describe this entity."""
    return Response(metadata(house_of(request).entity), media_type="application/samlmetadata+xml")


@route("/accedi", http_method=["GET", "POST"], status_code=200)
async def receive_request(request: Request) -> Response:
    """Take the browser in with a signed request; on to the choice of a person."""
    house = house_of(request)
    service, now = await house.service(), house.clock()
    message = receive(await fields_of(request), raw_query(request), service, name="SAMLRequest")
    asked = check_sign_in_request(message, house.entity, service, now)
    house.memory.take_id(asked.request_id, now)
    return Redirect(_place(house, house.memory.open_request(asked)), status_code=303)


@get("/accesso/{name:str}")
async def choose_person(request: Request) -> Response:
    """Show the people of this entity."""
    house, name, asked = _open_request(request)
    return choice_page(
        request,
        house.entity.people,
        house.clock().date(),
        place=_place(house, name),
        service=asked.service_name,
        anomalies=[(str(number), label) for number, label in ANOMALIES.items()],
        has_password=True,
    )


@get("/accesso/{name:str}/consenso")
async def ask_consent(request: Request) -> Response:
    """Show which data would be handed over, and to whom."""
    house, name, asked = _open_request(request)
    number, person = chosen_person(house.entity.people, request.query_params.get("persona", ""))
    known = attributes(person, asked.attributes)
    return page(
        "consent.html",
        place=_place(house, name),
        number=number,
        person=person,
        service=asked.service_name,
        rows=[(WORDS.get(key, key), value) for key, value in known.items()],
        misbehaviours=[(wrong.value, label) for wrong, label in LABELS.items()],
    )


@post("/accesso/{name:str}/consenso", status_code=200)
async def give_consent(request: Request) -> Response:
    """The person agrees: back to the service with a signed answer."""
    house, name, asked = _open_request(request)
    _, person = chosen_person(house.entity.people, await field(request, "persona"))
    wrong = _misbehaviour(await field(request, "errore")) or house.misbehaviour
    vouched, now = Vouched(attributes(person, asked.attributes)), house.clock()
    house.memory.close_request(name)
    if wrong is SamlMisbehaviour.REPLAYED and house.memory.last_answer:
        return _back(asked, house.memory.last_answer)
    house.memory.last_answer = answer_with_person(house.entity, asked, vouched, now, wrong)
    who = f"{person.given_name} {person.family_name}"
    house.memory.keep_session(SamlSession(who, vouched.name_id, vouched.session_index, now))
    return _back(asked, house.memory.last_answer, wrong)


@post("/accesso/{name:str}/rifiuto", status_code=200)
async def refuse_consent(request: Request) -> Response:
    """The person does not agree."""
    return _give_up(request, 22)


@post("/accesso/{name:str}/annullamento", status_code=200)
async def cancel(request: Request) -> Response:
    """The person gives up."""
    return _give_up(request, 25)


@post("/accesso/{name:str}/anomalia", status_code=200)
async def go_wrong(request: Request) -> Response:
    """Something else comes between."""
    number = await field(request, "errore")
    if number not in {str(known) for known in ANOMALIES}:
        raise PageRefused("no such anomaly")
    return _give_up(request, int(number))


@get("/accesso/{name:str}/password")
async def ask_password(request: Request) -> Response:
    """A password that is never right."""
    house, name, _asked = _open_request(request)
    return page("password.html", place=_place(house, name), tries=0, most=MOST_TRIES)


@post("/accesso/{name:str}/password", status_code=200)
async def try_password(request: Request) -> Response:
    """Wrong; the third time the person goes back to the service."""
    house, name, _asked = _open_request(request)
    tries = house.memory.count_wrong_try(name)
    if tries >= MOST_TRIES:
        return _give_up(request, 19)
    return page("password.html", place=_place(house, name), tries=tries, most=MOST_TRIES)


def house_of(request: Request) -> House:
    """The entity whose route was called."""
    return request.app.state.saml[request.route_handler.opt["entity"]]


async def fields_of(request: Request) -> dict[str, str]:
    """The fields of the query or of the form; refuses one given twice."""
    given = await request.form() if request.method == "POST" else request.query_params
    pairs = list(given.multi_items())
    found = {name: str(value) for name, value in pairs}
    if len(found) != len(pairs):
        raise PageRefused("parameter given twice")
    return found


def raw_query(request: Request) -> str:
    """The query exactly as it came; empty for a form."""
    return "" if request.method == "POST" else request.scope["query_string"].decode("ascii", errors="replace")


def departure_page(departure: Departure) -> Response:
    """The page whose form takes the browser away."""
    return page("answer.html", address=departure.address, fields=departure.fields)


def _place(house: House, name: str) -> str:
    return f"{house.entity.profile.path}/accesso/{name}"


def _open_request(request: Request) -> tuple[House, str, SignInAsked]:
    house, name = house_of(request), request.path_params["name"]
    return house, name, house.memory.request(name, house.clock())


def _misbehaviour(value: str) -> SamlMisbehaviour | None:
    if value not in {"", *LABELS}:
        raise PageRefused("no such error")
    return SamlMisbehaviour(value) if value else None


def _give_up(request: Request, number: int) -> Response:
    house, name, asked = _open_request(request)
    house.memory.close_request(name)
    return _back(asked, answer_with_anomaly(house.entity, asked, number, house.clock()))


def _back(asked: SignInAsked, answer: bytes, wrong: SamlMisbehaviour | None = None) -> Response:
    is_other = wrong is SamlMisbehaviour.OTHER_RELAY_STATE
    relay_state = "0" * 43 if is_other else asked.relay_state
    fields = {"SAMLResponse": base64.b64encode(answer).decode(), "RelayState": relay_state}
    return departure_page(Departure(asked.return_address, fields))
