"""What providers tell us about signing out, and what we do not believe."""

import base64
from datetime import timedelta

import pytest

from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.saml.bindings import REQUEST, issuer_of
from domain.access.gateways.saml.logout import read_logout_request, read_logout_response
from domain.access.gateways.saml.parties import Binding
from tests.domain.access.gateways.saml.logout_texts import (
    BOTH_BINDINGS,
    HERE,
    packed,
    refused,
    request_text,
    response_text,
    written,
)
from tests.domain.access.gateways.saml.two_sides import (
    NOW,
    PROVIDER,
    pair,
    provider,
    us,
)


@BOTH_BINDINGS
def test_a_provider_can_ask_to_end_a_session(binding: Binding) -> None:
    raw = packed(request_text(), binding)
    assert issuer_of(binding, raw, parameter=REQUEST) == PROVIDER
    asked = read_logout_request(binding, raw, provider(), us(), NOW)
    assert (asked.request_id, asked.name_id, asked.name_qualifier) == ("_lr1", "_7f", "q")
    assert (asked.session_index, asked.relay_state) == ("_s1", "rs")
    assert asked.issue_instant == NOW.replace(microsecond=0)


def test_the_name_does_not_show_when_the_request_is_printed() -> None:
    asked = read_logout_request(Binding.POST, packed(request_text(), Binding.POST), provider(), us(), NOW)
    assert "_7f" not in repr(asked)


@BOTH_BINDINGS
def test_a_new_key_of_the_provider_counts_as_soon_as_it_is_registered(binding: Binding) -> None:
    theirs = provider(certificates=(pair("old").certificate, pair("provider").certificate))
    assert read_logout_request(binding, packed(request_text(), binding), theirs, us(), NOW).name_id == "_7f"


@BOTH_BINDINGS
def test_a_key_that_is_not_registered_is_not_believed(binding: Binding) -> None:
    assert "no known key" in refused(packed(request_text(), binding, signer="stranger"), binding)


@BOTH_BINDINGS
@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"destination": "https://altrove.example.it/spid/logout"}, "destination"),
        ({"destination": HERE + "/"}, "destination"),
        ({"issuer": "https://altro.example.it"}, "issuer"),
        ({"issuer": ""}, "missing"),
        ({"instant": written(NOW - timedelta(minutes=7))}, "recent"),
        ({"instant": written(NOW + timedelta(minutes=2))}, "recent"),
        ({"instant": "2026-11-22"}, "instant"),
        ({"instant": "2026-13-45T10:00:00Z"}, "instant"),
        ({"instant": "2026-11-22T11:00:00+01:00"}, "instant"),
        ({"more": f'NotOnOrAfter="{written(NOW - timedelta(minutes=2))}"'}, "expired"),
        ({"more": 'NotOnOrAfter="tomorrow"'}, "instant"),
    ],
)
def test_a_signed_request_that_is_not_for_us_now_is_refused(
    binding: Binding, wrong: dict[str, str], reason: str
) -> None:
    assert reason in refused(packed(request_text(**wrong), binding), binding)


@pytest.mark.parametrize(
    "instant",
    [written(NOW - timedelta(minutes=5)), written(NOW + timedelta(seconds=50)), "2026-11-22T10:00:00.1234567Z"],
)
def test_clocks_may_differ_a_little(instant: str) -> None:
    raw = packed(request_text(instant=instant), Binding.POST)
    assert read_logout_request(Binding.POST, raw, provider(), us(), NOW).name_id == "_7f"


@BOTH_BINDINGS
@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('Version="2.0"', 'Version="1.1"', "version"),
        ("LogoutRequest", "ManageNameIDRequest", "kind"),
        ("<samlp:SessionIndex>", "<saml:NameID>_other</saml:NameID><samlp:SessionIndex>", "exactly one NameID"),
        (" _7f ", " ", "missing"),
        (" _7f ", "x" * 2000, "too long"),
        (" _7f ", "<saml:Name>_7f</saml:Name>", "inside"),
    ],
)
def test_a_signed_request_of_another_shape_is_refused(binding: Binding, old: str, new: str, reason: str) -> None:
    assert reason in refused(packed(request_text().replace(old, new), binding), binding)


def test_a_changed_form_is_refused() -> None:
    form = packed(request_text(), Binding.POST)
    changed = base64.b64decode(form["SAMLRequest"]).replace(b"_7f", b"_8f")
    assert "no known key" in refused({"SAMLRequest": base64.b64encode(changed).decode()}, Binding.POST)


def test_a_form_without_signature_is_refused() -> None:
    form = {"SAMLRequest": base64.b64encode(request_text().encode()).decode()}
    assert "signature" in refused(form, Binding.POST)


@pytest.mark.parametrize("form", [{}, {"SAMLRequest": "%%%"}, {"SAMLRequest": "PGE+"}, {"SAMLRequest": "A" * 500_000}])
def test_junk_in_a_form_is_refused(form: dict[str, str]) -> None:
    assert refused(form, Binding.POST)


def test_a_form_is_no_query_and_a_query_no_form() -> None:
    assert refused(packed(request_text(), Binding.POST), Binding.REDIRECT)
    assert refused(packed(request_text(), Binding.REDIRECT), Binding.POST)


def test_who_it_is_from_cannot_be_read_out_of_junk() -> None:
    without = request_text().replace(f"<saml:Issuer>{PROVIDER}</saml:Issuer>", "")
    with pytest.raises(SignInRefused, match="without issuer"):
        issuer_of(Binding.POST, packed(without, Binding.POST), parameter=REQUEST)


@BOTH_BINDINGS
@pytest.mark.parametrize(("status", "is_done"), [("Success", True), ("Requester", False), ("PartialLogout", False)])
def test_a_provider_answers_our_request(binding: Binding, status: str, is_done: bool) -> None:
    raw = packed(response_text(status), binding, parameter="SAMLResponse")
    answered = read_logout_response(binding, raw, provider(), us(), NOW)
    assert (answered.in_response_to, answered.is_done, answered.relay_state) == ("_ours", is_done, "rs")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' InResponseTo="_ours"', ""),
        (f'Destination="{HERE}"', 'Destination="https://altrove.example.it"'),
        ("<samlp:Status>", "<samlp:Status><samlp:StatusCode Value='x'/>"),
        ("LogoutResponse", "Response"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(old: str, new: str) -> None:
    raw = packed(response_text().replace(old, new), Binding.POST, parameter="SAMLResponse")
    with pytest.raises(SignInRefused):
        read_logout_response(Binding.POST, raw, provider(), us(), NOW)


def test_a_request_is_no_answer() -> None:
    raw = packed(request_text(), Binding.POST, parameter="SAMLResponse")
    with pytest.raises(SignInRefused, match="another kind"):
        read_logout_response(Binding.POST, raw, provider(), us(), NOW)
