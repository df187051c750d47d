"""What we send the browser away with, and what we believe when it comes back."""

import pytest

from domain.access.gateways.identities import Level, RefusalKind, SignInRefused
from domain.access.gateways.jose_tokens import TokenKind, verify
from domain.access.gateways.json_web_keys import public_key_set
from domain.access.gateways.openid.connect import authorization_request, check_response
from tests.domain.access.gateways.scene import CLIENT_ID, ISSUER, RETURN_ADDRESS, Scene, query_of, signing_key


def test_the_request_follows_the_profile(scene: Scene) -> None:
    request = scene.ask(level=Level.THREE)
    outside = query_of(request.url)
    signed = verify(outside["request"], public_key_set(signing_key()), kind=TokenKind.REQUEST_OBJECT, algorithm="RS256")

    assert outside.keys() == {
        "client_id",
        "response_type",
        "scope",
        "code_challenge",
        "code_challenge_method",
        "request",
    }
    assert all(signed[name] == value for name, value in outside.items() if name != "request")
    assert (signed["iss"], signed["client_id"], signed["redirect_uri"]) == (CLIENT_ID, CLIENT_ID, RETURN_ADDRESS)
    assert signed["aud"] == [ISSUER, f"{ISSUER}/autorizza"]
    assert signed["acr_values"] == "https://www.spid.gov.it/SpidL3"
    assert signed["prompt"] == "consent"
    assert signed["exp"] - signed["iat"] <= 300
    assert "sub" not in signed
    assert "ui_locales" not in signed
    assert (signed["state"], signed["nonce"]) == (request.state, request.nonce)


def test_no_two_requests_share_a_secret(scene: Scene) -> None:
    requests = [scene.ask() for _ in range(20)]
    secrets = {secret for one in requests for secret in (one.state, one.nonce, one.code_verifier)}

    assert len(secrets) == 60
    assert min(map(len, secrets)) >= 43


def test_a_provider_without_our_algorithms_is_not_asked(scene: Scene) -> None:
    provider = scene.provider.model_copy(update={"algorithms": frozenset({"RS256"})})

    with pytest.raises(ValueError, match="algorithms"):
        authorization_request(scene.party, provider, level=Level.TWO, now=scene.clock())


@pytest.mark.parametrize(
    ("decision", "kind"),
    [("annullamento", RefusalKind.CANCELLED), ("rifiuto", RefusalKind.REFUSED_CONSENT)],
)
async def test_a_person_who_says_no_gets_the_right_page(scene: Scene, decision: str, kind: RefusalKind) -> None:
    request = scene.ask()
    back = await scene.answer(request.url, decision=decision)

    with pytest.raises(SignInRefused) as refused:
        check_response(back.params.multi_items(), state=request.state, issuer=ISSUER)
    assert refused.value.kind is kind


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("access_denied", RefusalKind.CANCELLED),
        ("consent_required", RefusalKind.REFUSED_CONSENT),
        ("rejected_by_user", RefusalKind.REFUSED_CONSENT),
        ("login_required", RefusalKind.TIMED_OUT),
        ("server_error", RefusalKind.UNAVAILABLE),
        ("temporarily_unavailable", RefusalKind.UNAVAILABLE),
        ("invalid_request", RefusalKind.TECHNICAL),
        ("<script>alert(1)</script>", RefusalKind.TECHNICAL),
    ],
)
def test_every_error_has_a_kind_and_no_text_of_the_provider(error: str, kind: RefusalKind) -> None:
    params = {"error": error, "error_description": "RSSMRA", "state": "s" * 40, "iss": ISSUER}

    with pytest.raises(SignInRefused) as refused:
        check_response(params, state="s" * 40, issuer=ISSUER)
    assert refused.value.kind is kind
    assert "RSSMRA" not in str(refused.value)
    assert "<" not in str(refused.value)


@pytest.mark.parametrize(
    "pairs",
    [
        [("code", "c"), ("state", "x" * 40), ("iss", ISSUER)],
        [("code", "c"), ("state", "è" * 40), ("iss", ISSUER)],
        [("code", "c"), ("iss", ISSUER)],
        [("code", "c"), ("state", "s" * 40)],
        [("code", "c"), ("state", "s" * 40), ("iss", "https://altro-op.example.it")],
        [("code", "c"), ("code", "d"), ("state", "s" * 40), ("iss", ISSUER)],
        [("error", "access_denied"), ("state", "x" * 40), ("iss", ISSUER)],
        [("error", "access_denied"), ("state", "s" * 40)],
    ],
)
def test_an_answer_that_is_not_for_this_request_is_not_believed(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(SignInRefused) as refused:
        check_response(pairs, state="s" * 40, issuer=ISSUER)
    assert refused.value.kind is RefusalKind.UNTRUSTED


@pytest.mark.parametrize("code", ["", "c" * 2049])
def test_an_answer_without_a_usable_code_is_refused(code: str) -> None:
    with pytest.raises(SignInRefused) as refused:
        check_response({"code": code, "state": "s" * 40, "iss": ISSUER}, state="s" * 40, issuer=ISSUER)
    assert refused.value.kind is RefusalKind.TECHNICAL


def test_an_empty_state_never_matches() -> None:
    with pytest.raises(SignInRefused):
        check_response({"code": "c", "state": "", "iss": ISSUER}, state="", issuer=ISSUER)
