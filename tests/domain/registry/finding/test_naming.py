"""How names are understood: pure rules, tried with whatever people may type."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.kernel.codice_fiscale import check
from domain.registry.rules.naming.clues import clues_of
from domain.registry.rules.naming.codes import base_of, code_in
from domain.registry.rules.naming.letters import forms_of, words_of
from domain.registry.rules.naming.masks import masked
from domain.registry.rules.naming.naming import NameKind, Naming, PersonName
from domain.registry.rules.naming.near import gaps, slips, slips_allowed
from domain.registry.rules.naming.score import score, similarity
from domain.registry.rules.naming.sounds import sound_of
from domain.registry.rules.naming.typed import address_in, digits_of, understand
from domain.registry.rules.naming.variants import same_name
from domain.registry.seeds.codes import invented_codice_fiscale
from domain.registry.seeds.invented.hard_queries import MONTHS
from domain.registry.seeds.invented.people import with_omocodia
from domain.registry.terms.records import MatchReason

TODAY = date(2026, 11, 28)
LETTERS = some.text("abcdefghilmnoprstuvz", min_size=1, max_size=12)
NAMES = some.sampled_from(["Maria", "Rosa", "Bellandi", "D'Angelo", "De Santis", "El Amrani", "Łukasz", "Niccolò"])
DAYS = some.dates(date(1900, 1, 1), date(2026, 1, 1))

SAME = [
    ("Mohamed", "محمد"),
    ("Mohamed", "Muhammad"),
    ("Mohammed", "মোহাম্মদ"),
    ("Youssef", "يوسف"),
    ("Yusuf", "Youssef"),
    ("Fatima", "فاطمة"),
    ("Khadija", "خديجة"),
    ("El Amrani", "العمراني"),
    ("Shevchenko", "Шевченко"),
    ("Shevchenko", "Ševčenko"),
    ("Oleksandr", "Aleksandr"),
    ("Wang", "王"),
    ("Niccolò", "Nicolo'"),
    ("Müller", "Muller"),
    ("Γιώργος", "Giorgos"),
    ("გიორგი", "Giorgi"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_in_two_scripts_is_recognised(one: str, other: str) -> None:
    (first, *_), (second, *_) = forms_of(one)[0], forms_of(other)[0]
    assert similarity(first, second) >= 0.78
    assert similarity(second, first) == similarity(first, second)


@pytest.mark.parametrize(("one", "other"), [("Maria", "Mario"), ("Rossi", "Russo"), ("Anna", "Ines")])
def test_two_names_are_not_taken_for_the_same(one: str, other: str) -> None:
    [first], [second] = words_of(one), words_of(other)
    assert similarity(first, second) < 0.9


@given(some.text(max_size=80))
def test_whatever_is_typed_is_understood_or_ignored(text: str) -> None:
    typed = understand(text, TODAY)
    assert all(one.text.isascii() and one.text.islower() for slot in typed.slots for one in slot.words)
    assert 0.0 <= score(typed, Naming((PersonName("Maria", "Bellandi"),), date(1941, 3, 8))).value <= 1.0


@given(LETTERS)
def test_folding_a_sound_again_changes_nothing_that_matters(text: str) -> None:
    sound = sound_of(text)
    assert sound
    assert len(sound) <= len(text)
    assert sound in same_name(words_of(text)[0])


@given(LETTERS, some.integers(0, 11), some.sampled_from("abcdefghilmnoprstuvz"), some.integers(0, 3))
def test_a_slip_leaves_a_key_in_common(sound: str, place: int, letter: str, kind: int) -> None:
    place = min(place, len(sound) - 1)
    slipped = {
        0: sound[:place] + sound[place + 1 :],
        1: sound[:place] + letter + sound[place:],
        2: sound[:place] + letter + sound[place + 1 :],
        3: sound[:place] + sound[place + 1 : place + 2] + sound[place : place + 1] + sound[place + 2 :],
    }[kind]
    if slips_allowed(sound, slipped):
        assert slips(sound, slipped, 2) <= 1
        assert gaps(sound) & gaps(slipped)


@given(LETTERS, LETTERS)
def test_slips_are_counted_the_same_both_ways(one: str, other: str) -> None:
    made = slips(one, other, 3)
    assert made == slips(other, one, 3)
    assert (made == 0) == (one == other)


@given(some.lists(NAMES, min_size=2, max_size=4), DAYS)
def test_the_order_of_the_words_does_not_matter(words: list[str], day: date) -> None:
    known = Naming((PersonName(" ".join(words[:1]), " ".join(words[1:])),), day)
    forwards, backwards = understand(" ".join(words), TODAY), understand(" ".join(reversed(words)), TODAY)
    if len(words) == len(set(words)) and not any(" " in word for word in words):
        assert score(forwards, known).value == pytest.approx(score(backwards, known).value)


@given(NAMES, NAMES, DAYS)
def test_nobody_answers_better_than_the_person_meant(given_name: str, family_name: str, day: date) -> None:
    typed = understand(f"{given_name} {family_name} {day:%d/%m/%Y}", TODAY)
    meant = Naming((PersonName(given_name, family_name),), day)
    other = Naming((PersonName(given_name, "Zeppieri"),), day + timedelta(days=1))
    assert score(typed, meant).value > score(typed, other).value


@given(DAYS, some.sampled_from("FM"), some.integers(1, 127))
def test_omocodia_and_check_letter_do_not_matter(day: date, sex: str, times: int) -> None:
    code = invented_codice_fiscale("Bellandi", "Rosa", day, "F" if sex == "F" else "M")
    other = with_omocodia(code, times)
    assert check(other) == other
    assert other != code
    assert base_of(other) == base_of(code) == base_of(f"{code[:15]}0")
    assert code_in(other.lower()) == other
    assert clues_of(Naming((), codes=(code,))) == clues_of(Naming((), codes=(other,)))


@pytest.mark.parametrize("name", ["Giuseppina", "Margherita", "Alessandra", "Mariaconcetta", "Shevchenko", "333123"])
def test_a_name_is_not_taken_for_a_code(name: str) -> None:
    assert code_in(name) is None


@given(DAYS)
def test_a_date_is_read_however_it_is_written(day: date) -> None:
    spoken = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    for words in (f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", day.isoformat(), spoken):
        typed = understand(f"Rosa {words} Bellandi", TODAY)
        assert typed.born_on == day, words
        assert [slot.words[0].text for slot in typed.slots] == ["rosa", "bellandi"]


def test_a_short_year_is_never_in_the_future() -> None:
    assert understand("27.3.48", TODAY).born_on == date(1948, 3, 27)
    assert understand("27.3.25", TODAY).born_on == date(2025, 3, 27)


@pytest.mark.parametrize("written", ["+39 333 1234567", "0039 3331234567", "333.123.45.67", "333/1234567"])
def test_a_telephone_number_is_one_however_it_is_written(written: str) -> None:
    assert digits_of(written) == "3331234567"
    assert understand(f"rosa {written}", TODAY).phone == "3331234567"


def test_an_address_needs_street_and_number() -> None:
    assert address_in("Via dei Mulini, 14") == address_in("V. Mulini 14") == "mulini 14"
    assert address_in("Maria Mulini") is None


def test_names_with_particles_are_one_however_they_are_divided() -> None:
    for known, written in (
        (PersonName("Anna", "De Santis"), "desantis anna"),
        (PersonName("Anna", "Desantis"), "de santis anna"),
        (PersonName("Maria Rosa", "Bellandi"), "mariarosa bellandi"),
        (PersonName("Mariarosa", "Bellandi"), "maria rosa bellandi"),
        (PersonName("Ciro", "D'Angelo"), "dangelo ciro"),
        (PersonName("Rashida", "El Mansouri"), "rashida almansouri"),
    ):
        assert score(understand(written, TODAY), Naming((known,))).value >= 0.9, written


def test_the_reason_names_the_other_name() -> None:
    naming = Naming((PersonName("Bakary", "Jallow"), PersonName("Momo", "Jallow", NameKind.ALIAS)))
    found = score(understand("momo jallow", TODAY), naming)
    assert found.reasons == (MatchReason.ALIAS,)
    assert found.name == naming.names[1]


def test_a_masked_code_shows_seven_signs() -> None:
    shown = masked("BLLMRS41C48Z999X")
    assert shown == "BLL•••••••••999X"
    assert len(shown) == 16
