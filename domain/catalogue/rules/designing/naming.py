"""Names that nobody types: the key of a question and the slug of a service, made of their Italian words."""

import re
import unicodedata
from collections.abc import Container

KEY_LENGTH = 34
SLUG_LENGTH = 60


def key_of(label: str, taken: Container[str]) -> str:
    """A key like ``quante_persone_vivono`` that is not ``taken``; it stays when the words change later."""
    words = "_".join(_words(label)) or "domanda"
    key = words if words[0].isalpha() else f"n_{words}"
    return _free(_cut(key, "_", KEY_LENGTH), "_", taken)


def slug_of(title: str, taken: Container[str] = ()) -> str:
    """A slug for addresses like ``aiuto-a-casa`` that is not ``taken``."""
    return _free(_cut("-".join(_words(title)) or "servizio", "-", SLUG_LENGTH), "-", taken)


def _words(sentence: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", sentence.lower()).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain.replace("'", " "))


def _cut(name: str, joint: str, length: int) -> str:
    if len(name) <= length:
        return name
    return name[: length + 1].rsplit(joint, 1)[0][:length].rstrip(joint) if joint in name[:length] else name[:length]


def _free(name: str, joint: str, taken: Container[str]) -> str:
    if name not in taken:
        return name
    return next(found for number in range(2, 10_000) if (found := f"{name}{joint}{number}") not in taken)
