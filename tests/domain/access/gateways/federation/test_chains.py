"""A chain holds when every link does; whatever is wrong with one ends in a refusal."""

from datetime import timedelta
from typing import Any

import pytest

from domain.access.gateways.federation.chains import PROVIDER, Chain
from domain.access.gateways.federation.providers import provider_of
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, unverified_claims
from domain.access.gateways.json_web_keys import new_private_key, public_key_set
from domain.access.terms import Way
from tests.domain.access.gateways.crafted_tokens import crafted
from tests.domain.access.gateways.federation.realm import (
    ABSENT,
    ANCHOR,
    MARK,
    MOMENT,
    NOW,
    SUBJECT,
    Realm,
    frame,
    key_of,
    mark,
    metadata,
    signed,
)

OTHER = "https://altro.example.it"


def provider(chain: Chain) -> Any:
    return provider_of(chain, Way.SPID, complete_userinfo=True, loopback_development=False)


def test_a_good_chain_names_the_provider_and_when_it_ends() -> None:
    realm = Realm(statement={"exp": MOMENT + 600})
    chain = realm.chain()
    found = provider(chain)

    assert chain.expires_at == MOMENT + 600
    assert (found.issuer, found.name, found.way) == (SUBJECT, "Prova", Way.SPID)
    assert found.token_endpoint == f"{SUBJECT}/token"
    assert found.jwks == public_key_set(key_of("core"))
    assert Chain.of_text(chain.to_text()) == chain


@pytest.mark.parametrize("algorithm", ["RS256", "RS512"])
def test_every_member_signs_with_its_own_algorithm(algorithm: str) -> None:
    assert Realm(algorithms={"root": algorithm, "statement": algorithm, "leaf": algorithm}).chain().subject == SUBJECT


@pytest.mark.parametrize("which", ["root", "statement", "leaf"])
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"iss": OTHER}, "another issuer"),
        ({"sub": OTHER}, "somebody else"),
        ({"iss": ABSENT}, "another issuer"),
        ({"exp": MOMENT - 61}, "expired"),
        ({"exp": ABSENT}, "not a time"),
        ({"iat": MOMENT + 61}, "future"),
        ({"iat": ABSENT}, "not a time"),
        ({"exp": True}, "not a time"),
        ({"exp": float("1e400")}, "."),
        ({"exp": 10**18}, "not a time"),
        ({"nbf": MOMENT + 120}, "not yet"),
        ({"crit": ["jti"]}, "critical"),
        ({"jwks": ABSENT}, "no keys"),
        ({"jwks": {"keys": []}}, "no keys"),
        ({"jwks": {"keys": ["x"]}}, "no keys"),
        ({"jwks": {"keys": [{"kty": "oct", "k": "AAAA", "kid": "a"}]}}, "public key"),
        ({"metadata_policy_crit": ["regexp"]}, "critical operator"),
    ],
)
def test_a_statement_that_is_wrong_by_itself_is_refused(which: str, change: dict[str, Any], reason: str) -> None:
    with pytest.raises(TokenRefused, match=reason):
        Realm.wrong(which, change).chain()


@pytest.mark.parametrize("which", ["root", "statement", "leaf"])
def test_a_statement_signed_by_another_key_is_refused(which: str) -> None:
    own = {"root": "anchor", "statement": "anchor", "leaf": "leaf"}[which]
    for stranger in (key_of("stranger"), key_of("stranger") | {"kid": key_of(own)["kid"]}):
        with pytest.raises(TokenRefused):
            Realm(signers={which: stranger}).chain()


