"""How much of a sheet an operator sees: one table, for pages, lists, files and counts."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from domain.kernel.roles import CASE_ROLES, DESK_ROLES, Role
from domain.reception.terms.desks import Section, Sight

DELICATE = (Section.FIRST_ASSESSMENT, Section.MONEY, Section.FOREIGN)
CLERICAL = (Section.PERSON, Section.ACCESS, Section.REQUESTS, Section.CLOSURE)


@dataclass(frozen=True)
class Place:
    """Where a sheet stands, seen from an operator."""

    is_same_office: bool
    is_author: bool = False
    is_passed_on: bool = False
    is_hidden: bool = False
    is_masked_elsewhere: bool = False
    masks: Mapping[Section, Set[Role]] = field(default_factory=dict)


def knows_of(roles: Set[Role], place: Place) -> bool:
    """Whether the operator may learn that the sheet exists.

    The third sector knows only its own office's sheets; a hidden one (violence) is known to its author, to those of its
    office who follow cases, and to where it was passed on.
    """
    if roles.isdisjoint(DESK_ROLES):
        return Role.THIRD_SECTOR in roles and place.is_same_office and (not place.is_hidden or place.is_author)
    if place.is_hidden and not place.is_author:
        return not roles.isdisjoint(CASE_ROLES) and (place.is_same_office or place.is_passed_on)
    return True


def is_opened(roles: Set[Role], place: Place) -> bool:
    """Whether the operator may open it: of a masked one others learn only that somebody was there, and where."""
    is_near = place.is_same_office or place.is_author or place.is_passed_on
    return knows_of(roles, place) and (is_near or not place.is_masked_elsewhere)


def sights(roles: Set[Role], place: Place) -> dict[Section, Sight]:
    """What is seen of each section; everything is absent where the sheet is not opened."""
    if not is_opened(roles, place):
        return dict.fromkeys(Section, Sight.ABSENT)
    return {section: _sight(section, roles, place) for section in Section}


def _sight(section: Section, roles: Set[Role], place: Place) -> Sight:
    if place.is_author and section is not Section.MONEY:
        return Sight.VISIBLE
    masked_for = place.masks.get(section, frozenset())
    seeing = {role for role in roles if _by_default(section, role, place) and role not in masked_for}
    if seeing:
        return Sight.VISIBLE
    return Sight.ABSENT if roles <= {Role.THIRD_SECTOR} and section in DELICATE else Sight.MASKED


def _by_default(section: Section, role: Role, place: Place) -> bool:
    if role in CASE_ROLES:
        return True
    if role is Role.DESK_OPERATOR:
        return section not in DELICATE or (place.is_same_office and section is not Section.MONEY)
    if role is Role.ADMIN_CLERK:
        return section in CLERICAL
    return role is Role.THIRD_SECTOR and section not in DELICATE
