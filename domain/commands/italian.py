"""Commands that speak Italian: help, usage and mistakes, where click would speak English."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

HEADINGS = {"Options": "Opzioni", "Commands": "Comandi"}
HELP = "Mostra questo aiuto ed esce."


class ItalianFormatter(click.HelpFormatter):
    """Lays out help with Italian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is written."""
        args = args.replace("[OPTIONS]", "[OPZIONI]").replace("COMMAND [ARGS]...", "COMANDO [ARGOMENTI]...")
        super().write_usage(prog, args, prefix or "Uso: ")

    def write_heading(self, heading: str) -> None:
        """Write the title of a section."""
        super().write_heading(HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = ItalianFormatter


class ItalianCommand(click.Command):
    """A command whose help is in Italian."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this help."""
        return _in_italian(super().get_help_option(ctx))


class ItalianGroup(click.Group):
    """A group of commands whose help is in Italian."""

    context_class = _Context
    command_class = ItalianCommand
    group_class = type

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this help."""
        return _in_italian(super().get_help_option(ctx))


class LazyGroup(ItalianGroup):
    """A group that loads a command when it is asked for. ``found_in`` says where: ``module:name``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found_in: dict[str, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all, in order."""
        return sorted(self.found_in)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded now; None for a name that is not there."""
        if cmd_name not in self.found_in:
            return None
        module, name = self.found_in[cmd_name].split(":")
        found: click.Command = getattr(import_module(module), name)
        return found


def _in_italian(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = HELP
    return option


def command(name: str | None = None, **options: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """Declare a command that speaks Italian."""
    return click.command(name, cls=ItalianCommand, **options)


def sentence(error: click.UsageError) -> str:
    """What is wrong with a command line, in Italian."""
    match error:
        case click.NoSuchOption():
            near = f" Forse volevi {error.possibilities[0]}?" if error.possibilities else ""
            return f"L'opzione {error.option_name} non esiste.{near}"
        case click.MissingParameter():
            return f"Manca {_name_of(error)}."
        case click.BadParameter():
            return f"Il valore di {_name_of(error)} non va bene: {error.message}"
        case _:
            return f"Il comando non è scritto bene: {error.format_message()}"


def _name_of(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.make_metavar(error.ctx) if error.param and error.ctx else "un valore"
