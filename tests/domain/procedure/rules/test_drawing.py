"""What must hold of every drawing of a procedure: nothing over anything, everything there, all within the frame."""

from itertools import combinations, pairwise

from hypothesis import given, settings

from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.drawing import Arrow, Box, draw
from domain.procedure.rules.soundness.graph import reached
from tests.domain.procedure.rules.graphs import procedures

Segment = tuple[tuple[int, int], tuple[int, int]]


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def crosses(segment: Segment, box: Box) -> bool:
    """Whether a straight piece runs through the inside of a box."""
    (x1, y1), (x2, y2) = segment
    left, right = sorted((x1, x2))
    top, bottom = sorted((y1, y2))
    return left < box.x + box.width and right > box.x and top < box.y + box.height and bottom > box.y


def segments(arrow: Arrow) -> list[Segment]:
    return list(pairwise(arrow.points))


def shared(one: Segment, other: Segment) -> bool:
    """Whether two pieces lie on one line and have more than a point in common."""
    for axis in (0, 1):
        if one[0][axis] == one[1][axis] == other[0][axis] == other[1][axis]:
            along = 1 - axis
            a, b = sorted(point[along] for point in one)
            c, d = sorted(point[along] for point in other)
            return max(a, c) < min(b, d)
    return False


@settings(deadline=None, max_examples=150)
@given(procedures(most=9, most_transitions=20))
def test_no_state_stands_over_another_and_no_line_runs_over_a_state(definition: ProcedureDefinition) -> None:
    diagram = draw(definition)
    assert not [pair for pair in combinations(diagram.boxes, 2) if overlap(*pair)]
    for arrow in diagram.arrows:
        for segment in segments(arrow):
            assert not [box.key for box in diagram.boxes if crosses(segment, box)], arrow


@settings(deadline=None, max_examples=150)
@given(procedures(most=9, most_transitions=20))
def test_no_two_lines_run_on_each_other_and_their_numbers_stand_apart(definition: ProcedureDefinition) -> None:
    arrows = draw(definition).arrows
    for one, other in combinations(arrows, 2):
        assert not any(shared(a, b) for a in segments(one) for b in segments(other)), (one, other)
        apart = max(abs(one.mark[0] - other.mark[0]), abs(one.mark[1] - other.mark[1]))
        assert apart >= 20


@settings(deadline=None, max_examples=100)
@given(procedures(most=9, most_transitions=20))
def test_everything_is_there_once_and_within_the_frame(definition: ProcedureDefinition) -> None:
    diagram = draw(definition)
    boxes = {box.key: box for box in diagram.boxes}
    assert list(boxes) == [state.key for state in definition.states]
    assert sorted(arrow.key for arrow in diagram.arrows) == sorted(one.key for one in definition.transitions)
    assert [arrow.number for arrow in diagram.arrows] == list(range(1, len(diagram.arrows) + 1))
    for arrow in diagram.arrows:
        source, target = boxes[arrow.source], boxes[arrow.target]
        assert arrow.points[0][1] == source.y + source.height
        assert source.x < arrow.points[0][0] < source.x + source.width
        assert arrow.points[-1][1] == target.y
        assert target.x < arrow.points[-1][0] < target.x + target.width
        assert all(0 < x < diagram.width and 0 < y < diagram.height for x, y in arrow.points)
    assert all(box.x > 0 and box.x + box.width < diagram.width for box in diagram.boxes)
    assert all(box.y > 0 and box.y + box.height < diagram.height for box in diagram.boxes)


@settings(deadline=None, max_examples=100)
@given(procedures(most=9, most_transitions=20))
def test_the_start_is_at_the_top_and_a_way_up_only_ever_leads_back(definition: ProcedureDefinition) -> None:
    """A line goes upwards, or back to its own row, only where there is a way round: never in a procedure without."""
    boxes = {box.key: box for box in draw(definition).boxes}
    from_start = reached(definition, [definition.start])
    assert all(boxes[definition.start].y <= boxes[key].y for key in from_start)
    for one in definition.transitions:
        if one.source in from_start and boxes[one.target].y <= boxes[one.source].y:
            assert one.source in reached(definition, [one.target])
