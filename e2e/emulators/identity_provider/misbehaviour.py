"""Wrong answers on request: what a broken or hostile provider might send, for the tests of our side."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from enum import StrEnum, auto
from typing import Any

from domain.access.gateways.json_web_keys import Jwk, thumbprint


class Misbehaviour(StrEnum):
    """One way to be wrong; handed to `create_app`."""

    RESPONSE_WITHOUT_ISSUER = auto()
    RESPONSE_WITH_OTHER_ISSUER = auto()
    RESPONSE_WITH_OTHER_STATE = auto()
    TOKEN_ENDPOINT_BROKEN = auto()
    TOKEN_ENDPOINT_REDIRECTS = auto()
    TOKEN_ENDPOINT_ENDLESS = auto()
    TOKEN_ENDPOINT_COMPRESSED = auto()
    TOKEN_ENDPOINT_NOT_JSON = auto()
    TOKEN_TYPE_OTHER = auto()
    ID_TOKEN_MISSING = auto()
    ID_TOKEN_UNSIGNED = auto()
    ID_TOKEN_SIGNATURE_CUT = auto()
    ID_TOKEN_FORGED_WITH_PUBLIC_KEY = auto()
    ID_TOKEN_FOREIGN_KEY = auto()
    ID_TOKEN_FOREIGN_KEY_SAME_NAME = auto()
    ID_TOKEN_OTHER_ALGORITHM = auto()
    ID_TOKEN_OTHER_KIND = auto()
    ID_TOKEN_OTHER_NONCE = auto()
    ID_TOKEN_WITHOUT_NONCE = auto()
    ID_TOKEN_OTHER_AUDIENCE = auto()
    ID_TOKEN_WITHOUT_AUDIENCE = auto()
    ID_TOKEN_FURTHER_AUDIENCE = auto()
    ID_TOKEN_OTHER_AZP = auto()
    ID_TOKEN_OTHER_ISSUER = auto()
    ID_TOKEN_EXPIRED = auto()
    ID_TOKEN_WITHOUT_EXPIRY = auto()
    ID_TOKEN_FROM_THE_FUTURE = auto()
    ID_TOKEN_STALE = auto()
    ID_TOKEN_NOT_YET_VALID = auto()
    ID_TOKEN_WITHOUT_SUBJECT = auto()
    ID_TOKEN_OTHER_AT_HASH = auto()
    ID_TOKEN_WITHOUT_AT_HASH = auto()
    ID_TOKEN_LOWER_LEVEL = auto()
    ID_TOKEN_WITHOUT_LEVEL = auto()
    ID_TOKEN_UNKNOWN_LEVEL = auto()
    ID_TOKEN_OLD_LOGIN = auto()
    USERINFO_BROKEN = auto()
    USERINFO_PLAIN = auto()
    USERINFO_UNENCRYPTED = auto()
    USERINFO_UNSIGNED = auto()
    USERINFO_FOREIGN_KEY = auto()
    USERINFO_FOREIGN_RECIPIENT = auto()
    USERINFO_OTHER_ENCRYPTION = auto()
    USERINFO_OTHER_KEY_ENCRYPTION = auto()
    USERINFO_TAMPERED = auto()
    USERINFO_OTHER_SUBJECT = auto()
    USERINFO_OTHER_ISSUER = auto()
    USERINFO_OTHER_AUDIENCE = auto()
    USERINFO_EXPIRED = auto()
    USERINFO_WITHOUT_FISCAL_NUMBER = auto()
    USERINFO_ODD_FISCAL_NUMBER = auto()
    USERINFO_WITHOUT_NAME = auto()
    USERINFO_ODD_BIRTHDATE = auto()


_M = Misbehaviour
LABELS = {
    _M.RESPONSE_WITH_OTHER_STATE: "Stato (state) diverso",
    _M.RESPONSE_WITH_OTHER_ISSUER: "Mittente diverso",
    _M.TOKEN_ENDPOINT_BROKEN: "Guasto mentre il servizio chiede i dati",
    _M.ID_TOKEN_UNSIGNED: "Nessuna firma",
    _M.ID_TOKEN_FOREIGN_KEY_SAME_NAME: "Firma con una chiave sconosciuta",
    _M.ID_TOKEN_OTHER_ISSUER: "Token di un altro provider",
    _M.ID_TOKEN_OTHER_AUDIENCE: "Token per un altro servizio",
    _M.ID_TOKEN_OTHER_NONCE: "Token di un'altra richiesta",
    _M.ID_TOKEN_EXPIRED: "Token scaduto",
    _M.ID_TOKEN_LOWER_LEVEL: "Livello più basso di quello chiesto",
    _M.USERINFO_UNENCRYPTED: "Dati non cifrati",
    _M.USERINFO_UNSIGNED: "Dati cifrati ma non firmati",
    _M.USERINFO_OTHER_SUBJECT: "Dati di un'altra persona",
    _M.USERINFO_WITHOUT_FISCAL_NUMBER: "Senza codice fiscale",
}
"""Those that one can choose on the screen, with their words."""
FISCAL_NUMBER = "https://attributes.eid.gov.it/fiscal_number"

# What to put over the right claims; None takes the claim out, a number is seconds from now.
_ID_TOKEN_CLAIMS: dict[Misbehaviour, dict[str, Any]] = {
    _M.ID_TOKEN_OTHER_NONCE: {"nonce": "n" * 43},
    _M.ID_TOKEN_WITHOUT_NONCE: {"nonce": None},
    _M.ID_TOKEN_OTHER_AUDIENCE: {"aud": ["https://altro.example.it"]},
    _M.ID_TOKEN_WITHOUT_AUDIENCE: {"aud": None},
    _M.ID_TOKEN_OTHER_AZP: {"azp": "https://altro.example.it"},
    _M.ID_TOKEN_OTHER_ISSUER: {"iss": "https://altro-op.example.it"},
    _M.ID_TOKEN_EXPIRED: {"iat": -200, "exp": -100},
    _M.ID_TOKEN_WITHOUT_EXPIRY: {"exp": None},
    _M.ID_TOKEN_FROM_THE_FUTURE: {"iat": 200, "exp": 500},
    _M.ID_TOKEN_STALE: {"iat": -3600, "exp": 300},
    _M.ID_TOKEN_NOT_YET_VALID: {"nbf": 200},
    _M.ID_TOKEN_WITHOUT_SUBJECT: {"sub": ""},
    _M.ID_TOKEN_OTHER_AT_HASH: {"at_hash": "A" * 22},
    _M.ID_TOKEN_WITHOUT_AT_HASH: {"at_hash": None},
    _M.ID_TOKEN_LOWER_LEVEL: {"acr": "https://www.spid.gov.it/SpidL1"},
    _M.ID_TOKEN_WITHOUT_LEVEL: {"acr": None},
    _M.ID_TOKEN_UNKNOWN_LEVEL: {"acr": "https://www.spid.gov.it/SpidL9"},
    _M.ID_TOKEN_OLD_LOGIN: {"auth_time": -7200},
}
_USERINFO_CLAIMS: dict[Misbehaviour, dict[str, Any]] = {
    _M.USERINFO_OTHER_SUBJECT: {"sub": "somebody-else"},
    _M.USERINFO_OTHER_ISSUER: {"iss": "https://altro-op.example.it"},
    _M.USERINFO_OTHER_AUDIENCE: {"aud": "https://altro.example.it"},
    _M.USERINFO_EXPIRED: {"iat": -200, "exp": -100},
    _M.USERINFO_WITHOUT_FISCAL_NUMBER: {FISCAL_NUMBER: None},
    _M.USERINFO_ODD_FISCAL_NUMBER: {FISCAL_NUMBER: "TINIT-' OR 1=1"},
    _M.USERINFO_WITHOUT_NAME: {"given_name": " "},
    _M.USERINFO_ODD_BIRTHDATE: {"birthdate": "31/12/1990"},
}


def distort(
    claims: Mapping[str, Any], misbehaviour: Misbehaviour | None, *, now: int, userinfo: bool
) -> dict[str, Any]:
    """Return the claims as this misbehaviour wants them; unchanged where it is about something else."""
    changes = (_USERINFO_CLAIMS if userinfo else _ID_TOKEN_CLAIMS).get(misbehaviour or _M.ID_TOKEN_MISSING, {})
    moved = {name: now + value if isinstance(value, int) else value for name, value in changes.items()}
    if misbehaviour is _M.ID_TOKEN_FURTHER_AUDIENCE and not userinfo:
        moved["aud"] = [claims["aud"], "https://altro.example.it"]
    return {name: value for name, value in {**claims, **moved}.items() if value is not None}


def unsigned(claims: Mapping[str, Any]) -> str:
    """Return the claims as a token with `alg: none` and an empty signature."""
    return f"{_part({'alg': 'none', 'typ': 'JWT'})}.{_part(claims)}."


def forged_with_public_key(claims: Mapping[str, Any], key: Jwk) -> str:
    """Return the claims "signed" by HMAC with the public key as the secret: the old algorithm confusion."""
    head = f"{_part({'alg': 'HS256', 'kid': thumbprint(key), 'typ': 'JWT'})}.{_part(claims)}"
    secret = base64.urlsafe_b64decode(key["n"] + "=" * (-len(key["n"]) % 4))
    return f"{head}.{_encoded(hmac.new(secret, head.encode(), hashlib.sha256).digest())}"


def _part(value: Mapping[str, Any]) -> str:
    return _encoded(json.dumps(dict(value), separators=(",", ":")).encode())


def _encoded(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()
