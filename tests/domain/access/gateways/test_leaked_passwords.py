"""The list of leaked passwords that comes with the program."""

from domain.access.gateways.leaked_passwords import FILE, is_leaked

MOST_BYTES = 1_000_000


def test_the_list_knows_what_everybody_uses_in_whatever_case() -> None:
    assert all(is_leaked(one) for one in ("password", "Juventus", "123QWEasdzxc", "iloveyou"))
    assert not any(is_leaked(one) for one in ("cavallo batteria graffetta", "", "kZ9$vL2#qWx7Tb"))


def test_the_list_is_sorted_small_and_says_where_it_comes_from() -> None:
    prefixes = FILE.read_text().split()
    assert prefixes == sorted(set(prefixes))
    assert FILE.stat().st_size < MOST_BYTES
    told = FILE.with_suffix(".md").read_text()
    assert f"SHA-256 of {len(prefixes)} leaked passwords" in " ".join(told.split())
    assert "Permission is hereby granted" in told
