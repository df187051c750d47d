"""Cases picked by hand, with the result as the rules of ``docs/forms.md`` give it, not as the program does."""

from typing import Any

Case = tuple[Any, dict[str, Any], Any]

MOST = 9_000_000_000_000_000
ROWS = {"rows": [{"sum": 100, "is": "yes"}, {"sum": None, "is": "no"}, {"sum": 250, "is": "yes"}]}
X = {"var": "x"}

EDGES: tuple[Case, ...] = (
    # nothing in, nothing out
    (X, {}, None),
    ({"var": ["x", 0]}, {}, 0),
    ({"var": ["x", 7]}, {"x": 0}, 0),
    ({"+": [X, 1]}, {}, None),
    ({"+": [{"var": ["x", 0]}, 1]}, {}, 1),
    ({"<": [X, 1]}, {}, False),
    ({">=": [X, 0]}, {"x": None}, False),
    ({"==": [X, None]}, {}, True),
    ({"!=": [X, "yes"]}, {}, True),
    ({"!": X}, {}, True),
    ({"min": [X, 3]}, {}, None),
    # what browsers and Python would tell apart
    ({"==": ["1", 1]}, {}, False),
    ({"==": [0, ""]}, {}, False),
    ({"==": [False, 0]}, {}, False),
    ({"==": [True, 1]}, {}, False),
    ({"==": [None, 0]}, {}, False),
    ({"===": ["a", "a"]}, {}, True),
    ({"==": [X, X]}, {"x": ["a"]}, False),
    ({"!!": X}, {"x": "0"}, True),
    ({"!!": X}, {"x": []}, False),
    ({"!!": X}, {"x": 0}, False),
    ({"+": ["1", 2]}, {}, None),
    ({"+": [True, 2]}, {}, None),
    ({"-": [X]}, {"x": 0}, 0),
    ({"*": [0, -5]}, {}, 0),
    ({"var": "constructor"}, {}, None),
    ({"var": "hasOwnProperty"}, {}, None),
    ({"in": ["a", "cat"]}, {}, False),
    ({"in": [1, ["1"]]}, {}, False),
    ({"in": [X, ["a", "b"]]}, {"x": "b"}, True),
    ({"in": ["b", X]}, {"x": ["a", "b"]}, True),
    ({"in": [X, ["a"]]}, {}, False),
    # days
    ({"<": [X, "2026-09-01"]}, {"x": "2026-08-31"}, True),
    ({"<": [X, "2026-09-01"]}, {"x": "2026-09-01"}, False),
    ({"<": ["a", "b"]}, {}, False),
    ({"<": ["2026-1-1", "2026-1-2"]}, {}, False),
    ({"<": [0, X, 18]}, {"x": 17}, True),
    ({"<=": [0, X, 18]}, {"x": 19}, False),
    ({">": [3, 2, 1]}, {}, True),
    ({"<": [X, 5]}, {"x": "4"}, False),
    # money, to the cent
    ({"div_half_up": [5, 2]}, {}, 3),
    ({"div_half_up": [-5, 2]}, {}, -3),
    ({"div_half_up": [1, 3]}, {}, 0),
    ({"div_half_up": [-1, 3]}, {}, 0),
    ({"div_half_up": [2, 3]}, {}, 1),
    ({"div_half_up": [7, 0]}, {}, None),
    ({"div_half_up": [{"*": [X, 14]}, 100]}, {"x": 84_050}, 11_767),
    ({"div_half_up": [MOST, 3]}, {}, 3_000_000_000_000_000),
    ({"div_half_up": [MOST, 7]}, {}, 1_285_714_285_714_286),
    ({"div_half_up": [X, MOST]}, {"x": MOST}, 1),
    # too large to be told exactly
    ({"*": [X, X]}, {"x": 10**12}, None),
    ({"*": [X, 9000]}, {"x": 10**12}, MOST),
    ({"+": [X, 1]}, {"x": MOST}, None),
    ({"-": [{"+": [X, 1]}, 1]}, {"x": MOST}, None),
    ({"+": [X, MOST]}, {"x": -MOST}, 0),
    # groups
    ({"sum": [{"var": "rows"}, "sum"]}, ROWS, 350),
    ({"sum": [{"var": "rows"}, "nothing"]}, ROWS, 0),
    ({"sum": [{"var": "rows"}, "sum"]}, {"rows": []}, 0),
    ({"sum": [{"var": "rows"}, "sum"]}, {}, None),
    ({"sum": [{"var": "rows"}, "toString"]}, ROWS, 0),
    ({"count": {"var": "rows"}}, ROWS, 3),
    ({"count": [{"var": "rows"}, "is", "yes"]}, ROWS, 2),
    ({"count": [{"var": "rows"}, "sum", None]}, ROWS, 1),
    ({"count": {"var": "rows"}}, {}, None),
    # choosing
    ({"if": [{"<": [X, 10]}, 1, {"<": [X, 20]}, 2, 3]}, {"x": 15}, 2),
    ({"if": [X, "a", "b"]}, {}, "b"),
    ({"if": [False, 1]}, {}, None),
    ({"and": [{"==": [X, "a"]}, {"!=": [{"var": "y"}, "b"]}]}, {"x": "a"}, True),
    ({"or": [X, {"var": "y"}]}, {"y": "b"}, "b"),
    ({"and": []}, {}, None),
    # what no form may hold is nothing in both
    ({"log": "x"}, {}, None),
    ({"cat": ["a", "b"]}, {}, None),
    ({"method": ["x", "toUpperCase"]}, {}, None),
    ({"/": [1, 2]}, {}, None),
    ({"missing": ["x"]}, {}, None),
)
