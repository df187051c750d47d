"""Fills the database of the site: the anchor, its provider, one person, and the relying party whose keys are in a file.

Run with the settings' environment: `python enrol.py <client_id> <file with its federation keys>`. Prints the public
keys of the anchor.
"""

# pyright: reportMissingImports=false

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from spid_cie_oidc.accounts.models import User  # noqa: E402
from spid_cie_oidc.authority.models import (  # noqa: E402
    FederationDescendant,
    FederationEntityAssignedProfile,
    FederationEntityProfile,
)
from spid_cie_oidc.entity.models import FederationEntityConfiguration  # noqa: E402

ANCHOR = settings.ANCHOR
PROVIDER = f"{ANCHOR}/oidc/op"
PASSWORD = os.environ["FEDERATION_SECRET"]


def _anchor() -> FederationEntityConfiguration:
    entity = {
        "federation_fetch_endpoint": f"{ANCHOR}/fetch",
        "federation_list_endpoint": f"{ANCHOR}/list",
        "federation_resolve_endpoint": f"{ANCHOR}/resolve",
        "federation_trust_mark_status_endpoint": f"{ANCHOR}/trust_mark_status",
        "organization_name": "Federazione altrui",
        "homepage_uri": ANCHOR,
        "contacts": ["ops@federation.example"],
    }
    return FederationEntityConfiguration.objects.create(
        sub=ANCHOR,
        metadata={"federation_entity": entity},
        trust_mark_issuers={_mark(kind): [ANCHOR] for kind in ("openid_relying_party", "openid_provider")},
        constraints={"max_path_length": 1},
        is_active=True,
    )


def _provider() -> FederationEntityConfiguration:
    made = FederationEntityConfiguration.objects.create(
        sub=PROVIDER, entity_type="openid_provider", authority_hints=[ANCHOR], is_active=True
    )
    made.jwks_core = [key | {"use": "sig"} for key in made.jwks_core]
    algorithms = {
        "request_object_signing_alg_values_supported": ["RS256", "RS512"],
        "id_token_signing_alg_values_supported": ["RS256", "RS512"],
        "userinfo_signing_alg_values_supported": ["RS256", "RS512"],
        "userinfo_encryption_alg_values_supported": ["RSA-OAEP", "RSA-OAEP-256"],
        "userinfo_encryption_enc_values_supported": ["A128CBC-HS256", "A256CBC-HS512"],
    }
    made.metadata = {
        "openid_provider": {
            "issuer": PROVIDER,
            "organization_name": "CIE altrui",
            "authorization_endpoint": f"{PROVIDER}/authorization",
            "token_endpoint": f"{PROVIDER}/token",
            "userinfo_endpoint": f"{PROVIDER}/userinfo",
            "revocation_endpoint": f"{PROVIDER}/revocation",
            "client_registration_types_supported": ["automatic"],
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "jwks": {"keys": [_public(key) for key in made.jwks_core]},
            **algorithms,
        }
    }
    made.save()
    return made


def _enrol(name: str, kind: str, subject: str, keys: list, anchor: FederationEntityConfiguration) -> None:
    profile = FederationEntityProfile.objects.create(
        name=name, profile_category=kind, profile_id=_mark(kind), trust_mark_template={"id": _mark(kind), "ref": ANCHOR}
    )
    member = FederationDescendant.objects.create(
        name=name, sub=subject, type=kind, jwks=keys, status="valid", is_active=True
    )
    FederationEntityAssignedProfile.objects.create(descendant=member, profile=profile, issuer=anchor)


def _mark(kind: str) -> str:
    return f"{ANCHOR}/{kind}/public/"


def _public(key: dict) -> dict:
    return {name: key[name] for name in ("kty", "kid", "use", "n", "e") if name in key}


def main() -> None:
    """Fill it."""
    client_id, keys = sys.argv[1], json.loads(Path(sys.argv[2]).read_text())["keys"]
    call_command("migrate", verbosity=0)
    anchor, provider = _anchor(), _provider()
    _enrol("provider", "openid_provider", PROVIDER, [_public(key) for key in provider.jwks_fed], anchor)
    _enrol("party", "openid_relying_party", client_id, keys, anchor)
    rosa = User(
        username="rosa",
        email="rosa@example.it",
        attributes={
            "https://attributes.eid.gov.it/fiscal_number": "TINIT-BNCRSO48M61Z999X",
            "given_name": "Rosa",
            "family_name": "Bianchi",
            "birthdate": "1948-08-21",
            "gender": "female",
        },
    )
    rosa.set_password(PASSWORD)
    rosa.save()
    sys.stdout.write(json.dumps({"keys": [_public(key) for key in anchor.jwks_fed]}))


main()
