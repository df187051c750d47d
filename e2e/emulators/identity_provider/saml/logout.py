"""Single logout: the service's wish is heard and answered; and somebody can be made to leave from here."""

from litestar import Request, Response, get, post, route
from litestar.response import Redirect

from domain.access.gateways.saml.bindings import REQUEST, RESPONSE, send
from domain.access.gateways.saml.parties import Binding, Departure
from domain.access.gateways.saml.vocabulary import (
    ASSERTION,
    ENTITY_FORMAT,
    PROTOCOL,
    REQUESTER,
    SUCCESS,
    TRANSIENT_FORMAT,
    add,
    new_element,
    written,
)
from domain.access.gateways.saml.xml_safety import Node
from e2e.emulators.identity_provider.pages import field, page
from e2e.emulators.identity_provider.refusals import PageRefused
from e2e.emulators.identity_provider.saml.answers import new_id
from e2e.emulators.identity_provider.saml.house import House
from e2e.emulators.identity_provider.saml.memory import SamlSession
from e2e.emulators.identity_provider.saml.reading import one, text
from e2e.emulators.identity_provider.saml.receiving import Message, receive
from e2e.emulators.identity_provider.saml.request import check_frame
from e2e.emulators.identity_provider.saml.screens import departure_page, fields_of, house_of, raw_query
from e2e.emulators.identity_provider.saml.service import Service


@route("/uscita", http_method=["GET", "POST"], status_code=200)
async def receive_message(request: Request) -> Response:
    """Hear the service's wish that a session ends and answer it; or hear the answer to ours."""
    house = house_of(request)
    service, fields = await house.service(), await fields_of(request)
    name = REQUEST if REQUEST in fields else RESPONSE
    message = receive(fields, raw_query(request), service, name=name)
    _check_frame(house, message, service, "LogoutRequest" if name == REQUEST else "LogoutResponse")
    if name == RESPONSE:
        return _heard_answer(house, message)
    return _leave(_answer(house, message, service))


@get("/sessioni")
async def show_sessions(request: Request) -> Response:
    """Who has come in with this provider, each with a button to be sent out."""
    house = house_of(request)
    return _sessions_page(house, is_done=False)


@post("/sessioni", status_code=200)
async def start_logout(request: Request) -> Response:
    """Somebody leaves here: the service must end the session too."""
    house = house_of(request)
    session = house.memory.session(await field(request, "sessione"))
    if session is None:
        raise PageRefused("nobody of this name is signed in")
    return _leave(_request(house, session, await house.service()))


def _check_frame(house: House, message: Message, service: Service, kind: str) -> None:
    if message.root.tag != f"{{{PROTOCOL}}}{kind}":
        raise PageRefused(f"not a {kind}")
    for rule, holds in check_frame(message.root, service, house.entity.address("/uscita"), house.clock()):
        if not holds:
            raise PageRefused(f"{kind}: {rule}")
    house.memory.take_id(message.root.get("ID"), house.clock())


def _answer(house: House, message: Message, service: Service) -> Departure:
    root = message.root
    name = one(root, "./saml:NameID")
    session = house.memory.session(text(name))
    is_known = (
        session is not None
        and name is not None
        and name.get("Format") == TRANSIENT_FORMAT
        and name.get("NameQualifier") == house.entity.entity_id
        and text(one(root, "./samlp:SessionIndex")) == session.session_index
    )
    if session is not None and is_known:
        house.memory.end_session(session.name_id)
    binding = Binding(message.binding)
    _location, address = _exit(service, binding)
    response = _message(house, "LogoutResponse", address, InResponseTo=root.get("ID"))
    status = add(add(response, PROTOCOL, "Status"), PROTOCOL, "StatusCode")
    status.set("Value", SUCCESS if is_known else REQUESTER)
    return send(
        response,
        house.entity.pair,
        parameter=RESPONSE,
        address=address,
        binding=binding,
        relay_state=message.relay_state,
    )[0]


def _request(house: House, session: SamlSession, service: Service) -> Departure:
    address, _answers = _exit(service, Binding.POST)
    root = _message(house, "LogoutRequest", address)
    qualifier = house.entity.entity_id
    add(root, ASSERTION, "NameID", session.name_id, Format=TRANSIENT_FORMAT, NameQualifier=qualifier)
    add(root, PROTOCOL, "SessionIndex", session.session_index)
    house.memory.await_logout(root.get("ID"), session.name_id)
    departure, _octets = send(
        root, house.entity.pair, parameter=REQUEST, address=address, binding=Binding.POST, relay_state=new_id()
    )
    return departure


def _heard_answer(house: House, message: Message) -> Response:
    name_id = house.memory.take_logout(message.root.get("InResponseTo", ""))
    status = one(message.root, "./samlp:Status/samlp:StatusCode")
    if name_id is None or status is None or status.get("Value") != SUCCESS:
        raise PageRefused("LogoutResponse: not an answer to ours, or not a success")
    house.memory.end_session(name_id)
    return _sessions_page(house, is_done=True)


def _message(house: House, name: str, address: str, **attributes: str) -> Node:
    root = new_element(
        PROTOCOL,
        name,
        prefixes={"saml": ASSERTION, "samlp": PROTOCOL},
        ID=new_id(),
        Version="2.0",
        IssueInstant=written(house.clock()),
        Destination=address,
        **attributes,
    )
    entity_id = house.entity.entity_id
    add(root, ASSERTION, "Issuer", entity_id, Format=ENTITY_FORMAT, NameQualifier=entity_id)
    return root


def _exit(service: Service, binding: Binding) -> tuple[str, str]:
    if binding not in service.logouts:
        raise PageRefused("the service takes no logout messages in this way")
    return service.logouts[binding]


def _leave(departure: Departure) -> Response:
    return departure_page(departure) if departure.fields else Redirect(departure.address, status_code=302)


def _sessions_page(house: House, *, is_done: bool) -> Response:
    return page(
        "sessions.html",
        title=house.entity.profile.name,
        place=house.entity.profile.path,
        sessions=house.memory.sessions(),
        done=is_done,
    )
