"""The ways in that are open now, as the sign-in page shows them."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from litestar import Request

from domain.access.queries.federation_providers import FederatedChoice, cie_providers, is_federation_on
from domain.access.queries.saml_providers import ProviderChoice, saml_providers, saml_ways
from domain.access.terms import Way
from domain.kernel.actor import System
from domain.platform.work import unit_of_work
from portal.sign_in.logos import logo_of


@dataclass(frozen=True)
class Door:
    """A link that leads to a provider. ``logo`` is the name of a static file, if there is one."""

    name: str
    address: str
    logo: str = ""


@dataclass(frozen=True)
class OpenWays:
    """The doors of each way; SPID's in another order each time."""

    spid: tuple[Door, ...] = ()
    cie: tuple[Door, ...] = ()
    eidas: tuple[Door, ...] = ()

    @property
    def any(self) -> bool:
        """Whether one can come in at all."""
        return bool(self.spid or self.cie or self.eidas)


async def open_ways(request: Request[Any, Any, Any], next_path: str) -> OpenWays:
    """What the settings turn on and the federations list; every door leads back to ``next_path`` in the end."""
    ways = saml_ways()
    if not ways and not is_federation_on():
        return OpenWays()
    async with unit_of_work(System("sign in page"), read_only=True, bind=request.app.state.get("bind")) as work:
        found = await saml_providers(work, *ways) if ways else []
        federated = await cie_providers(work) if is_federation_on() else ()
    doors: dict[Way, list[Door]] = {Way.SPID: [], Way.CIE: [], Way.EIDAS: []}
    for one in found:
        doors[one.way].append(_door(one, next_path))
    doors[Way.CIE] += [_federated_door(one, next_path) for one in federated]
    return OpenWays(tuple(doors[Way.SPID]), tuple(doors[Way.CIE]), tuple(doors[Way.EIDAS]))


def _door(one: ProviderChoice, next_path: str) -> Door:
    asked = {"idp": one.entity_id, "way": one.way.value, "next": next_path}
    return Door(one.name, f"/spid/login?{urlencode(asked)}", logo_of(one.entity_id))


def _federated_door(one: FederatedChoice, next_path: str) -> Door:
    return Door(one.name, f"/cie/login?{urlencode({'op': one.entity_id, 'next': next_path})}")
