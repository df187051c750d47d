"""The identity provider and ourselves, as the settings name them."""

import json
from functools import lru_cache
from pathlib import Path

from domain.access.gateways.json_web_keys import new_private_key, public_key_set
from domain.access.gateways.openid.parties import Provider, RelyingParty
from domain.platform.settings import settings

CALLBACK = "/accedi/ritorno"
SIGNING_FILE = "signing.jwk.json"
ENCRYPTION_FILE = "encryption.jwk.json"


class NoProvider(Exception):
    """The settings name no identity provider."""


@lru_cache(maxsize=1)
def provider() -> Provider:
    """The identity provider of ``oidc_provider_file``. Refuses NoProvider, and loopback ones outside the demo."""
    file = settings().oidc_provider_file
    if file is None:
        raise NoProvider
    found = Provider.model_validate_json(file.read_bytes())
    if found.loopback_development and not settings().demo_identity_provider:
        raise NoProvider
    return found


@lru_cache(maxsize=1)
def relying_party() -> RelyingParty:
    """Ourselves, with the keys of ``oidc_keys_folder``."""
    chosen = settings()
    if chosen.oidc_keys_folder is None:
        raise NoProvider
    return RelyingParty(
        client_id=chosen.oidc_client_id or chosen.portal_url,
        redirect_uri=chosen.portal_url + CALLBACK,
        signing_key=_read(chosen.oidc_keys_folder / SIGNING_FILE),
        encryption_key=_read(chosen.oidc_keys_folder / ENCRYPTION_FILE),
    )


def make_keys(folder: Path) -> None:
    """Make our signing and encryption keys in ``folder``, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, use in ((SIGNING_FILE, "sig"), (ENCRYPTION_FILE, "enc")):
        if not (folder / name).exists():
            (folder / name).touch(mode=0o600)
            (folder / name).write_text(json.dumps(new_private_key(use=use)))


def public_keys(folder: Path) -> dict[str, list[dict[str, object]]]:
    """The public halves of our keys, to be registered with the provider."""
    return public_key_set(_read(folder / SIGNING_FILE), _read(folder / ENCRYPTION_FILE))


def _read(file: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(file.read_text())
    return found
