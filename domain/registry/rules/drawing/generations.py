"""In which row of the drawing each figure stands: parents above children, couples and twins side by side."""

from collections import defaultdict

from domain.registry.rules.drawing.family import FamilyGraph
from domain.registry.terms.relations import RelationAspect


def couple_groups(graph: FamilyGraph) -> dict[str, str]:
    """Of each figure the group of those who stand in one row, side by side: couples, and parents of one child."""
    head = {figure.key: figure.key for figure in graph.figures}

    def top(key: str) -> str:
        while head[key] != key:
            key = head[key]
        return key

    for bond in graph.of(RelationAspect.COUPLE):
        head[top(bond.one)] = top(bond.other)
    for family in graph.families:
        if len(family.parents) == 2:
            head[top(family.parents[0])] = top(family.parents[1])
    return {key: top(key) for key in head}


def rows_of(graph: FamilyGraph) -> dict[str, int]:
    """The row of each figure, from 0 at the top. A relation that would turn the rows in a circle counts for nothing."""
    group = couple_groups(graph)
    level = _with_twins(graph, group)
    children: dict[str, set[str]] = defaultdict(set)
    for bond in graph.of(RelationAspect.PARENT):
        children[level[bond.one]].add(level[bond.other])
    forward = _without_circles({level[key] for key in group}, children)
    row = _from_the_top(forward)
    _closer_to_children(forward, row)
    lowest = {part: min(row[one] for one in part) for part in _parts(forward)}
    anchor = next((level[figure.key] for figure in graph.figures if figure.is_index), None)
    base = next((row[anchor] - lowest[part] for part in lowest if anchor in part), 0) if anchor else 0
    shift = {
        one: (0 if anchor in part or len(part) > 1 else base) - low for part, low in lowest.items() for one in part
    }
    return {key: row[level[key]] + shift[level[key]] for key in group}


def _with_twins(graph: FamilyGraph, group: dict[str, str]) -> dict[str, str]:
    """Twins stand in one row, with whoever stands beside each of them."""
    level = dict(group)
    for bond in graph.of(RelationAspect.TWIN):
        one, other = level[bond.one], level[bond.other]
        level = {key: one if value == other else value for key, value in level.items()}
    return level


def _without_circles(nodes: set[str], children: dict[str, set[str]]) -> dict[str, set[str]]:
    """The same arrows without those that lead back to where one comes from."""
    kept: dict[str, set[str]] = {node: set() for node in sorted(nodes)}
    state: dict[str, int] = {}

    def walk(node: str) -> None:
        state[node] = 1
        for child in sorted(children.get(node, ())):
            if state.get(child) == 1:
                continue
            kept[node].add(child)
            if child not in state:
                walk(child)
        state[node] = 2

    fathered = {child for below in children.values() for child in below}
    for node in [*sorted(nodes - fathered), *sorted(nodes)]:
        if node not in state:
            walk(node)
    return kept


def _from_the_top(forward: dict[str, set[str]]) -> dict[str, int]:
    row = dict.fromkeys(forward, 0)
    for _round in forward:
        changed = False
        for node, below in forward.items():
            for child in below:
                if row[child] <= row[node]:
                    row[child], changed = row[node] + 1, True
        if not changed:
            break
    return row


def _closer_to_children(forward: dict[str, set[str]], row: dict[str, int]) -> None:
    """Parents stand right above their eldest generation of children, not at the top of the page."""
    for node in sorted(forward, key=lambda one: -row[one]):
        if forward[node]:
            row[node] = max(row[node], min(row[child] for child in forward[node]) - 1)


def _parts(forward: dict[str, set[str]]) -> list[frozenset[str]]:
    """The groups that hang together."""
    near: dict[str, set[str]] = {node: set(below) for node, below in forward.items()}
    for node, below in forward.items():
        for child in below:
            near[child].add(node)
    found: list[frozenset[str]] = []
    seen: set[str] = set()
    for start in near:
        if start in seen:
            continue
        part, todo = {start}, [start]
        while todo:
            for other in near[todo.pop()] - part:
                part.add(other)
                todo.append(other)
        seen |= part
        found.append(frozenset(part))
    return found
