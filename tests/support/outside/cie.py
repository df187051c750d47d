"""CIE as seen from the portal: a trust anchor and a provider on a network of their own, right unless told otherwise."""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import httpx
import pytest

from domain.access.actions.federation import answer_cie_sign_in, renew_federation, revoke_access_token
from domain.access.gateways.configured_parties import our_entity
from domain.access.gateways.federation import keys as federation_keys
from domain.access.gateways.federation.statements import MEDIA_TYPE
from domain.access.gateways.jose_tokens import TokenKind, encrypt, sign, unverified_claims
from domain.access.gateways.json_web_keys import Jwk, new_private_key, public_key_set
from domain.access.gateways.openid.answers import half_hash
from domain.kernel.clock import utcnow
from domain.platform.outside.http import new_http_client
from domain.platform.settings import settings
from tests.support.personas import ROSA

ANCHOR = "https://anchor.example.it"
PROVIDER = "https://op.example.it/cie"
MARK = "https://anchor.example.it/openid_relying_party/public/"
ABSENT = object()
LEVEL_TWO = "https://www.spid.gov.it/SpidL2"


@cache
def key(name: str) -> Jwk:
    """Somebody's key, made once."""
    return new_private_key(use="enc" if "encryption" in name else "sig", bits=2048)


@dataclass
class Cie:
    """The others of the federation. The dictionaries hold claims that a test wants to be different."""

    way: str = "cie"
    id_token: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    response: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, Any] = field(default_factory=dict)
    statement_of_us: dict[str, Any] | None = field(default_factory=dict)
    statement: dict[str, Any] = field(default_factory=dict)
    listed: list[str] = field(default_factory=lambda: [PROVIDER])
    wire: dict[str, httpx.Response | Exception] = field(default_factory=dict)
    """Answers in place of the honest ones, by the path of the address."""
    signer: Jwk = field(default_factory=lambda: key("core"))
    userinfo_content: str | None = None
    asked: list[str] = field(default_factory=list)
    revoked: list[str] = field(default_factory=list)
    _codes: dict[str, dict[str, Any]] = field(default_factory=dict)
    _access: dict[str, str] = field(default_factory=dict)

    @property
    def transport(self) -> httpx.MockTransport:
        """The network."""
        return httpx.MockTransport(self._answer)

    def come_back(self, address: str, **changes: Any) -> str:
        """Say yes at the provider; the query that the browser carries back to us."""
        request = unverified_claims(parse_qs(urlsplit(address).query)["request"][0])
        code = secrets.token_urlsafe(16)
        self._codes[code] = request
        answer = {"code": code, "state": request["state"], "iss": PROVIDER, **self.response, **changes}
        return urlencode({name: value for name, value in answer.items() if value is not ABSENT})

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(f"{request.url.host}{request.url.path}")
        odd = self.wire.get(request.url.path)
        if isinstance(odd, Exception):
            raise odd
        if odd is not None:
            return httpx.Response(odd.status_code, content=odd.content, headers=odd.headers)
        form = dict(parse_qsl(request.content.decode()))
        match request.url.host, request.url.path:
            case "anchor.example.it", "/.well-known/openid-federation":
                return _document(self._anchor())
            case "anchor.example.it", "/list":
                return httpx.Response(200, json=self.listed)
            case "anchor.example.it", "/fetch":
                return self._statement(request.url.params["sub"])
            case "op.example.it", "/cie/.well-known/openid-federation":
                return _document(self._configuration())
            case "op.example.it", "/cie/token":
                return self._tokens(form)
            case "op.example.it", "/cie/userinfo":
                return self._userinfo(request.headers["authorization"].removeprefix("Bearer "))
            case "op.example.it", "/cie/revocation":
                self.revoked.append(form["token"])
                return httpx.Response(200, json={})
        return httpx.Response(404, json={"error": "not_found"})

    def _anchor(self) -> str:
        entity = {"federation_fetch_endpoint": f"{ANCHOR}/fetch", "federation_list_endpoint": f"{ANCHOR}/list"}
        return _signed(
            "anchor",
            {
                "iss": ANCHOR,
                "sub": ANCHOR,
                "jwks": public_key_set(key("anchor")),
                "metadata": {"federation_entity": entity},
            },
        )

    def _statement(self, subject: str) -> httpx.Response:
        if subject == PROVIDER:
            said = {"iss": ANCHOR, "sub": PROVIDER, "jwks": public_key_set(key("leaf")), **self.statement}
            return _document(_signed("anchor", said))
        if self.statement_of_us is None:
            return httpx.Response(404, json={"error": "not_found"})
        mark = {"iss": ANCHOR, "sub": subject, "id": MARK}
        said = {
            "iss": ANCHOR,
            "sub": subject,
            "jwks": public_key_set(*our_entity().keys),
            "trust_marks": [{"id": MARK, "trust_mark": _signed("anchor", mark, TokenKind.TRUST_MARK)}],
        }
        return _document(_signed("anchor", said | self.statement_of_us))

    def _configuration(self) -> str:
        described = {
            "issuer": PROVIDER,
            "organization_name": "Identità di prova",
            "authorization_endpoint": f"{PROVIDER}/authorization",
            "token_endpoint": f"{PROVIDER}/token",
            "userinfo_endpoint": f"{PROVIDER}/userinfo",
            "revocation_endpoint": f"{PROVIDER}/revocation",
            "jwks": public_key_set(key("core")),
        }
        said = {"iss": PROVIDER, "sub": PROVIDER, "jwks": public_key_set(key("leaf")), "authority_hints": [ANCHOR]}
        return _signed("leaf", said | {"metadata": {"openid_provider": described}})

    def _tokens(self, form: Mapping[str, str]) -> httpx.Response:
        request = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if request is None or challenge != request["code_challenge"]:
            return httpx.Response(400, json={"error": "invalid_grant"})
        access = secrets.token_urlsafe(32)
        self._access[access] = request["client_id"]
        claims = {
            "iss": PROVIDER,
            "sub": "cie-rosa",
            "aud": [request["client_id"]],
            "nonce": request["nonce"],
            "acr": LEVEL_TWO,
            "at_hash": half_hash(access, "RS256"),
            "jti": secrets.token_urlsafe(8),
        }
        token = _signed(self.signer, {**claims, **self.id_token}, TokenKind.ID_TOKEN)
        body = {"access_token": access, "token_type": "Bearer", "expires_in": 900, "id_token": token}
        return httpx.Response(200, json=_changed(body, self.tokens))

    def _userinfo(self, access: str) -> httpx.Response:
        claims = {
            "iss": PROVIDER,
            "sub": "cie-rosa",
            "aud": self._access.get(access, ""),
            "given_name": ROSA.given_name,
            "family_name": ROSA.family_name,
            "birthdate": ROSA.born_on.isoformat(),
            "https://attributes.eid.gov.it/fiscal_number": f"TINIT-{ROSA.codice_fiscale}",
        }
        signed = _signed(self.signer, {**claims, **self.userinfo}, TokenKind.USERINFO)
        party = our_entity()
        recipient = next(one for one in party.jwks["keys"] if one["use"] == "enc")
        wrapped = encrypt(
            signed,
            recipient,
            algorithm=party.algorithms["userinfo_encrypted_response_alg"],
            encryption=party.algorithms["userinfo_encrypted_response_enc"],
        )
        body = {"clear": signed, "plain": json.dumps(claims)}.get(self.userinfo_content or "", wrapped)
        kind = "application/json" if self.userinfo_content == "plain" else "application/jwt"
        return httpx.Response(200, content=body.encode(), headers={"content-type": kind})