@pytest.mark.parametrize("which", ["root", "statement", "leaf"])
@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"kid": None},
        {"kid": "somebody"},
        {"typ": "JWT"},
        {"typ": ""},
        {"typ": "trust-mark+jwt"},
        {"crit": ["exp"]},
        {"zip": "DEF"},
        {"jku": "https://altro.example.it/jwks"},
        {"jwk": {"kty": "RSA"}},
        {"x5c": ["AAAA"]},
        {"x5u": "https://altro.example.it/cert"},
    ],
)
def test_a_header_that_wants_to_choose_is_refused(
    which: str, header: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    realm = Realm()
    key = key_of("leaf" if which == "leaf" else "anchor")
    claims = unverified_claims(getattr(realm, f"{which}_token")())
    right = {"alg": "RS256", "kid": key["kid"], "typ": "entity-statement+jwt"}

    def written(**changes: Any) -> str:
        return crafted({name: value for name, value in {**right, **changes}.items() if value is not None}, claims, key)

    monkeypatch.setattr(realm, f"{which}_token", written)
    assert realm.chain()
    monkeypatch.setattr(realm, f"{which}_token", lambda: written(**header))
    with pytest.raises(TokenRefused):
        realm.chain()


def test_a_key_that_only_the_anchors_own_configuration_names_is_not_pinned() -> None:
    both = public_key_set(key_of("anchor"), key_of("new anchor"))
    with pytest.raises(TokenRefused, match="key"):
        Realm(root={"jwks": both}, signers={"statement": key_of("new anchor")}).chain()


def test_a_leaf_is_believed_by_the_keys_that_the_anchor_names_and_not_by_its_own() -> None:
    stranger = key_of("stranger")
    with pytest.raises(TokenRefused, match="key"):
        Realm(leaf={"jwks": public_key_set(stranger)}, signers={"leaf": stranger}).chain()


@pytest.mark.parametrize("hints", [ABSENT, [], [OTHER], ANCHOR, [ANCHOR + "/"], [1]])
def test_a_leaf_must_name_the_anchor_as_its_authority(hints: object) -> None:
    with pytest.raises(TokenRefused):
        Realm(leaf={"authority_hints": hints}).chain()


@pytest.mark.parametrize("keys", [[key_of("anchor"), key_of("anchor")], [key_of("leaf") | {"alg": "ES256"}]])
def test_ambiguous_or_foreign_keys_in_a_statement_are_refused(keys: list[dict[str, Any]]) -> None:
    with pytest.raises(TokenRefused):
        Realm(statement={"jwks": public_key_set(*keys)}).chain()


def test_a_private_key_in_a_statement_is_refused() -> None:
    with pytest.raises(TokenRefused, match="public key"):
        Realm(statement={"jwks": {"keys": [key_of("leaf")]}}).chain()


def test_a_weak_key_in_a_statement_signs_nothing() -> None:
    weak = key_of("leaf") | {"n": new_private_key(use="sig", bits=2048)["n"][:200]}
    with pytest.raises(TokenRefused):
        Realm(statement={"jwks": {"keys": public_key_set(weak)["keys"]}}).chain()


def test_an_expired_chain_is_refused() -> None:
    with pytest.raises(TokenRefused, match="expired"):
        Realm().chain(now=NOW + timedelta(days=2))


@pytest.mark.parametrize("declared", [ABSENT, {}, {"openid_relying_party": {}}, {PROVIDER: []}, []])
def test_who_is_no_provider_has_no_chain_as_one(declared: object) -> None:
    with pytest.raises(TokenRefused):
        Realm(leaf={"metadata": declared}).chain()


@pytest.mark.parametrize(
    ("where", "constraints"),
    [
        ("root", {"max_path_length": -1}),
        ("statement", {"max_path_length": "0"}),
        ("statement", {"max_path_length": True}),
        ("statement", {"allowed_entity_types": ["openid_relying_party"]}),
        ("statement", {"allowed_leaf_entity_types": []}),
        ("root", {"naming_constraints": {"permitted": [".altro.it"]}}),
        ("root", {"naming_constraints": {"excluded": ["https://op.example.it"]}}),
        ("root", {"naming_constraints": {"excluded": "op.example.it"}}),
        ("root", []),
    ],
)
def test_constraints_are_kept(where: str, constraints: object) -> None:
    with pytest.raises(TokenRefused):
        Realm.wrong(where, {"constraints": constraints}).chain()


def test_constraints_that_are_met_let_the_chain_through() -> None:
    met = {"max_path_length": 0, "naming_constraints": {"permitted": [".example.it"], "excluded": ["example.it"]}}
    assert Realm(root={"constraints": met}, statement={"constraints": {"allowed_entity_types": [PROVIDER]}}).chain()


ISSUERS: dict[str, Any] = {"trust_mark_issuers": {MARK: [ANCHOR]}}


@pytest.mark.parametrize("carrier", ["leaf", "statement"])
def test_a_valid_mark_is_found_where_it_is_carried(carrier: str) -> None:
    realm = Realm.wrong(carrier, {"trust_marks": [mark()]})
    realm.root = ISSUERS
    chain = realm.chain()
    assert [one["id"] for one in chain.trust_marks] == [MARK]


@pytest.mark.parametrize("name", ["trust_mark_type", "trust_mark_id"])
def test_a_mark_may_be_named_as_in_the_specification_or_its_drafts(name: str) -> None:
    one = {name: MARK, "trust_mark": mark(**{"id": ABSENT, name: MARK})["trust_mark"]}
    assert Realm(root=ISSUERS, leaf={"trust_marks": [one]}).chain().trust_marks == [one]


@pytest.mark.parametrize(
    "marks",
    [
        [],
        "x",
        ["x"],
        [{"id": MARK}],
        [{"id": MARK, "trust_mark": "x"}],
        [mark(exp=MOMENT - 61)],
        [mark(iat=MOMENT + 61)],
        [mark(iat=ABSENT)],
        [mark(sub=OTHER)],
        [mark(iss=OTHER)],
        [mark(id="https://anchor.example.it/openid_relying_party/public/")],
        [mark(signer="stranger")],
        [mark(kind=TokenKind.ENTITY_STATEMENT)],
        [{"id": MARK, "trust_mark": signed(frame(ANCHOR, SUBJECT), key_of("anchor"), TokenKind.TRUST_MARK)}],
    ],
)
def test_a_mark_that_is_missing_or_wrong_is_refused(marks: object) -> None:
    with pytest.raises(TokenRefused):
        Realm(root=ISSUERS, leaf={"trust_marks": marks}).chain()


def test_a_mark_counts_only_from_who_may_give_it() -> None:
    with pytest.raises(TokenRefused, match="may not give"):
        Realm(root={"trust_mark_issuers": {MARK: [OTHER]}}, leaf={"trust_marks": [mark()]}).chain()


def test_marks_that_are_none_of_providers_are_not_demanded() -> None:
    listed = {"trust_mark_issuers": {"https://anchor.example.it/certification/rp/public": [OTHER]}}
    assert Realm(root=listed).chain().trust_marks == []


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": OTHER},
        {"issuer": ABSENT},
        {"jwks": ABSENT},
        {"jwks": {"keys": []}},
        {"jwks": {"keys": [key_of("core")]}},
        {"token_endpoint": ABSENT},
        {"token_endpoint": "http://op.example.it/token"},
        {"userinfo_endpoint": "https://127.0.0.1/userinfo"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"revocation_endpoint": 7},
        {"userinfo_endpoint": "https://169.254.169.254/latest"},
    ],
)
def test_metadata_that_describe_no_usable_provider_are_refused(change: dict[str, Any]) -> None:
    described = {name: value for name, value in {**metadata(), **change}.items() if value is not ABSENT}
    with pytest.raises(TokenRefused):
        provider(Realm(leaf={"metadata": {PROVIDER: described}}).chain())


def test_what_the_superior_imposes_counts_more_than_what_the_leaf_says() -> None:
    imposed = {"metadata": {PROVIDER: {"organization_name": "Imposto"}}}
    assert provider(Realm(statement=imposed).chain()).name == "Imposto"
