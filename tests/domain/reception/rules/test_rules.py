"""Rules of the desk that stand on their own: codes typed, risks, notes, rounding, days, answers."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.kernel.rounding import STEP, rounded
from domain.reception.rules.desk_days import is_open_on
from domain.reception.rules.first_assessment import GRAVE, SERIOUS, suggest
from domain.reception.rules.notes import NotePlace, may_read_note
from domain.reception.rules.section_fields import cleaned
from domain.reception.rules.section_forms import FORMS, in_version, latest
from domain.reception.rules.sight import Place, is_opened, knows_of, sights
from domain.reception.rules.told import understood
from domain.reception.rules.typed_codes import ManyMeant, meant
from domain.reception.terms.desks import DeskKind, Section, Sight
from domain.reception.terms.sheets import Outcome

LABELS = {"A.1": "Aiuto a casa", "A.2": "Casa inadatta", "B.1": "Difficoltà a scuola"}
TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("A.1", "A.1"),
        ("aiuto a casa", "A.1"),
        ("  DIFFICOLTA ", "B.1"),
        ("inadatta casa", "A.2"),
        ("zzz", None),
        ("", None),
    ],
)
def test_a_code_is_found_by_itself_its_label_or_its_words(typed: str, code: str | None) -> None:
    assert meant(typed, LABELS) == code


def test_words_that_fit_several_codes_name_them() -> None:
    with pytest.raises(ManyMeant) as many:
        meant("casa", LABELS)
    assert many.value.labels == ("Aiuto a casa", "Casa inadatta")


@given(st.sampled_from(sorted(LABELS)))
def test_every_label_means_its_own_code(code: str) -> None:
    assert meant(LABELS[code], LABELS) == code


@given(st.sets(st.sampled_from((*GRAVE, *SERIOUS))))
def test_a_grave_risk_always_suggests_the_emergency_path(risks: set[str]) -> None:
    found = suggest(dict.fromkeys(risks, "yes"))
    assert (found.outcome is Outcome.EMERGENCY) is bool(risks & set(GRAVE))
    assert found.is_hidden is ("violence" in risks)
    assert (found.outcome is None) is (not risks)


@given(st.integers(0, 10_000))
def test_a_rounded_count_is_near_and_tells_nothing_of_one_person(count: int) -> None:
    assert rounded(count) % STEP == 0
    assert abs(rounded(count) - count) <= STEP // 2
    assert rounded(1) == rounded(2) == 0


def operator(*roles: Role, office_id: UUID, ente_id: UUID) -> Operator:
    return Operator(uuid4(), ente_id, office_id, (ente_id,), roles=frozenset(roles))


def test_a_private_note_is_read_by_author_sheet_author_head_and_named_readers() -> None:
    ente, office, author, writer = uuid4(), uuid4(), uuid4(), uuid4()
    note = NotePlace(True, author, ente, office, writer)
    colleague = operator(Role.SOCIAL_WORKER, office_id=office, ente_id=ente)
    readers = frozenset({Role.SOCIAL_WORKER})
    assert not may_read_note(colleague, note)
    assert may_read_note(colleague, note, readers)
    assert not may_read_note(operator(Role.SOCIAL_WORKER, office_id=uuid4(), ente_id=ente), note, readers)
    assert may_read_note(operator(Role.OFFICE_HEAD, office_id=uuid4(), ente_id=ente), note)
    assert not may_read_note(operator(Role.OFFICE_HEAD, office_id=office, ente_id=uuid4()), note)
    for one in (author, writer):
        assert may_read_note(Operator(one, uuid4(), uuid4(), ()), note)
    assert may_read_note(colleague, NotePlace(False, author, ente, office, writer))


@given(st.dates(), st.dates(), st.dates())
def test_a_thematic_desk_is_open_between_its_days(opens_on: date, closes_on: date, day: date) -> None:
    assert is_open_on(DeskKind.THEMATIC, opens_on, closes_on, day) is (opens_on <= day <= closes_on)
    assert is_open_on(DeskKind.GENERAL, opens_on, closes_on, day)


roles = st.frozensets(st.sampled_from(Role))
places = st.builds(
    Place,
    is_same_office=st.booleans(),
    is_author=st.booleans(),
    is_passed_on=st.booleans(),
    is_hidden=st.booleans(),
    is_masked_elsewhere=st.booleans(),
    masks=st.dictionaries(st.sampled_from(Section), roles),
)


@given(roles, places)
def test_nothing_is_seen_of_what_may_not_be_known(held: frozenset[Role], place: Place) -> None:
    if is_opened(held, place):
        assert knows_of(held, place)
    else:
        assert set(sights(held, place).values()) == {Sight.ABSENT}


@given(roles, places, st.sampled_from(Role))
def test_one_role_more_never_hides_a_section(held: frozenset[Role], place: Place, more: Role) -> None:
    order = [Sight.ABSENT, Sight.MASKED, Sight.VISIBLE]
    fewer, wider = sights(held, place), sights(held | {more}, place)
    assert all(order.index(wider[section]) >= order.index(fewer[section]) for section in Section)


def test_every_section_has_one_form_for_each_version_and_fields_with_their_own_keys() -> None:
    for form in FORMS:
        assert in_version(form.section, form.version) is form
        assert latest(form.section).version >= form.version
        assert len({field.key for field in form.fields}) == len(form.fields)


@given(st.dictionaries(st.sampled_from([f.key for form in FORMS for f in form.fields]), st.text(max_size=30)))
def test_any_answers_are_kept_or_told_to_be_wrong_never_lost(typed: dict[str, str]) -> None:
    for form in FORMS:
        kept, wrong = cleaned(form, typed, {})
        answered = {field.key for field in form.fields if typed.get(field.key, "").strip()}
        assert set(kept) | set(wrong) == answered
        assert not set(kept) & set(wrong)


@given(st.dictionaries(st.sampled_from(["codice_fiscale", "email", "born_on", "family_name"]), st.text(max_size=40)))
def test_what_is_told_of_a_person_is_understood_or_refused_beside_its_field(told: dict[str, str]) -> None:
    facts, problems = understood(told, TODAY)
    assert not set(facts) & set(problems)
    assert {key for key, value in told.items() if value.strip()} <= set(facts) | set(problems)


def test_nobody_is_born_tomorrow() -> None:
    assert set(understood({"born_on": (TODAY + timedelta(days=1)).isoformat()}, TODAY)[1]) == {"born_on"}
