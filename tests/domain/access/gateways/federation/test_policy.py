"""What a superior demands of the metadata below it."""

from typing import Any

import pytest

from domain.access.gateways.federation.chains import PROVIDER
from domain.access.gateways.federation.constraints import check_constraints
from domain.access.gateways.federation.policy import apply_policy
from domain.access.gateways.jose_tokens import TokenRefused
from tests.domain.access.gateways.federation.realm import SUBJECT, Realm

NOTHING: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("rules", "before", "after"),
    [
        ({"value": 1}, {"a": 2}, {"a": 1}),
        ({"value": 1}, NOTHING, {"a": 1}),
        ({"value": None}, {"a": 2}, NOTHING),
        ({"value": False}, NOTHING, {"a": False}),
        ({"add": ["y", "x"]}, {"a": ["x"]}, {"a": ["x", "y"]}),
        ({"add": "y"}, {"a": ["x"]}, {"a": ["x", "y"]}),
        ({"add": ["y"]}, NOTHING, {"a": ["y"]}),
        ({"default": 1}, {"a": 2}, {"a": 2}),
        ({"default": 1}, NOTHING, {"a": 1}),
        ({"one_of": [1, 2]}, {"a": 2}, {"a": 2}),
        ({"one_of": [1, 2]}, NOTHING, NOTHING),
        ({"subset_of": ["x", "y"]}, {"a": ["y", "z"]}, {"a": ["y"]}),
        ({"subset_of": ["x"]}, {"a": ["z"]}, NOTHING),
        ({"subset_of": ["x"]}, {"a": []}, NOTHING),
        ({"subset_of": []}, {"a": ["x"]}, NOTHING),
        ({"subset_of": ["x"]}, NOTHING, NOTHING),
        ({"superset_of": ["x"]}, {"a": ["y", "x"]}, {"a": ["y", "x"]}),
        ({"superset_of": []}, {"a": []}, {"a": []}),
        ({"superset_of": ["x"]}, NOTHING, NOTHING),
        ({"essential": False}, NOTHING, NOTHING),
        ({"essential": True, "default": 1}, NOTHING, {"a": 1}),
        ({"subset_of": ["x"], "superset_of": ["x"], "add": ["x"]}, {"a": ["z"]}, {"a": ["x"]}),
        ({"one_of": [1], "default": 1}, NOTHING, {"a": 1}),
    ],
)
def test_an_operator_does_what_it_says(rules: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> None:
    assert apply_policy({"a": rules}, before) == after


@pytest.mark.parametrize(
    ("rules", "before"),
    [
        ({"one_of": [1, 2]}, {"a": 3}),
        ({"one_of": ["x"]}, {"a": ["x"]}),
        ({"superset_of": ["x", "y"]}, {"a": ["x"]}),
        ({"superset_of": ["x"], "subset_of": ["y"]}, {"a": ["y", "x"]}),
        ({"essential": True}, NOTHING),
        ({"essential": True, "subset_of": ["x"]}, {"a": ["y"]}),
        ({"essential": True, "value": None}, {"a": 1}),
        ({"essential": "yes"}, {"a": 1}),
        ({"value": 1, "one_of": [2]}, NOTHING),
        ({"one_of": [1], "default": 2}, NOTHING),
        ({"one_of": [1], "subset_of": [1]}, {"a": 1}),
        ({"one_of": [1], "add": [1]}, {"a": 1}),
        ({"subset_of": "x"}, {"a": ["x"]}),
        ({"one_of": "xyz"}, {"a": "x"}),
        ({"subset_of": ["x"]}, {"a": "x"}),
        ({"superset_of": ["x"]}, {"a": {"x": 1}}),
        ({"regexp": ".*"}, {"a": "x"}),
        ({"Value": 1}, {"a": 1}),
        ({"max_path_length": 1}, NOTHING),
        ([], NOTHING),
        ("essential", NOTHING),
        (None, NOTHING),
    ],
)
def test_broken_contradictory_or_unknown_policies_are_refused(rules: Any, before: dict[str, Any]) -> None:
    with pytest.raises(TokenRefused):
        apply_policy({"a": rules}, before)


def test_a_scope_is_a_list_written_as_words() -> None:
    assert apply_policy({"scope": {"subset_of": ["openid"]}}, {"scope": "openid email"}) == {"scope": "openid"}
    assert apply_policy({"scope": {"add": ["email"]}}, {"scope": "openid"}) == {"scope": "openid email"}


def test_what_the_policy_does_not_name_stays_as_it_is() -> None:
    assert apply_policy({"a": {"value": 1}}, {"b": 2}) == {"a": 1, "b": 2}


def test_a_refusal_repeats_no_name_that_might_be_anything() -> None:
    with pytest.raises(TokenRefused) as refused:
        apply_policy({"<script>": {"essential": True}}, {})
    assert "<" not in refused.value.reason


@pytest.mark.parametrize(
    "policy",
    [
        {PROVIDER: {"token_endpoint": {"one_of": ["https://altro.example.it/token"]}}},
        {PROVIDER: {"tos_uri": {"essential": True}}},
        {PROVIDER: {"scopes_supported": {"superset_of": ["profile"]}}},
        {PROVIDER: {"scopes_supported": {"regexp": "openid"}}},
        {PROVIDER: []},
        [],
    ],
)
def test_a_provider_that_breaks_the_policy_has_no_chain(policy: object) -> None:
    with pytest.raises(TokenRefused):
        Realm(statement={"metadata_policy": policy}).chain()


def test_the_policy_for_another_type_is_not_ours() -> None:
    policy = {"openid_relying_party": {"contacts": {"regexp": "x"}}}
    assert Realm(statement={"metadata_policy": policy}).chain()


def test_a_path_may_not_be_longer_than_allowed() -> None:
    check_constraints({"max_path_length": 1}, intermediates=1, subject=SUBJECT, kind=PROVIDER)
    with pytest.raises(TokenRefused, match="too long"):
        check_constraints({"max_path_length": 0}, intermediates=1, subject=SUBJECT, kind=PROVIDER)
