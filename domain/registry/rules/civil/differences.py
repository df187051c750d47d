"""What differs between what we hold of a person and what the civil registry says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.registry.rules.civil.record import CivilMember, CivilRecord
from domain.registry.rules.civil.wording import is_same_name, is_same_street
from domain.registry.terms import FactSource, Kinship
from domain.registry.terms.civil import DifferenceKind

SEEN_ON_PAPER = frozenset({FactSource.COURT, FactSource.DOCUMENT})
"""What an office has from a judge or has read on a document is not given up without a word."""


@dataclass(frozen=True)
class HeldMember:
    """Somebody of the registry household as we hold it."""

    codice_fiscale: str | None
    full_name: str
    kinship: Kinship


@dataclass(frozen=True)
class Held:
    """What we hold of a person today; ``household`` empty when we know of none."""

    given_name: str = ""
    family_name: str = ""
    sex: str = ""
    born_on: date | None = None
    died_on: date | None = None
    residence: dict[str, Any] | None = None
    household: Sequence[HeldMember] = ()

    @property
    def members_kept(self) -> dict[str, Any]:
        """The household as a difference keeps it, in one order; nothing where we know of none."""
        members = [
            {"codice_fiscale": one.codice_fiscale, "name": one.full_name, "kinship": one.kinship.value}
            for one in sorted(self.household, key=lambda one: (one.kinship is not Kinship.REFERENCE, one.full_name))
        ]
        return {"members": members} if members else {}


@dataclass(frozen=True)
class Finding:
    """One thing that differs: ``held`` is ours, ``told`` the registry's, from ``starts_on`` on if it says so.

    ``name`` is the field of what changes field by field; an address, a death, a household change as a whole.
    """

    kind: DifferenceKind
    name: str
    held: dict[str, Any] = field(repr=False)
    told: dict[str, Any] = field(repr=False)
    starts_on: date | None = None


def findings(held: Held, told: CivilRecord, household: Sequence[CivilMember] = ()) -> list[Finding]:
    """Everything that differs, a death first. What the registry does not say is no difference."""
    found = [*_death(held, told), *_household(held, household), *_residence(held, told), *_identity(held, told)]
    return sorted(found, key=lambda one: list(DifferenceKind).index(one.kind))


def needs_reason(kind: DifferenceKind, *, is_protected: bool, source: FactSource | None) -> bool:
    """Whether taking over the registry's word asks for a reason.

    It does for the address and the household of who is protected, and for what was seen on paper (``source``).
    """
    if is_protected and kind in (DifferenceKind.RESIDENCE, DifferenceKind.HOUSEHOLD):
        return True
    return source in SEEN_ON_PAPER


def told_members(household: Sequence[CivilMember]) -> list[dict[str, Any]]:
    """The living members of the registry's household with a codice fiscale, as they are kept, the head first."""
    members = [one for one in household if one.record.codice_fiscale and one.record.died_on is None]
    ordered = sorted(members, key=lambda one: (one.kinship is not Kinship.REFERENCE, one.record.codice_fiscale))
    return [
        {
            "codice_fiscale": one.record.codice_fiscale,
            "given_name": one.record.given_name,
            "family_name": one.record.family_name,
            "sex": one.record.sex,
            "born_on": one.record.born_on.isoformat() if one.record.born_on else None,
            "kinship": (one.kinship or Kinship.NOT_RELATED).value,
        }
        for one in ordered
    ]


def _death(held: Held, told: CivilRecord) -> Iterator[Finding]:
    if told.died_on is not None and told.died_on != held.died_on:
        ours = {"died_on": held.died_on.isoformat()} if held.died_on else {}
        yield Finding(DifferenceKind.DEATH, "", ours, {"died_on": told.died_on.isoformat()}, told.died_on)


def _residence(held: Held, told: CivilRecord) -> Iterator[Finding]:
    if told.residence is None or not (told.residence.street or told.residence.city):
        return
    ours = {name: (held.residence or {}).get(name, "") for name in told.residence.value}
    theirs = told.residence.value
    is_same = (
        is_same_street(ours["street"], theirs["street"])
        and is_same_name(ours["city"], theirs["city"])
        and (not theirs["postal_code"] or ours["postal_code"] == theirs["postal_code"])
    )
    if held.residence is None or not is_same:
        shown = ours if held.residence is not None else {}
        yield Finding(DifferenceKind.RESIDENCE, "", shown, theirs, told.residence.since)


def _identity(held: Held, told: CivilRecord) -> Iterator[Finding]:
    for name in ("given_name", "family_name"):
        ours, theirs = getattr(held, name), getattr(told, name)
        if theirs and not is_same_name(ours, theirs):
            yield Finding(DifferenceKind.IDENTITY, name, {name: ours}, {name: theirs})
    if told.sex and told.sex != held.sex:
        yield Finding(DifferenceKind.IDENTITY, "sex", {"sex": held.sex}, {"sex": told.sex})
    if told.born_on is not None and told.born_on != held.born_on:
        ours_day = held.born_on.isoformat() if held.born_on else None
        yield Finding(DifferenceKind.IDENTITY, "born_on", {"born_on": ours_day}, {"born_on": told.born_on.isoformat()})


def _household(held: Held, household: Sequence[CivilMember]) -> Iterator[Finding]:
    theirs = told_members(household)
    heads = [one for one in theirs if one["kinship"] == Kinship.REFERENCE.value]
    if len(heads) != 1:
        return  # a family without its head cannot be written down
    if not held.household and len(theirs) == 1:
        return  # who lives alone is in no household of ours either
    unsaid = {one.record.codice_fiscale for one in household if one.kinship is None}
    ours = {one.codice_fiscale or one.full_name: one.kinship.value for one in held.household}
    told = {one["codice_fiscale"]: one["kinship"] for one in theirs}
    is_same = set(ours) == set(told) and all(ours[key] == told[key] for key in told if key not in unsaid)
    if not is_same:
        since = max((one.since for one in household if one.since), default=None)
        yield Finding(DifferenceKind.HOUSEHOLD, "", held.members_kept, {"members": theirs}, since)
