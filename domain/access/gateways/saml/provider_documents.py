"""Keeps what was read of a provider's metadata as text, so that no request has to read metadata again."""

import base64
import json
from datetime import datetime

from domain.access.gateways.saml.parties import Binding, LogoutPlace, SamlProvider
from domain.access.terms import Way


def to_document(provider: SamlProvider) -> str:
    """``provider`` as JSON, certificates in base64: the same provider always gives the same text."""
    return json.dumps(
        {
            "way": provider.way,
            "entity_id": provider.entity_id,
            "name": provider.name,
            "sign_in": dict(provider.sign_in),
            "logout": {
                binding: [place.location, place.response_location] for binding, place in provider.logout.items()
            },
            "certificates": [base64.b64encode(one).decode() for one in provider.certificates],
            "valid_until": provider.valid_until.isoformat() if provider.valid_until else None,
        },
        sort_keys=True,
    )


def from_document(document: str) -> SamlProvider:
    """The provider that ``to_document`` wrote."""
    found = json.loads(document)
    return SamlProvider(
        way=Way(found["way"]),
        entity_id=found["entity_id"],
        name=found["name"],
        sign_in={Binding(binding): address for binding, address in found["sign_in"].items()},
        logout={Binding(binding): LogoutPlace(*places) for binding, places in found["logout"].items()},
        certificates=tuple(base64.b64decode(one) for one in found["certificates"]),
        valid_until=datetime.fromisoformat(found["valid_until"]) if found["valid_until"] else None,
    )