def a_cie(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Cie:
    """A federation to which the settings belong; its chains are not fetched yet."""
    for name in ("federation", "signing", "encryption"):
        (folder / f"{name}.jwk.json").write_text(json.dumps(key(f"our {name}")))
    federation_keys.make_keys(folder)
    pinned = folder / "anchor.jwks.json"
    pinned.write_text(json.dumps(public_key_set(key("anchor"))))
    chosen: dict[str, Any] = {
        "federation": True,
        "identity_keys_folder": folder,
        "trust_anchors": {ANCHOR: pinned},
        "organization_name": "Comune di Prova",
        "organization_email": "pec@prova.example.it",
    }
    for name, value in chosen.items():
        monkeypatch.setattr(settings(), name, value)
    cie = Cie()
    for module in (answer_cie_sign_in, renew_federation, revoke_access_token):
        monkeypatch.setattr(module, "new_http_client", lambda _transport=None: new_http_client(cie.transport))
    return cie


def _changed(claims: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**claims, **changes}.items() if value is not ABSENT}


def _signed(signer: str | Jwk, claims: Mapping[str, Any], kind: TokenKind = TokenKind.ENTITY_STATEMENT) -> str:
    now = utcnow()
    times = {"iat": int(now.timestamp()), "exp": int((now + timedelta(hours=12)).timestamp())}
    return sign(
        _changed(times, claims), key(signer) if isinstance(signer, str) else signer, kind=kind, algorithm="RS256"
    )


def _document(token: str) -> httpx.Response:
    return httpx.Response(200, content=token.encode(), headers={"content-type": MEDIA_TYPE})
