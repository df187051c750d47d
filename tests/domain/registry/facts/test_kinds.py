"""Every kind of fact can be asked for, and is read again as it was kept."""

import pytest

from domain.registry.actions.facts.record_fact import RecordFact
from domain.registry.rules.facts.kinds import KINDS, fields_of, stored_value
from domain.registry.terms import FACT_LABELS, FactKind


def test_every_kind_has_fields_and_a_label() -> None:
    assert set(KINDS) == set(FactKind) == set(FACT_LABELS)
    assert all(fields_of(kind) for kind in FactKind)


@pytest.mark.parametrize("kind", FactKind)
def test_no_field_has_the_name_of_something_asked_about_every_fact(kind: FactKind) -> None:
    about = set(RecordFact.model_fields) - {"value"}  # which is made of them
    assert not {field.name for field in fields_of(kind)} & about


def test_what_an_older_release_kept_is_still_read() -> None:
    kept = {"channel": "email", "value": "rosa\nBcc: altri", "belongs_to": "", "is_preferred": True, "since": "2019"}
    assert stored_value(FactKind.CONTACT, kept).said()["value"] == "rosa\nBcc: altri"
