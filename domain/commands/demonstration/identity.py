"""What the portal and the demo identity providers must know of each other."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from domain.access.actions.federation.renew_federation import renew_federation
from domain.access.actions.saml.import_saml_providers import import_saml_providers
from domain.access.gateways.federation.keys import make_keys, read_keys
from domain.access.gateways.json_web_keys import public_key_set
from domain.access.gateways.saml.keys import make_saml_keys
from domain.access.gateways.saml.metadata import freeze_metadata
from domain.access.gateways.saml.parties import Organization
from domain.access.terms import Way
from domain.commands.demonstration.accounts import DemoAccounts
from domain.platform.database import dispose
from domain.platform.identity_settings import IdentitySettings

ENTE = Organization(
    name="Ambito sociale Valle Serena",
    url="https://valleserena.example.org",
    ipa_code="avs_demo",
    email="protocollo@valleserena.example.org",
    phone="+390000000000",
    municipality="Z999",
    locality="Borgo Sereno",
)
"""The invented public body that is enrolled with the demo federations."""
MAPPINGS = ("SPORTELLO_SAML_METADATA_FILES", "SPORTELLO_TRUST_ANCHORS")


def make_identity_keys(folder: Path, portal_url: str) -> None:
    """Make our keys for SAML and for the federation, unless they are there."""
    make_saml_keys(folder, ENTE, portal_url)
    make_keys(folder)


def write_federation_keys(folder: Path, file: Path) -> None:
    """Enrol with the demo federation: write down the public halves of our federation keys, for its anchor to know."""
    file.write_text(json.dumps(public_key_set(*read_keys(folder, "federation").all)))


def identity_settings(portal_url: str, identity_url: str, keys: Path, providers: Path) -> dict[str, str]:
    """The settings of sign-in: SPID, eIDAS and CIE by the demo providers, whose files are in ``providers``."""
    return {
        "SPORTELLO_IPA_CODE": ENTE.ipa_code,
        "SPORTELLO_ORGANIZATION_NAME": ENTE.name,
        "SPORTELLO_ORGANIZATION_URL": ENTE.url,
        "SPORTELLO_ORGANIZATION_EMAIL": ENTE.email,
        "SPORTELLO_ORGANIZATION_PHONE": ENTE.phone,
        "SPORTELLO_ORGANIZATION_MUNICIPALITY": ENTE.municipality,
        "SPORTELLO_ORGANIZATION_LOCALITY": ENTE.locality,
        "SPORTELLO_IDENTITY_KEYS_FOLDER": str(keys),
        "SPORTELLO_SPID": "true",
        "SPORTELLO_EIDAS": "true",
        "SPORTELLO_FEDERATION": "true",
        "SPORTELLO_FEDERATION_CLIENT_ID": portal_url,
        "SPORTELLO_SAML_METADATA_FILES": json.dumps(
            {"spid": [str(providers / "saml/metadata.xml")], "eidas": [str(providers / "eidas/metadata.xml")]}
        ),
        "SPORTELLO_TRUST_ANCHORS": json.dumps({f"{identity_url}/federazione": str(providers / "federation/jwks.json")}),
        "SPORTELLO_COMPLETE_USERINFO": "true",
        "SPORTELLO_DEMO_IDENTITY_PROVIDER": "true",
    }


def further_settings(own: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """``own`` with what the environment says besides, so that acceptance tests can be run on the demo.

    Providers and trust anchors are added to the demo's; what else the environment says of sign-in comes first.
    """
    found = dict(own)
    for name in (f"SPORTELLO_{field.upper()}" for field in IdentitySettings.model_fields):
        if name in given:
            found[name] = _joined(own[name], given[name]) if name in MAPPINGS and name in own else given[name]
    return found


def _joined(own: str, given: str) -> str:
    first, further = json.loads(own), json.loads(given)
    for name, value in further.items():
        known = first.get(name)
        first[name] = [*known, *(one for one in value if one not in known)] if isinstance(known, list) else value
    return json.dumps(first)


def write_people(file: Path, accounts: DemoAccounts) -> None:
    """Tell the identity providers who can sign in."""
    file.write_text(json.dumps([asdict(citizen) for citizen in accounts.citizens], default=str))


def meet_providers() -> None:
    """Publish our metadata, and learn who the demo providers are; they must be running."""
    freeze_metadata(Way.SPID)

    async def meet() -> None:
        try:
            await import_saml_providers()
            await renew_federation()
        finally:
            await dispose()

    asyncio.run(meet())
