"""Who stands directly beside whom: couples in one block, in which each has the partners left and right."""

from collections import defaultdict

from domain.registry.rules.drawing.family import FamilyGraph
from domain.registry.rules.drawing.generations import couple_groups
from domain.registry.terms.relations import RelationAspect


def partners_of(graph: FamilyGraph) -> dict[str, list[str]]:
    """Of each figure the partners, the latest first; then who has children with them without being a couple."""
    found: dict[str, list[str]] = defaultdict(list)
    couples = sorted(graph.of(RelationAspect.COUPLE), key=lambda bond: -bond.order)
    pairs = [(bond.one, bond.other) for bond in couples]
    pairs += [(family.parents[0], family.parents[1]) for family in graph.families if len(family.parents) == 2]
    for one, other in pairs:
        if other not in found[one]:
            found[one].append(other)
            found[other].append(one)
    return found


def blocks_of(graph: FamilyGraph) -> list[list[str]]:
    """The blocks, each in the order in which its figures stand; a man stands to the left of a woman where he can."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, group in couple_groups(graph).items():
        groups[group].append(key)
    partners, figures = partners_of(graph), graph.by_key
    found: list[list[str]] = []
    for members in groups.values():
        centre = min(members, key=lambda key: (-len(partners[key]), figures[key].sex != "M", members.index(key)))
        found.append(_lined_up(centre, partners))
    return found


def _lined_up(centre: str, partners: dict[str, list[str]]) -> list[str]:
    """The latest partner to the right, the one before to the left, and so on outwards."""
    line, seen = [centre], {centre}

    def add(key: str, *, right: bool) -> None:
        if key in seen:
            return
        seen.add(key)
        line.insert(len(line) if right else 0, key)
        for other in partners[key]:
            add(other, right=right)

    for number, partner in enumerate(partners[centre]):
        add(partner, right=number % 2 == 0)
    return line
