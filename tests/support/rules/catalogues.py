"""What is wrong with a catalogue: missing, fuzzy, broken placeholders or markup, incomplete plurals, lost sentences."""

import re
from collections.abc import Iterator, Sequence

from babel.messages.catalog import Catalog, Message

PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]")
STRAY = re.compile(r"%(?!\(\w+\)[a-z]|%)")
TAG = re.compile(r"</?([a-zA-Z][\w-]*)")
# How many there are may be said by the form itself: "one letter", "two letters" need no number.
COUNTS = frozenset({"n", "num", "count", "number"})


def entries(catalog: Catalog) -> Iterator[Message]:
    """The messages of a catalogue, its header left out."""
    return (message for message in catalog if message.id)


def key_of(message: Message) -> tuple[str, str]:
    """What makes a message itself: its context and its (singular) sentence."""
    return (message.context or "", message.id if isinstance(message.id, str) else message.id[0])


def _forms(value: str | Sequence[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _placeholders(texts: Sequence[str]) -> set[str]:
    return {name for text in texts for name in PLACEHOLDER.findall(text)}


def _broken(message: Message) -> Iterator[str]:
    sources, plural = _forms(message.id), not isinstance(message.id, str)
    wanted = _placeholders(sources)
    tags = sorted(TAG.findall(sources[-1]))
    for form in _forms(message.string):
        has = _placeholders([form])
        if has - wanted:
            yield f"unknown placeholder {', '.join(sorted(has - wanted))}"
        if missing := wanted - has - (COUNTS if plural else set()):
            yield f"placeholder lost: {', '.join(sorted(missing))}"
        if wanted and STRAY.search(form):
            yield "a % that is neither a placeholder nor doubled"
        if sorted(TAG.findall(form)) != tags:
            yield "the markup differs"
        if form.strip() and (form[:1].isspace(), form[-1:].isspace()) != (
            sources[0][:1].isspace(),
            sources[0][-1:].isspace(),
        ):
            yield "space at the ends differs"


def faults(catalog: Catalog, *, is_source: bool = False) -> list[str]:
    """What is wrong with each entry. The source language has no translation, or the sentence itself."""
    found = []
    for message in entries(catalog):
        forms, name = _forms(message.string), repr(key_of(message)[1][:60])
        if "fuzzy" in message.flags:
            found.append(f"{name}: fuzzy")
        if is_source:
            if any(forms) and forms[: len(_forms(message.id))] != _forms(message.id):
                found.append(f"{name}: the Italian text is the msgid itself: change it in the source")
            continue
        expected = 1 if isinstance(message.id, str) else catalog.num_plurals
        if len(forms) != expected or not all(form.strip() for form in forms):
            found.append(f"{name}: not translated" if not any(forms) else f"{name}: {expected} plural forms are needed")
            continue
        found += [f"{name}: {says}" for says in dict.fromkeys(_broken(message))]
    return found


def missing(catalog: Catalog, wanted: Catalog) -> list[str]:
    """Sentences of the source that the catalogue does not have, and sentences it keeps that are gone."""
    has, should = ({key_of(m) for m in entries(c)} for c in (catalog, wanted))
    gone = [f"{key[1][:60]!r}: not in the catalogue" for key in sorted(should - has)]
    return gone + [f"{key[1][:60]!r}: no longer in the source" for key in sorted(has - should)]
