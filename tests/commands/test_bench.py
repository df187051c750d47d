"""The frame of the measurements: figures, verdicts, and the code with which the command leaves."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.cli import run
from domain.commands import bench as bench_command
from domain.commands.benches.frame import WARM_UP, Figures, Target, Tell, judge, measure, table

REPETITIONS = 5


class Counting:
    """A scenario that does nothing but count."""

    name, about, floor_about = "counting", "conta", "conta anche lui"

    def __init__(self, _engine: AsyncEngine | None = None, targets: Sequence[Target] = ()) -> None:
        self.targets = targets
        self.calls: list[str] = []

    async def prepare(self, repetitions: int, tell: Tell) -> None:
        tell("pronto")
        self.calls.append(f"prepare {repetitions}")

    async def floor(self, number: int) -> None:
        self.calls.append(f"floor {number}")

    async def subject(self, number: int) -> None:
        self.calls.append(f"subject {number}")

    async def check(self) -> None:
        self.calls.append("check")


async def test_floor_and_subject_take_turns_after_a_warm_up() -> None:
    scenario, told = Counting(), []
    outcome = await measure(scenario, REPETITIONS, told.append)
    assert scenario.calls[0] == f"prepare {REPETITIONS + WARM_UP}"
    assert scenario.calls[1:5] == ["floor 0", "subject 0", "floor 1", "subject 1"]
    assert scenario.calls[-1] == "check"
    assert len(scenario.calls) == 2 + 2 * (REPETITIONS + WARM_UP)
    assert outcome.repetitions == REPETITIONS
    assert told


def test_figures_are_in_milliseconds() -> None:
    assert Figures.of([0.004, 0.001, 0.002, 0.003, 0.010]) == Figures(best=1.0, median=3.0, p95=10.0)


@pytest.mark.parametrize(("at_most", "holds"), [(2.0, True), (1.99, False)])
def test_a_target_is_a_ratio_to_the_floor(at_most: float, holds: bool) -> None:
    [verdict] = judge([Target("median", at_most)], Figures(1, 2, 3), Figures(3, 4, 9))
    assert (verdict.ratio, verdict.holds) == (2.0, holds)


def test_a_floor_of_nothing_never_divides_by_zero() -> None:
    [verdict] = judge([Target("median", 1.0)], Figures(0, 0, 0), Figures(1, 1, 1))
    assert not verdict.holds


async def test_the_table_names_what_does_not_hold() -> None:
    scenario = Counting(targets=(Target("median", -1.0), Target("p95", 1e9)))
    lines = table(scenario, await measure(scenario, REPETITIONS, lambda _line: None)).splitlines()
    assert lines[-2].startswith("PROBLEMA median")
    assert lines[-1].startswith("ok       p95")


@pytest.mark.slow
@pytest.mark.parametrize(("targets", "code"), [((), 0), ((Target("median", -1.0),), 1)])
def test_the_command_leaves_with_what_was_found(
    targets: tuple[Target, ...],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    database_url_owner: str,
) -> None:
    monkeypatch.setitem(bench_command.SCENARIOS, "submission", lambda engine: Counting(engine, targets))
    file = tmp_path / "figures.json"
    assert (
        run(["bench", "submission", "--repetitions", "5", "--json", str(file), "--server", database_url_owner]) == code
    )
    kept = json.loads(file.read_text())
    assert kept["holds"] is (code == 0)
    assert kept["floor"]["median"] >= 0
    assert "counting" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("name", ["submission", "sign-in", "sign-in-check"])
def test_every_scenario_does_what_it_measures(name: str, tmp_path: Path, database_url_owner: str) -> None:
    file = tmp_path / "figures.json"
    code = run(["bench", name, "--repetitions", "5", "--json", str(file), "--server", database_url_owner])
    assert code in (0, 1)
    assert json.loads(file.read_text())["subject"]["best"] > 0


@pytest.mark.slow
def test_searching_people_is_measured_beside_an_equality(capsys: pytest.CaptureFixture[str]) -> None:
    run(["bench", "people-search", "--people", "1000", "--repetitions", "20"])
    told = capsys.readouterr().out
    assert "people-search: ricerca difficile fra 1000 persone" in told
    assert "la persona giusta è la prima in" in told
    assert "con indice su un codice fiscale" in told


@pytest.mark.slow
def test_an_import_is_counted_exactly(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bench", "import", "--rows", "300"]) == 0
    told = capsys.readouterr().out
    assert "nuove: 291, attese 291" in told
    assert "con errori: 9, attese 9" in told
    assert "PROBLEMA" not in told


@pytest.mark.slow
def test_a_rush_loses_nobody(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("domain.commands.benches.submit_rush.SECONDS", 1.0)
    monkeypatch.setattr("domain.commands.benches.submit_rush.QUIET", 2)
    monkeypatch.setattr("domain.commands.benches.submit_rush.TARGETS", ())
    assert run(["bench", "submit-rush", "--at-once", "10"]) == 0
    told = capsys.readouterr().out
    assert "domande inviate: 12, attese 12" in told
    assert "ultimo numero: 12, attese 12" in told
    assert "ricevute: 12, attese 12" in told
