"""Who lives together: one dashed shape around them."""

from domain.registry.rules.drawing.plan import Plan
from domain.registry.rules.drawing.shapes import Canvas, Point
from domain.registry.rules.drawing.symbols import RADIUS

SIDE, ABOVE = 60, RADIUS + 12


def draw_home(canvas: Canvas, plan: Plan) -> None:
    """One shape when they stand together in rows that follow each other; a box for each group otherwise."""
    runs = [(row, run) for row, keys in enumerate(plan.rows) for run in _runs(plan, keys)]
    rows = [row for row, _run in runs]
    if not runs:
        return
    if rows == list(range(rows[0], rows[0] + len(rows))):
        left = [point for row, run in runs for point in _side(plan, row, plan.x[run[0]] - SIDE)]
        right = [point for row, run in runs for point in _side(plan, row, plan.x[run[-1]] + SIDE)]
        canvas.area([*left, *reversed(right)], "home")
        return
    for row, run in runs:
        left, right = _side(plan, row, plan.x[run[0]] - SIDE), _side(plan, row, plan.x[run[-1]] + SIDE)
        canvas.area([*left, *reversed(right)], "home")


def _runs(plan: Plan, keys: list[str]) -> list[list[str]]:
    figures = plan.graph.by_key
    found: list[list[str]] = []
    is_open = False
    for key in keys:
        if figures[key].is_at_home:
            if is_open:
                found[-1].append(key)
            else:
                found.append([key])
        is_open = figures[key].is_at_home
    return found


def _side(plan: Plan, row: int, x: float) -> list[Point]:
    return [(x, plan.ys[row] - ABOVE), (x, plan.floors[row] - 4)]
