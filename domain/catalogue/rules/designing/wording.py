"""Every sentence of a card, a form and requirements with its place, to be translated on one page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from domain.kernel.languages import SOURCE

NOT_WORDS = frozenset({"only_if", "expression", "condition"})
Part = TypeVar("Part", dict[str, Any], list[dict[str, Any]])


def sentences(
    card: Mapping[str, Any], form: Mapping[str, Any], requirements: Sequence[Mapping[str, Any]] = ()
) -> dict[str, dict[str, str]]:
    """Place (``form.steps.0.title``) to the sentence in the languages in which it exists; Italian always is there."""
    return dict((*_found(card, "card"), *_found(form, "form"), *_found(list(requirements), "requirements")))


def translated(whole: Part, prefix: str, language: str, words: Mapping[str, str]) -> Part:
    """A copy of a card, a form or requirements in which the places of ``words`` say that in ``language``.

    Empty words take the sentence away.
    """
    return cast("Part", _translated(whole, prefix, language, words))


def _found(node: Any, place: str) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(node, dict):
        held = cast("dict[str, Any]", node)
        if _is_sentence(held):
            yield place, held
            return
        for name, inner in held.items():
            if name not in NOT_WORDS:
                yield from _found(inner, f"{place}.{name}")
    elif isinstance(node, list):
        for number, inner in enumerate(cast("list[Any]", node)):
            yield from _found(inner, f"{place}.{number}")


def _translated(node: Any, place: str, language: str, words: Mapping[str, str]) -> Any:
    if isinstance(node, dict):
        held = cast("dict[str, Any]", node)
        if not _is_sentence(held):
            return {name: _translated(inner, f"{place}.{name}", language, words) for name, inner in held.items()}
        if place not in words or language == SOURCE.code:
            return held
        rest = {code: sentence for code, sentence in held.items() if code != language}
        return rest | {language: words[place].strip()} if words[place].strip() else rest
    if isinstance(node, list):
        inner = cast("list[Any]", node)
        return [_translated(one, f"{place}.{number}", language, words) for number, one in enumerate(inner)]
    return node


def _is_sentence(node: Mapping[str, Any]) -> bool:
    return isinstance(node.get(SOURCE.code), str)
