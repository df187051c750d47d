"""When the measurement of free times holds: quick, no slower for the past, and by the index."""

from domain.commands.benches.frame import Figures
from domain.commands.benches.free_slots import INDEX, SlotsOutcome


def an_outcome(
    *, part: float = 20.0, whole: float = 22.0, plan: tuple[str, ...] = (f"Scan on {INDEX}",)
) -> SlotsOutcome:
    """Milliseconds with a tenth of the past and with all of it."""
    made = SlotsOutcome(1_000, plan=plan)
    for past, median in ((100, part), (1_000, whole)):
        made.floor[past] = Figures(1.0, 2.0, 3.0)
        made.figures[past] = Figures(median / 2, median, median * 2)
    return made


def test_it_holds_when_it_is_quick_and_the_past_costs_nothing() -> None:
    good = an_outcome()
    assert good.holds
    assert "PROBLEMA" not in good.table()
    assert good.as_json()["growth"] == 1.1


def test_it_does_not_hold_when_it_is_slow_or_grows_or_reads_the_whole_table() -> None:
    for bad in (an_outcome(part=60, whole=61), an_outcome(whole=40), an_outcome(plan=("Seq Scan on seat_hold",))):
        assert not bad.holds
        assert bad.table().count("PROBLEMA") == 1
