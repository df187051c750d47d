"""What two members of a household are to each other, from what each is to its reference person."""

from collections.abc import Mapping
from uuid import UUID

from domain.registry.terms import Kinship

INVERSE = {
    Kinship.SPOUSE: Kinship.SPOUSE,
    Kinship.PARTNER: Kinship.PARTNER,
    Kinship.CHILD: Kinship.PARENT,
    Kinship.PARENT: Kinship.CHILD,
    Kinship.SIBLING: Kinship.SIBLING,
    Kinship.GRANDCHILD: Kinship.GRANDPARENT,
    Kinship.GRANDPARENT: Kinship.GRANDCHILD,
    Kinship.PARENT_IN_LAW: Kinship.CHILD_IN_LAW,
    Kinship.CHILD_IN_LAW: Kinship.PARENT_IN_LAW,
    Kinship.UNCLE_OR_AUNT: Kinship.NEPHEW_OR_NIECE,
    Kinship.NEPHEW_OR_NIECE: Kinship.UNCLE_OR_AUNT,
    Kinship.COUSIN: Kinship.COUSIN,
    Kinship.FRIEND: Kinship.FRIEND,
    Kinship.OTHER_RELATIVE: Kinship.OTHER_RELATIVE,
    Kinship.NOT_RELATED: Kinship.NOT_RELATED,
}
"""What the reference person is to somebody, where that follows; a stepchild's or a foster child's does not."""

FOLLOWS = {
    (Kinship.CHILD, Kinship.CHILD): Kinship.SIBLING,
    (Kinship.SIBLING, Kinship.SIBLING): Kinship.SIBLING,
    (Kinship.CHILD, Kinship.PARENT): Kinship.GRANDPARENT,
    (Kinship.PARENT, Kinship.CHILD): Kinship.GRANDCHILD,
    (Kinship.CHILD, Kinship.SIBLING): Kinship.UNCLE_OR_AUNT,
    (Kinship.SIBLING, Kinship.CHILD): Kinship.NEPHEW_OR_NIECE,
    (Kinship.SIBLING, Kinship.PARENT): Kinship.PARENT,
    (Kinship.PARENT, Kinship.SIBLING): Kinship.CHILD,
    (Kinship.SPOUSE, Kinship.PARENT): Kinship.PARENT_IN_LAW,
    (Kinship.PARENT, Kinship.SPOUSE): Kinship.CHILD_IN_LAW,
}


def kinship_to(mine: Kinship, theirs: Kinship) -> Kinship | None:
    """What who is ``theirs`` to the reference person is to who is ``mine`` to the same.

    None where it does not follow: the spouse's child may be one's own or not, so somebody must say it.
    """
    if mine is Kinship.REFERENCE:
        return theirs
    if theirs is Kinship.REFERENCE:
        return INVERSE.get(mine)
    return FOLLOWS.get((mine, theirs))


def seen_from(
    members: Mapping[UUID, Kinship], mine: Kinship, given: Mapping[UUID, Kinship]
) -> tuple[dict[UUID, Kinship], list[UUID]]:
    """What ``members`` are to somebody who is ``mine`` to their reference person; and of whom somebody must say it.

    ``given`` is what somebody has said, and counts more than what follows.
    """
    found: dict[UUID, Kinship] = {}
    unknown: list[UUID] = []
    for person_id, theirs in members.items():
        kinship = given.get(person_id) or kinship_to(mine, theirs)
        if kinship is None:
            unknown.append(person_id)
        else:
            found[person_id] = kinship
    return found, unknown
