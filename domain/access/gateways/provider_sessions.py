"""What a provider must hear again when a session ends, sealed as it is kept."""

import json

from domain.access.rules.secrets import unseal
from domain.platform.settings import settings

PROVIDER_SESSION = "provider session"
"""The purpose under which it is sealed."""


def access_token_of(sealed: str) -> str:
    """The access token in what is kept of a provider's session; empty where there is none, or it cannot be read."""
    try:
        return str(json.loads(unseal(settings().secret, sealed, PROVIDER_SESSION)).get("access_token", ""))
    except ValueError:
        return ""
