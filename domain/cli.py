"""Entry point of the `sportello` command. Exit codes: 0 done, 1 something is wrong, 2 badly written, 130 stopped."""

import sys
from collections.abc import Sequence

import click
import psycopg
from pydantic import ValidationError
from pydantic_settings import SettingsError
from sqlalchemy.exc import OperationalError

from domain.commands.bench import bench
from domain.commands.check import check
from domain.commands.demo import demo
from domain.commands.enti.group import enti
from domain.commands.finding.index_people import index_people_command
from domain.commands.identity.group import identity
from domain.commands.italian import ItalianGroup, sentence
from domain.commands.migrate import migrate
from domain.commands.retention import retention
from domain.commands.seed import seed
from domain.commands.serve import serve
from domain.commands.switch import switch
from domain.commands.users import users
from domain.commands.worker import worker
from domain.kernel.refusals import Refused

WRONG, MISWRITTEN, STOPPED = 1, 2, 130


@click.group(
    cls=ItalianGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Codici di uscita: 0 fatto, 1 qualcosa non va (il messaggio dice cosa), 2 comando scritto male, "
    "130 fermato da te.",
)
def sportello() -> None:
    """Sportello Sociale: il sistema con cui i comuni gestiscono i servizi sociali.

    Le impostazioni vengono dalle variabili SPORTELLO_* e dal file TOML indicato da SPORTELLO_CONFIG.
    """


for _command in (demo, serve, worker, migrate, seed, enti, users, identity, check, switch, retention, bench):
    sportello.add_command(_command)
sportello.add_command(index_people_command)


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
