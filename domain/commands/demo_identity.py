"""What the portal and the demo identity provider must know of each other."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from domain.access.gateways.openid.parties import Provider
from domain.commands.demo_accounts import DemoAccounts

METADATA = "/.well-known/openid-configuration"


def provider_from(issuer: str, fetch: Callable[[str], bytes]) -> str:
    """The registration of the provider at ``issuer``, which says its addresses and keys itself."""
    metadata = json.loads(fetch(issuer + METADATA))
    provider = Provider(
        name="Identità di prova",
        issuer=metadata["issuer"],
        authorization_endpoint=metadata["authorization_endpoint"],
        token_endpoint=metadata["token_endpoint"],
        userinfo_endpoint=metadata["userinfo_endpoint"],
        revocation_endpoint=metadata["revocation_endpoint"],
        jwks=json.loads(fetch(metadata["jwks_uri"])),
        loopback_development=True,
    )
    return provider.model_dump_json()


def write_people(file: Path, accounts: DemoAccounts) -> None:
    """Tell the identity provider who can sign in."""
    file.write_text(json.dumps([asdict(citizen) for citizen in accounts.citizens], default=str))
