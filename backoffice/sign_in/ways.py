"""The ways in by a digital identity that are open to operators now, and the page that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Request, Response

from domain.access.queries.ente_provider.providers import ente_choices
from domain.access.queries.federation_providers import cie_providers, is_federation_on
from domain.access.queries.saml_providers import ProviderChoice, saml_providers, saml_ways
from domain.access.terms import Way
from domain.kernel.actor import System
from domain.platform.work import unit_of_work
from web.forms import Form
from web.rendering import page
from web.visit import visit_of


@dataclass(frozen=True)
class Door:
    """A link that leads to a provider."""

    name: str
    address: str
    issuer: str


@dataclass(frozen=True)
class OpenWays:
    """The doors of each way; SPID's in another order each time."""

    spid: tuple[Door, ...] = ()
    cie: tuple[Door, ...] = ()
    ente: tuple[Door, ...] = ()

    def door_of(self, issuer: str) -> Door | None:
        """The door of the provider who vouched before; None when it is closed."""
        return next((door for door in (*self.ente, *self.spid, *self.cie) if issuer and door.issuer == issuer), None)


async def door_page(
    request: Request[Any, Any, Any], form: Form[Any], next_path: str, *, status: int = 200
) -> Response[Any]:
    """The page of the door."""
    ways = await open_ways(request, next_path, visit_of(request).site.family)
    return page(request, "sign_in/new.html", status=status, form=form, next_path=next_path, ways=ways)


async def open_ways(request: Request[Any, Any, Any], next_path: str, family: Sequence[UUID]) -> OpenWays:
    """What the settings turn on and the federations list, and the providers of the enti ``family``.

    Never eIDAS, which knows no codice fiscale.
    """
    ways = tuple(way for way in saml_ways() if way is not Way.EIDAS)
    async with unit_of_work(System("sign in page"), read_only=True, bind=request.app.state.get("bind")) as work:
        found = await saml_providers(work, *ways) if ways else []
        federated = await cie_providers(work) if is_federation_on() else ()
        own = await ente_choices(work, family)
    spid = tuple(_door(one, next_path) for one in found if one.way is Way.SPID)
    by_saml = tuple(_door(one, next_path) for one in found if one.way is Way.CIE)
    by_federation = tuple(
        Door(one.name, f"/cie/login?{urlencode({'op': one.entity_id, 'next': next_path})}", one.entity_id)
        for one in federated
    )
    asked = urlencode({"next": next_path})
    ente = tuple(Door(one.name, f"/accedi/ente/{one.id}?{asked}", one.issuer) for one in own)
    return OpenWays(spid, by_saml + by_federation, ente)


def _door(one: ProviderChoice, next_path: str) -> Door:
    asked = {"idp": one.entity_id, "way": one.way.value, "next": next_path}
    return Door(one.name, f"/spid/login?{urlencode(asked)}", one.entity_id)
