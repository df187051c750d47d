"""The fields of a kind of fact: for the forms that ask for it."""

from collections.abc import Sequence

from domain.kernel.actor import Actor
from domain.registry.permissions import may_read
from domain.registry.rules.facts.kinds import KINDS, FactField, fields_of
from domain.registry.rules.facts.value import Shape
from domain.registry.terms import FactKind

__all__ = ["FactField", "Shape", "fact_fields", "has_several", "readable_kinds"]


def fact_fields(kind: FactKind) -> Sequence[FactField]:
    """The fields, in the order in which they are asked."""
    return fields_of(kind)


def has_several(kind: FactKind) -> bool:
    """Whether a person may have several of the kind at once, as telephones."""
    return KINDS[kind].is_many


def readable_kinds(actor: Actor) -> Sequence[FactKind]:
    """The kinds that ``actor`` may read of a person whom they may know of."""
    return [kind for kind in FactKind if may_read(actor, kind)]
