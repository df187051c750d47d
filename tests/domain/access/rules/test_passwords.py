"""Which passwords may be chosen, and how they are kept."""

import pytest
from argon2 import PasswordHasher

from domain.access.gateways.leaked_passwords import is_leaked
from domain.access.rules import passwords

ABOUT = ("Anna", "Zanottelli", "anna.zanottelli@comune.borgo.example", "Comune di Borgoverde")


def why_not(password: str) -> str:
    found = passwords.problem(password, ABOUT, is_leaked)
    return found.msgid if found else ""


@pytest.mark.parametrize(
    "password",
    [
        "cavallo batteria graffetta",
        "una frase lunga e segreta",
        "kZ9$vL2#qWx7Tb",
        "πολύ καλός κωδικός",
        "piove su lago blu",
    ],
)
def test_long_and_unusual_words_are_good_whatever_letters_they_have(password: str) -> None:
    assert why_not(password) == ""


def test_eleven_characters_are_too_few_and_two_hundred_and_one_too_many() -> None:
    phrase = "vento grigio sopra nove tetti " * 7
    assert "troppo corta" in why_not(phrase[:11])
    assert why_not(phrase[:12]) == why_not(phrase[:200]) == ""
    assert "troppo lunga" in why_not(phrase[:201])


@pytest.mark.parametrize(
    "password",
    [
        "123qweasdzxc",
        "Password2024!!!",
        "P@ssw0rd1234",
        "juventusjuventus",
        "MOTHERFUCKER",
        "1-2-3-qwerty-!!!",
        "dragon!!!!!!",
    ],
)
def test_leaked_passwords_are_refused_also_when_dressed_up(password: str) -> None:
    assert "rubate" in why_not(password)


@pytest.mark.parametrize(
    "password", ["sono Zanottelli io", "borgoverde-estate-9", "ANNA mangia x", "xx anna.zanottelli x"]
)
def test_names_the_e_mail_and_the_ente_are_refused(password: str) -> None:
    assert "il tuo nome" in why_not(password)


@pytest.mark.parametrize(
    "password", ["aaaaaaaaaaaaaaab", "xyxyxyxyxyxyxy", "lmnopqrstuvx", "poiuytrewqlkj", "trota4trota4"]
)
def test_repetitions_and_rows_of_keys_are_refused(password: str) -> None:
    assert "ripete" in why_not(password) or "rubate" in why_not(password)


def test_the_same_letters_composed_in_another_way_are_the_same_password() -> None:
    kept = passwords.hashed("perche\u0301 no, cicogna?")
    assert passwords.matches(kept, "perché no, cicogna?")
    assert not passwords.matches(kept, "perche no, cicogna?")


def test_passwords_are_kept_as_argon2id_and_never_twice_alike() -> None:
    first, second = passwords.hashed("cavallo batteria"), passwords.hashed("cavallo batteria")
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second


def test_no_password_matches_where_none_is_kept() -> None:
    assert not passwords.matches("", "nobody's password")
    assert not passwords.matches("not a hash", "not a hash")


def test_a_hash_with_other_parameters_wants_to_be_made_anew() -> None:
    assert passwords.needs_new_hash(PasswordHasher(time_cost=1, memory_cost=8 * 1024).hash("cavallo batteria"))
    assert not passwords.needs_new_hash(passwords.hashed("cavallo batteria"))
