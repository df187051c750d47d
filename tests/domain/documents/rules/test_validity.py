"""Until when a document counts."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.documents.rules.validity import FOR_EVER, NEVER_AGAIN, SHIPPED, Validity, may_stand_for, standing
from domain.documents.rules.validity import presumed_end as end
from domain.documents.terms import DocumentKind, Lasting, Standing

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
RULES = st.sampled_from(
    [*SHIPPED.values(), FOR_EVER, Validity(True, Lasting.MONTHS, 6), Validity(True, Lasting.MONTHS)]
)


@given(RULES, DAYS, DAYS)
def test_a_day_that_is_written_down_decides_and_still_counts_itself(rule: Validity, ends: date, today: date) -> None:
    assert (standing(rule, ends, today) is Standing.EXPIRED) == (today > ends)


@given(RULES, DAYS)
def test_without_a_day_nothing_is_ever_called_expired(rule: Validity, today: date) -> None:
    assert standing(rule, None, today) is (Standing.UNKNOWN if rule.is_expiring else Standing.VALID)


@given(RULES, DAYS)
def test_what_is_presumed_is_never_over_on_the_day_it_came(rule: Validity, arrived: date) -> None:
    ends = end(rule, arrived)
    assert ends is None or (rule.is_expiring and ends >= arrived)


def test_an_isee_counts_to_the_end_of_its_year_and_months_to_the_same_day() -> None:
    assert end(SHIPPED[DocumentKind.ISEE_CERTIFICATE], date(2026, 3, 2)) == date(2026, 12, 31)
    assert end(Validity(True, Lasting.MONTHS, 6), date(2026, 8, 31)) == date(2027, 2, 28)
    assert end(SHIPPED[DocumentKind.IDENTITY_CARD], date(2026, 3, 2)) is None, "only the card tells"


@given(st.sampled_from(DocumentKind), DAYS)
def test_kinds_stand_for_themselves_unless_they_say_nothing(kind: DocumentKind, day: date) -> None:
    assert (kind in may_stand_for(kind)) == (kind not in NEVER_AGAIN)
    assert DocumentKind.OTHER not in may_stand_for(kind)
    assert end(FOR_EVER, day) is None
    assert standing(FOR_EVER, day - timedelta(days=1), day) is Standing.EXPIRED


def test_a_passport_does_where_an_identity_card_is_asked_but_not_the_other_way_round() -> None:
    assert DocumentKind.PASSPORT in may_stand_for(DocumentKind.IDENTITY_CARD)
    assert may_stand_for(DocumentKind.PASSPORT) == {DocumentKind.PASSPORT}
