"""What somebody has typed in the search box: words, a date, a code, a telephone number, an address."""

import re
from dataclasses import dataclass
from datetime import date

from domain.kernel.codice_fiscale import scanned_in
from domain.registry.rules.naming.codes import START, code_in, looks_like_code
from domain.registry.rules.naming.letters import LONGEST, is_particle, joined, words_of
from domain.registry.rules.naming.sounds import Word, word

MOST_WORDS = 6
_ARTICLES = ("al", "el", "ben")
SHORTEST_FOLLOWING = 4
FEWEST_DIGITS = 6
_MONTHS = ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})°?\s+({'|'.join(_MONTHS)})[a-z]*\.?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\S)(19\d\d|20\d\d)(?!\S)")
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
_PHONE = re.compile(r"(?<![\w/])(?:\+|00)?\d[\d .\-/()]{4,20}\d(?!\w)")
_STREET = (
    "via viale v.le v. piazza p.za p.zza piazzale p.le corso c.so vicolo v.lo largo l.go strada contrada loc. "
    "località localita frazione fraz. maso lungolago borgo salita"
)
_ADDRESS = re.compile(
    rf"(?:^|(?<=\s))(?:{'|'.join(map(re.escape, _STREET.split()))})\s+"
    r"([^\d,;]{2,60}?),?\s+(?:n\.?\s*)?(\d{1,4}\s?[a-z]?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Slot:
    """One word that was typed; with a particle before it, also the two written as one."""

    words: tuple[Word, ...]


@dataclass(frozen=True)
class Typed:
    """What was understood. ``readings`` are ways to divide the words: as typed, or two neighbours taken as one."""

    readings: tuple[tuple[Slot, ...], ...] = ()
    born_on: date | None = None
    year: int | None = None
    code: str | None = None
    is_code_uncertain: bool = False
    phone: str | None = None
    email: str | None = None
    address: str | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The words as typed."""
        return self.readings[0] if self.readings else ()

    @property
    def start(self) -> str | None:
        """Six letters typed alone, which may be the beginning of a code; None when it is something else."""
        one = self.slots[0].words[0].text if len(self.slots) == 1 else ""
        return one.upper() if len(one) == START else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was understood by which somebody could be found."""
        return self == Typed()


def understand(text: str, today: date) -> Typed:
    """What ``text`` asks for; what a reader has typed of a health card is its code alone."""
    text = text[:LONGEST].strip()
    if (card := scanned_in(text)) is not None:
        return Typed(code=card)
    email, text = _cut(_EMAIL, text)
    address, text = _address(text)
    born_on, text = _date(text, today)
    code, is_uncertain, text = _code(text)
    phone, text = _phone(text)
    year, text = _cut(_YEAR, text)
    return Typed(
        readings=readings_of(text),
        born_on=born_on,
        year=int(year) if year else None,
        code=code,
        is_code_uncertain=is_uncertain,
        phone=phone,
        email=email.lower() if email else None,
        address=address,
    )


def readings_of(text: str) -> tuple[tuple[Slot, ...], ...]:
    """The ways to divide typed words: as they are, and with two neighbours taken as one."""
    slots: list[Slot] = []
    leading: Word | None = None
    words = words_of(text)[: MOST_WORDS + 2]
    for one in words:
        if is_particle(one) and one is not words[-1]:
            leading = joined(leading, one) if leading else one
            continue
        slots.append(Slot((one, joined(leading, one)) if leading else (one, *_without_article(one))))
        leading = None
    slots = slots[:MOST_WORDS]
    if not slots:
        return ()
    merged = [_merged(slots, place) for place in range(len(slots) - 1)] if len(slots) <= MOST_WORDS - 2 else []
    return (tuple(slots), *merged)


def digits_of(number: str) -> str:
    """A telephone number without signs and the Italian prefix; empty when it has too few digits to tell anything."""
    bare = re.sub(r"\D", "", number.replace("+", "00"))
    bare = bare.removeprefix("0039") if bare.startswith("0039") else bare
    if len(bare) == 12 and bare.startswith("393"):
        bare = bare[2:]
    return bare if len(bare) >= FEWEST_DIGITS else ""


def address_in(text: str) -> str | None:
    """Street and number as they are compared: words without particles, and the number; None when there is none."""
    found = _ADDRESS.search(text)
    if found is None:
        return None
    words = [one.text for one in words_of(found[1]) if not is_particle(one)]
    return f"{' '.join(words)} {''.join(found[2].lower().split())}" if words else None


def _without_article(one: Word) -> tuple[Word, ...]:
    """What follows an Arabic article or "son of" that somebody has written as one word with it."""
    return tuple(
        word(one.text.removeprefix(article))
        for article in _ARTICLES
        if one.text.startswith(article) and len(one.text) >= len(article) + SHORTEST_FOLLOWING
    )


def _merged(slots: list[Slot], place: int) -> tuple[Slot, ...]:
    one = Slot((joined(slots[place].words[-1], slots[place + 1].words[-1]),))
    return (*slots[:place], one, *slots[place + 2 :])


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str | None, str]:
    found = pattern.search(text)
    return (found[0], _without(text, found)) if found else (None, text)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _address(text: str) -> tuple[str | None, str]:
    found = _ADDRESS.search(text)
    address = address_in(text)
    return (address, _without(text, found)) if found and address else (None, text)


def _date(text: str, today: date) -> tuple[date | None, str]:
    for pattern, order in ((_ISO, (3, 2, 1)), (_NUMERIC, (1, 2, 3)), (_WRITTEN, (1, 2, 3))):
        if (found := pattern.search(text)) is not None:
            day = _day(found[order[0]], found[order[1]], found[order[2]], today)
            if day is not None:
                return day, _without(text, found)
    return None, text


def _day(day: str, month: str, year: str, today: date) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    full = int(year) if len(year) == 4 else 2000 + int(year)
    if full > today.year and len(year) == 2:
        full -= 100
    try:
        return date(full, number, int(day))
    except ValueError:
        return None


def _code(text: str) -> tuple[str | None, bool, str]:
    tokens = text.split()
    for understood, is_uncertain in ((code_in, False), (looks_like_code, True)):
        for token in tokens:
            if (code := understood(token)) is not None:
                return code, is_uncertain, " ".join(one for one in tokens if one is not token)
    return None, False, text


def _phone(text: str) -> tuple[str | None, str]:
    found, rest = _cut(_PHONE, text)
    digits = digits_of(found) if found else ""
    return (digits, rest) if digits else (None, text)
