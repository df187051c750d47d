"""The command line: every command explains itself in Italian, and leaves with the code it promises."""

from collections.abc import Iterator

import click
import pytest

from domain.cli import run, sportello

ENGLISH = ("Usage:", "Options:", "Commands:", "Show this message", "Error:")


def every_command(group: click.Group, *names: str) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield (*names, name)
        if isinstance(command, click.Group):
            yield from every_command(command, *names, name)


@pytest.mark.parametrize("names", [(), *every_command(sportello)], ids=lambda names: " ".join(names) or "sportello")
def test_every_command_explains_itself_in_italian(names: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*names, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Uso: {' '.join(('sportello', *names))}")
    assert len(told.splitlines()) > 5
    assert not [word for word in ENGLISH if word in told]


def test_the_commands_of_the_plan_are_there() -> None:
    assert {"demo", "serve", "worker", "migrate", "seed", "users", "check", "bench", "switch", "retention"} <= set(
        sportello.list_commands(click.Context(sportello))
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (["serve", "portal", "--prot", "1"], "L'opzione --prot non esiste. Forse volevi --port?"),
        (["serve"], "Manca portal|backoffice."),
        (["serve", "frontdesk"], "non va bene"),
        (["bench", "nothing"], "non va bene"),
        (["nothing"], "non è scritto bene"),
        (["users", "create", "a@example.org"], "Manca --name."),
    ],
)
def test_a_badly_written_command_says_why_and_leaves_with_2(
    written: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(written) == 2
    assert told in capsys.readouterr().err


def test_insecure_settings_are_told_without_their_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPORTELLO_ENVIRONMENT", "production")
    monkeypatch.setenv("SPORTELLO_SECRET_KEY", "my-weak-secret")
    assert run(["check"]) == 1
    told = capsys.readouterr().out
    assert "secret_key" in told
    assert "my-weak-secret" not in told


def test_a_totp_code_is_six_figures_and_a_wrong_secret_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["users", "code", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"]) == 0
    assert capsys.readouterr().out.strip().isdigit()
    assert run(["users", "code", "1!"]) == 1
