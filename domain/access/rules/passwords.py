"""What a good password is, and how it is kept: argon2id over the normalised text. No composition rules."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from domain.kernel.text import Text, _

SHORTEST, LONGEST = 12, 200
# The second recommended option of RFC 9106: a change here makes every password be hashed again when it is next typed.
HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4, hash_len=32, salt_len=16, type=Type.ID)
# Unknown accounts verify against this, so that they take as long to refuse as known ones.
NOBODY = HASHER.hash("nobody's password")
KEYBOARDS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "q1w2e3r4t5y6u7i8o9p0",
)
RUN = 4
FEWEST_DIFFERENT = 5
SHORTEST_WORD = 4
LOOKALIKES = str.maketrans("013457@$!|", "oieastasil")


def normalised(password: str) -> str:
    """The same password however the keyboard composed its letters (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def hashed(password: str) -> str:
    """What is kept of a password."""
    return HASHER.hash(normalised(password))


def matches(kept: str, password: str) -> bool:
    """Whether ``password`` is the one kept; an empty ``kept`` costs as much and never matches."""
    try:
        return HASHER.verify(kept or NOBODY, normalised(password)) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def needs_new_hash(kept: str) -> bool:
    """Whether ``kept`` was made with other parameters than ours of today."""
    return HASHER.check_needs_rehash(kept)


def problem(password: str, about: Iterable[str], is_leaked: Callable[[str], bool]) -> Text | None:
    """Why ``password`` may not be chosen; None when it may.

    ``about`` are the operator's names, e-mail and ente; ``is_leaked`` knows the passwords that thieves try first.
    """
    typed = normalised(password)
    if len(typed) < SHORTEST:
        return _("La password è troppo corta. Scrivi almeno %(shortest)s caratteri.", shortest=SHORTEST)
    if len(typed) > LONGEST:
        return _("La password è troppo lunga. Scrivi al massimo %(longest)s caratteri.", longest=LONGEST)
    plain = typed.casefold()
    if any(word in plain for word in _words(about)):
        return _("La password contiene il tuo nome, la tua e-mail o il tuo ente. Scegli altre parole.")
    if is_leaked(plain) or _is_leaked_and_dressed_up(plain, is_leaked):
        return _("Questa password è tra quelle rubate più usate. Scegline un'altra, per esempio quattro parole a caso.")
    if _is_monotonous(plain):
        return _("La password ripete gli stessi caratteri o segue la tastiera. Scegline un'altra.")
    return None


def _words(about: Iterable[str]) -> list[str]:
    found = (word for text in about for word in re.split(r"[\W_]+", normalised(text).casefold()))
    return [word for word in found if len(word) >= SHORTEST_WORD]


def _is_leaked_and_dressed_up(plain: str, is_leaked: Callable[[str], bool]) -> bool:
    """``Password2024!!`` is no better than ``password``: one known word between digits and signs, or written twice."""
    cores = {plain.strip("0123456789!?.,;:-_*#@$%&+=()[]/\\ "), re.sub(r"[\W\d_]+", "", plain)}
    cores |= {core.translate(LOOKALIKES) for core in (*cores, plain)}
    cores |= {core[: len(core) // 2] for core in cores if core[: len(core) // 2] * 2 == core}
    return any(len(core) >= SHORTEST_WORD and is_leaked(core) for core in cores)


def _is_monotonous(plain: str) -> bool:
    """Few different characters, one piece again and again, or mostly neighbours on the keyboard."""
    if len(set(plain)) < FEWEST_DIFFERENT or re.fullmatch(r"(.{1,6})\1+.{0,5}", plain):
        return True
    lines = [*KEYBOARDS, *(line[::-1] for line in KEYBOARDS)]
    runs = {place for place in range(len(plain) - RUN + 1) if any(plain[place : place + RUN] in line for line in lines)}
    covered = {place + step for place in runs for step in range(RUN)}
    return len(covered) * 2 > len(plain)
