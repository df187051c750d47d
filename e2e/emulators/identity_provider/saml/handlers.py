"""The routes of a SAML entity, the same for each."""

from litestar import Router

from e2e.emulators.identity_provider.saml import logout, screens
from e2e.emulators.identity_provider.saml.entity import PROFILES

_HANDLERS = [
    screens.show_metadata,
    screens.receive_request,
    screens.choose_person,
    screens.ask_consent,
    screens.give_consent,
    screens.refuse_consent,
    screens.cancel,
    screens.go_wrong,
    screens.ask_password,
    screens.try_password,
    logout.receive_message,
    logout.show_sessions,
    logout.start_logout,
]


def saml_routers() -> list[Router]:
    """A router for each entity; its handlers learn from ``opt`` whose they are."""
    return [Router(path=profile.path, route_handlers=_HANDLERS, opt={"entity": profile.path}) for profile in PROFILES]
