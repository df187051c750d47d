"""The identity provider of an ente, in the manner of Keycloak: right unless a test wants it otherwise."""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import httpx
from jose import jws

from domain.access.gateways.json_web_keys import Jwk, new_private_key, public_key_set
from domain.access.gateways.openid.answers import half_hash
from domain.kernel.clock import utcnow

ISSUER = "https://login.comune.example.it/realms/uffici"
CLIENT_ID = "sportello"
CLIENT_SECRET = "un segreto molto lungo"
ABSENT = object()


@cache
def signer(name: str = "ours") -> Jwk:
    """A key, made once."""
    return new_private_key(use="sig", bits=2048)


@dataclass
class EnteIdp:
    """The dictionaries hold what a test wants to be different; ``ABSENT`` leaves a member out."""

    issuer: str = ISSUER
    description: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    response: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    key: Any = field(default_factory=signer)
    algorithm: str = "RS256"
    asked: list[str] = field(default_factory=list)
    wire: dict[str, httpx.Response] = field(default_factory=dict)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def transport(self) -> httpx.MockTransport:
        """The network."""
        return httpx.MockTransport(self._answer)

    def come_back(self, address: str, **changes: Any) -> str:
        """Say yes at the provider; the query that the browser carries back to us."""
        request = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = secrets.token_urlsafe(16)
        self._codes[code] = request
        answer = {"code": code, "state": request["state"], "iss": self.issuer} | self.response | changes
        return urlencode({name: value for name, value in answer.items() if value is not ABSENT})

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        path = request.url.path.removeprefix(urlsplit(self.issuer).path)
        if path in self.wire:
            return self.wire[path]
        match path:
            case "/.well-known/openid-configuration":
                return httpx.Response(200, json=_changed(self._description(), self.description))
            case "/protocol/certs":
                return httpx.Response(200, json=public_key_set(signer()))
            case "/protocol/token":
                return self._token(dict(parse_qsl(request.content.decode())))
        return httpx.Response(404, json={"error": "not_found"})

    def _description(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/protocol/auth",
            "token_endpoint": f"{self.issuer}/protocol/token",
            "jwks_uri": f"{self.issuer}/protocol/certs",
            "authorization_response_iss_parameter_supported": True,
        }

    def _token(self, form: Mapping[str, str]) -> httpx.Response:
        request = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_right = (
            request is not None
            and request["code_challenge"] == challenge
            and form["redirect_uri"] == request["redirect_uri"]
            and (form["client_id"], form["client_secret"]) == (CLIENT_ID, CLIENT_SECRET)
        )
        if request is None or not is_right:
            return httpx.Response(400, json={"error": "invalid_grant"})
        access, now = secrets.token_urlsafe(32), utcnow()
        claims = {
            "iss": self.issuer,
            "sub": "operator-1",
            "aud": CLIENT_ID,
            "azp": CLIENT_ID,
            "iat": int(now.timestamp()),
            "exp": int((now + timedelta(minutes=5)).timestamp()),
            "auth_time": int(now.timestamp()),
            "nonce": request["nonce"],
            "at_hash": half_hash(access, "RS256"),
            "email_verified": True,
            "groups": [],
        }
        token = self._signed(_changed(claims, self.claims))
        return httpx.Response(200, json={"access_token": access, "token_type": "Bearer", "id_token": token})

    def _signed(self, claims: dict[str, Any]) -> str:
        if self.algorithm == "none":
            parts = ({"alg": "none", "kid": signer()["kid"]}, claims)
            return ".".join(_encoded(part) for part in parts) + "."
        header = {"kid": signer()["kid"]} | self.header
        return jws.sign(claims, self.key, headers=header, algorithm=self.algorithm)


def _encoded(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def _changed(found: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (found | changes).items() if value is not ABSENT}
