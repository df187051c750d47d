"""`sportello identity test-login`: whether others reach what we publish, and where to try signing in."""

import asyncio
from urllib.parse import quote

import click

from domain.access.gateways.configured_parties import NotInFederation, client_id
from domain.access.gateways.federation.discovery import well_known
from domain.access.gateways.jose_tokens import TokenRefused, unverified_claims
from domain.access.gateways.saml.configured import NoParty
from domain.access.gateways.saml.metadata import MEDIA_TYPE, frozen_metadata
from domain.access.queries.federation_providers import cie_providers
from domain.access.queries.saml_providers import saml_providers, saml_ways
from domain.access.terms import Way
from domain.commands.checks.finding import Finding
from domain.commands.identity.running import answer
from domain.commands.italian import command
from domain.platform.outside.http import CallFailed, call, new_http_client
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

STATEMENT = "application/entity-statement+jwt"
PAGES = {Way.SPID: "/spid/metadata", Way.CIE: "/cie/metadata"}


@command("test-login", epilog="Esce con 0 se tutto si raggiunge, con 1 se qualcosa no. Non fa entrare nessuno.")
def test_login() -> int:
    """Controlla dall'esterno i metadati che pubblichiamo, e dice gli indirizzi con cui provare a entrare."""
    findings = [*asyncio.run(_reached()), *_federation_reached()]
    for finding in findings:
        click.echo(finding.line())
    addresses = answer(_addresses)
    click.echo("\n".join(["Per provare, apri:", *addresses]) if addresses else "Nessun gestore con cui provare.")
    return 0 if addresses and all(finding.is_well for finding in findings) else 1


async def _reached() -> list[Finding]:
    ways = {Way.CIE if way is Way.CIE else Way.SPID for way in saml_ways()}
    return [await _metadata(way) for way in sorted(ways)]


async def _metadata(way: Way) -> Finding:
    address = settings().portal_url.rstrip("/") + PAGES[way]
    try:
        wanted = frozen_metadata(way)
    except NoParty:
        return Finding.problem("metadati", f"{address}: non fissati", "sportello identity metadata --freeze")
    try:
        found = await _get(address, MEDIA_TYPE)
    except CallFailed as failure:
        return Finding.problem(
            "metadati", f"{address} non si raggiunge ({failure})", "controlla portale, DNS e firewall"
        )
    if found != wanted:
        return Finding.problem("metadati", f"{address} dà altri byte", "riavvia i portali; controlla il proxy")
    return Finding.well("metadati", f"{address} dà i byte fissati")


def _federation_reached() -> list[Finding]:
    if not settings().federation:
        return []
    address = well_known(client_id())
    try:
        claims = unverified_claims(asyncio.run(_get(address, STATEMENT)).decode())
    except (CallFailed, TokenRefused, UnicodeDecodeError, NotInFederation) as failure:
        reason = type(failure).__name__
        return [Finding.problem("federazione", f"{address} non va ({reason})", "controlla portale, DNS e firewall")]
    if claims.get("sub") != client_id():
        return [Finding.problem("federazione", f"{address} parla di un altro", "SPORTELLO_FEDERATION_CLIENT_ID")]
    return [Finding.well("federazione", f"{address} risponde")]


async def _get(address: str, media_type: str) -> bytes:
    async with new_http_client() as http:
        found = await call(
            http, "GET", address, loopback_development=settings().loopback_development, accept=media_type
        )
    if found.status != 200:
        raise CallFailed(f"status {found.status}")
    return found.body


async def _addresses(work: UnitOfWork) -> list[str]:
    portal = settings().portal_url.rstrip("/")
    saml = await saml_providers(work, *saml_ways())
    found = [f"{portal}/spid/login?idp={quote(one.entity_id, safe='')}" for one in saml]
    for way in (Way.CIE, Way.SPID):
        found += [f"{portal}/cie/login?op={quote(one.entity_id, safe='')}" for one in await cie_providers(work, way)]
    return sorted(found)
