"""Entry point of the `sportello` command. Exit codes: 0 done, 1 something is wrong, 2 badly written, 130 stopped."""

import sys
from collections.abc import Sequence

import click
import psycopg
from pydantic import ValidationError
from pydantic_settings import SettingsError
from sqlalchemy.exc import OperationalError

from domain.commands.italian import LazyGroup, sentence
from domain.kernel.refusals import Refused

WRONG, MISWRITTEN, STOPPED = 1, 2, 130


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Codici di uscita: 0 fatto, 1 qualcosa non va (il messaggio dice cosa), 2 comando scritto male, "
    "130 fermato da te.",
)
def sportello() -> None:
    """Sportello Sociale: il sistema con cui i comuni gestiscono i servizi sociali.

    Le impostazioni vengono dalle variabili SPORTELLO_* e dal file TOML indicato da SPORTELLO_CONFIG.
    """


# each is loaded when it is asked for: a program that starts need not know all the others
sportello.found_in |= {
    "bench": "domain.commands.bench:bench",
    "check": "domain.commands.check:check",
    "demo": "domain.commands.demo:demo",
    "enti": "domain.commands.enti.group:enti",
    "identity": "domain.commands.identity.group:identity",
    "index-people": "domain.commands.finding.index_people:index_people_command",
    "migrate": "domain.commands.migrate:migrate",
    "retention": "domain.commands.retention:retention",
    "seed": "domain.commands.seed:seed",
    "serve": "domain.commands.serve:serve",
    "switch": "domain.commands.switch:switch",
    "users": "domain.commands.users:users",
    "worker": "domain.commands.worker:worker",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; its exit code. Mistakes are told in Italian, without a stack of calls."""
    try:
        outcome = sportello.main(args=arguments, prog_name="sportello", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except (
        click.ClickException,
        click.Abort,
        KeyboardInterrupt,
        ValidationError,
        SettingsError,
        Refused,
        OperationalError,
        psycopg.OperationalError,
    ) as error:
        return _tell(*_told(error))


def _told(error: BaseException) -> tuple[str, int]:
    match error:
        case click.UsageError():
            return sentence(error) + _where_to_read(error), MISWRITTEN
        case click.ClickException():
            return error.format_message(), error.exit_code
        case ValidationError():
            return settings_problem(error), WRONG
        case SettingsError():
            return f"Le impostazioni non vanno bene.\n  {error}", WRONG
        case OperationalError() | psycopg.OperationalError():
            return "La base di dati non risponde. Per sapere perché: sportello check", WRONG
        case _:
            return (str(error.message), WRONG) if isinstance(error, Refused) else ("Fermato.", STOPPED)


def settings_problem(error: ValidationError) -> str:
    """What is wrong with the settings, one line each, without their values: some are secret."""
    lines = [f"  {'.'.join(map(str, part['loc'])) or 'impostazioni'}: {part['msg']}" for part in error.errors()]
    return "\n".join(["Le impostazioni non vanno bene.", *lines, "Vedi docs/configuration.md."])


def _where_to_read(error: click.UsageError) -> str:
    return f"\nL'aiuto: {error.ctx.command_path} --help" if error.ctx else ""


def _tell(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


if __name__ == "__main__":
    main()
