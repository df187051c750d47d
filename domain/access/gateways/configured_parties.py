"""Ourselves and our trust anchors in the federation of OpenID Connect, as the settings name them.

Keys are read anew each time: a roll-over needs no restart.
"""

from typing import Any

from domain.access.gateways.federation.keys import published, read_keys
from domain.access.gateways.federation.own_statement import OurEntity
from domain.access.gateways.federation.statements import TrustAnchor
from domain.access.gateways.federation.trust_marks import described
from domain.access.gateways.jose_tokens import TokenRefused
from domain.access.gateways.openid.parties import RelyingParty
from domain.access.terms import Site, Way
from domain.platform.settings import settings

CALLBACK = "/cie/callback"
RESOLVE = "/resolve"


class NotInFederation(Exception):
    """The settings do not put us into a federation: it is off, or has no keys or no trust anchor."""


def client_id() -> str:
    """Our name in the federation, the same everywhere, byte for byte."""
    return settings().federation_client_id or settings().portal_url


def loopback_development() -> bool:
    """Whether parties on this very machine are believed: in acceptance tests and in the demo."""
    return settings().loopback_development or settings().demo_identity_provider


def trust_anchors() -> list[TrustAnchor]:
    """The roots of the federations we are in, with their pinned keys. OSError, ValueError: a file is wrong."""
    if not settings().federation:
        return []
    return [TrustAnchor.of_file(entity_id, file) for entity_id, file in settings().trust_anchors.items()]


def way_of(anchor: str) -> Way:
    """For which kind of identity the providers of a trust anchor vouch."""
    return Way.SPID if anchor in settings().spid_trust_anchors else Way.CIE


def return_address(site: Site) -> str:
    """Where people come back to ``site``."""
    chosen = settings()
    return (chosen.portal_url if site is Site.PORTAL else chosen.backoffice_url) + CALLBACK


def relying_party(site: Site = Site.PORTAL) -> RelyingParty:
    """Ourselves, asking for ``site``. Refuses NotInFederation."""
    folder = _keys_folder()
    encryption = read_keys(folder, "encryption")
    return RelyingParty(
        client_id=client_id(),
        redirect_uri=return_address(site),
        signing_key=read_keys(folder, "signing").current,
        encryption_key=encryption.current,
        further_encryption_keys=tuple(key for key in (encryption.upcoming, encryption.former) if key is not None),
        **_encryption(),
    )


def our_entity() -> OurEntity:
    """What we publish of ourselves. Refuses NotInFederation."""
    folder, chosen, party = _keys_folder(), settings(), relying_party()
    return OurEntity(
        client_id=party.client_id,
        organization_name=chosen.organization_name or party.client_id,
        homepage=chosen.organization_url or chosen.portal_url,
        privacy_page=f"{chosen.portal_url}/privacy",
        logo=f"{chosen.portal_url}/logo.svg",
        contacts=tuple(one for one in (chosen.organization_email,) if one),
        resolve_endpoint=chosen.portal_url + RESOLVE,
        redirect_uris=(return_address(Site.PORTAL), return_address(Site.BACKOFFICE)),
        authorities=tuple(chosen.trust_anchors),
        algorithms={
            "id_token_signed_response_alg": party.id_token_signature,
            "userinfo_signed_response_alg": party.userinfo_signature,
            "userinfo_encrypted_response_alg": party.userinfo_key_encryption,
            "userinfo_encrypted_response_enc": party.userinfo_content_encryption,
        },
        jwks=published(folder),
        keys=tuple(read_keys(folder, "federation").all),
    )


def filed_trust_marks() -> list[dict[str, str]]:
    """The trust marks that lie in files, as published. OSError, ValueError: a file is wrong."""
    try:
        return [described(file.read_text().strip()) for file in settings().trust_mark_files]
    except TokenRefused as refusal:
        raise ValueError(f"trust_mark_files: {refusal.reason}") from None


def _keys_folder() -> Any:
    chosen = settings()
    if not chosen.federation or chosen.identity_keys_folder is None or not chosen.trust_anchors:
        raise NotInFederation
    return chosen.identity_keys_folder


def _encryption() -> dict[str, Any]:
    chosen = settings()
    return {
        "userinfo_key_encryption": chosen.userinfo_key_encryption,
        "userinfo_content_encryption": chosen.userinfo_content_encryption,
    }
