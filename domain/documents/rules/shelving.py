"""In which folder a paper goes by itself, until an ente says otherwise. The folders are those of the shipped list."""

import unicodedata
from collections.abc import Mapping

OTHER_FOLDER = "9"
SHIPPED: Mapping[str, str] = {
    "decree": "1",
    "medical_certificate": "6",
    "disability_report": "6",
    "isee_certificate": "5",
}
"""By the word of the kind. What is not named goes to ``OTHER_FOLDER``. Ours: no public source says it."""


def folder_for(paper: str, *own: Mapping[str, str], known: frozenset[str]) -> str:
    """The folder that the first of ``own`` (the ente's rules, then its ambito's) names and that is in use.

    Where none does, the shipped one.
    """
    for rules in (*own, SHIPPED):
        if rules.get(paper) in known:
            return rules[paper]
    return OTHER_FOLDER


def folded(words: str) -> str:
    """Words without accents and in small letters: how they are compared when somebody does not type accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(sign))


def has_words(media_type: str) -> bool:
    """Whether text can be read from such a file: PDFs, also signed; photographs have none."""
    return media_type in ("application/pdf", "application/pkcs7-mime")
