"""Hard searches with their one right answer: what people type who have heard a name, or have a worn card in hand.

Always the same for the same number of people. Each search says one person apart from all the others: common names
come with a birth date or year, as at a desk.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from uuid import UUID

from stdnum.it.codicefiscale import calc_check_digit

from domain.registry.rules.naming.letters import words_of
from domain.registry.rules.naming.typed import digits_of
from domain.registry.seeds.invented.people import Invented, invented_people, with_omocodia

_MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
MONTHS = tuple(_MONTHS.split())
_KEYS = "qwertyuiopasdfghjklzxcvbnm"
_BESIDE = (
    "wa qes wrd etf ryg tuh yij uok ipl o qsz awdx sefc drgv fthb gyjn hukm jil ko asx zsdc xdfv cfgb vghn bhjm njk"
)
DRAWN = 150  # few people have an alias, or a name in another script
NEIGHBOURS = dict(zip(_KEYS, _BESIDE.split(), strict=True))


@dataclass(frozen=True)
class HardQuery:
    """What is typed, by which difficulty, and who is meant."""

    kind: str
    text: str
    person_id: UUID


@dataclass(frozen=True)
class _Crowd:
    """Some of the people, and how often a name occurs among all of them: to know what tells one apart."""

    some: Sequence[Invented]
    named: Counter[int]
    named_in_year: Counter[int]

    def saying(self, rng: Random, one: Invented, words: str) -> str:
        """The words, with the birth date or year where the name alone does not tell who is meant."""
        name = _heard(one)
        if self.named[hash(name)] == 1 and rng.random() < 0.5:
            return words
        if self.named_in_year[hash((name, one.born_on.year))] == 1 and rng.random() < 0.6:
            return f"{words} {one.born_on.year}"
        return f"{words} {_written(rng, one)}"


def hard_queries(total: int, count: int, *, seed: str = "hard queries") -> list[HardQuery]:
    """``count`` searches among the first ``total`` invented people, all kinds of difficulty in turn."""
    rng = Random(f"{seed} {total}")
    crowd = _crowd(total, {rng.randrange(total) for _ in range(count * DRAWN)})
    found: list[HardQuery] = []
    kinds = tuple(KINDS.items())
    while len(found) < count:
        kind, make = kinds[len(found) % len(kinds)]
        one = rng.choice(crowd.some)
        if text := make(rng, crowd, one):
            found.append(HardQuery(kind, text, one.id))
    return found


def _crowd(total: int, wanted: set[int]) -> _Crowd:
    crowd = _Crowd([], Counter(), Counter())
    some: list[Invented] = []
    for one in invented_people(total):
        name = _heard(one)
        crowd.named[hash(name)] += 1
        crowd.named_in_year[hash((name, one.born_on.year))] += 1
        if one.number in wanted:
            some.append(one)
    return replace(crowd, some=some)


def misspelt(rng: Random, word: str) -> str:
    """The word with one slip: a letter left out, twice, swapped with its neighbour, or the key beside it."""
    if len(word) < 4:
        return word
    place = rng.randrange(1, len(word) - 1)
    letter = word[place].lower()
    match rng.randrange(4):
        case 0:
            return word[:place] + word[place + 1 :]
        case 1:
            return word[:place] + letter + word[place:]
        case 2:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case _:
            return word[:place] + rng.choice(NEIGHBOURS.get(letter, letter)) + word[place + 1 :]


def _misspelt_name(rng: Random, crowd: _Crowd, one: Invented) -> str:
    given, family = one.given_name.split(" ")[0], one.family_name
    if not (given.isascii() and family.isascii()) or max(len(given), len(family)) < 5:
        return ""
    if len(family) >= len(given):
        family = misspelt(rng, family)
    else:
        given = misspelt(rng, given)
    return crowd.saying(rng, one, f"{given} {family}".lower())


def _twice_misspelt(rng: Random, crowd: _Crowd, one: Invented) -> str:
    given, family = one.given_name.split(" ")[0], one.family_name
    if not (given.isascii() and family.isascii()) or min(len(given), len(family)) < 5:
        return ""
    return f"{misspelt(rng, family)} {misspelt(rng, given)} {_written(rng, one)}".lower() if crowd else ""


def _swapped(rng: Random, crowd: _Crowd, one: Invented) -> str:
    words = f"{one.family_name} {one.given_name}"
    return crowd.saying(rng, one, rng.choice((words, words.upper())))


def _other_spelling(rng: Random, crowd: _Crowd, one: Invented) -> str:
    ways = one.spellings
    if max(map(len, ways)) < 2:
        return ""
    given = rng.choice([way for way in ways[0] if way != one.given_name] or [one.given_name])
    family = rng.choice([way for way in ways[1] if way != one.family_name] or [one.family_name])
    if rng.random() < 0.4:
        given = one.given_name
    return crowd.saying(rng, one, f"{given} {family}")


def _written_as_one(rng: Random, crowd: _Crowd, one: Invented) -> str:
    if " " not in one.family_name and "'" not in one.family_name and " " not in one.given_name:
        return ""
    family = one.family_name.replace(" ", "").replace("'", "")
    return crowd.saying(rng, one, f"{one.given_name.replace(' ', '')} {family}".lower())


def _omocodia(rng: Random, crowd: _Crowd, one: Invented) -> str:
    """The code as another office has it: with letters for some digits, or without."""
    if not one.codice_fiscale or not crowd:
        return ""
    return with_omocodia(one.codice_fiscale, rng.randrange(1, 128))


def _wrong_letter(rng: Random, crowd: _Crowd, one: Invented) -> str:
    """The code with a wrong check letter, in small letters, with blanks."""
    if not one.codice_fiscale or not crowd:
        return ""
    start = one.codice_fiscale[:15]
    wrong = rng.choice([letter for letter in "ABCDEFGHJKLMNPQRSTUVWXYZ" if letter != calc_check_digit(start)])
    return f"{start}{wrong}".lower()


def _miscopied(rng: Random, crowd: _Crowd, one: Invented) -> str:
    """The code with one letter or digit wrong, beside the surname."""
    if not one.codice_fiscale or not crowd:
        return ""
    place = rng.randrange(16)
    alphabet = "0123456789" if one.codice_fiscale[place].isdigit() else "BCDFGHLMNPRSTVZ"
    return f"{one.family_name} {one.codice_fiscale[:place]}{rng.choice(alphabet)}{one.codice_fiscale[place + 1 :]}"


def _begun(rng: Random, crowd: _Crowd, one: Invented) -> str:
    """The beginning of a name as it is typed, with the birth date."""
    if not one.family_name.isascii() or len(one.family_name) < 6 or not crowd:
        return ""
    return f"{one.given_name.split(' ')[0]} {one.family_name[: rng.randint(4, 5)]} {_written(rng, one)}"


def _telephone(rng: Random, crowd: _Crowd, one: Invented) -> str:
    """A number that two people may share, and the name of one of them as it was heard."""
    if not one.phone or not one.given_name.isascii() or not crowd:
        return ""
    number = digits_of(one.phone)
    shown = rng.choice((f"+39 {number}", f"0039{number}", f"{number[:3]} {number[3:6]} {number[6:]}"))
    return f"{misspelt(rng, one.given_name.split(' ')[0])} {shown}"


def _alias(rng: Random, crowd: _Crowd, one: Invented) -> str:
    if not one.alias or not crowd:
        return ""
    return f"{one.alias} {one.family_name} {_written(rng, one)}"


def _heard(one: Invented) -> str:
    """What all spellings of the name have in common."""
    first = [ways[0] for ways in one.spellings]
    return " ".join(sorted(word.sound for word in words_of(" ".join(first))))


def _written(rng: Random, one: Invented) -> str:
    day = one.born_on
    return rng.choice(
        (
            f"{day.day}/{day.month}/{day.year}",
            f"{day.day:02}.{day.month:02}.{day.year}",
            f"{day.day} {MONTHS[day.month - 1]} {day.year}",
            day.isoformat(),
        )
    )


KINDS: dict[str, Callable[[Random, _Crowd, Invented], str]] = {
    "misspelt": _misspelt_name,
    "twice misspelt": _twice_misspelt,
    "swapped": _swapped,
    "other spelling": _other_spelling,
    "written as one": _written_as_one,
    "omocodia": _omocodia,
    "wrong check letter": _wrong_letter,
    "miscopied code": _miscopied,
    "begun": _begun,
    "telephone": _telephone,
    "alias": _alias,
}
