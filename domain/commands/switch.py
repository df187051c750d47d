"""`sportello switch`: turns a route of a site off, and on again."""

import click

from domain.commands.asking import answer
from domain.commands.italian import ItalianGroup
from domain.kernel.actor import System
from domain.platform.switches import routes_off, turn_off, turn_on

SYSTEM = System("sportello switch")


@click.group(cls=ItalianGroup)
def switch() -> None:
    """Spegne e riaccende una pagina, per esempio portal:application.submission.

    Ogni processo se ne accorge entro dieci secondi. Chi apre la pagina legge che è sospesa.
    """


@switch.command()
@click.argument("route", metavar="SITO:PAGINA")
def off(route: str) -> None:
    """Spegne la pagina."""
    _check(route)
    answer(SYSTEM, lambda work: turn_off(work, route))
    click.echo(f"{route} si spegne entro dieci secondi.")


@switch.command()
@click.argument("route", metavar="SITO:PAGINA")
def on(route: str) -> None:
    """Riaccende la pagina."""
    _check(route)
    answer(SYSTEM, lambda work: turn_on(work, route))
    click.echo(f"{route} si riaccende entro dieci secondi.")


@switch.command("list")
def list_() -> None:
    """Elenca le pagine spente."""
    found = answer(SYSTEM, routes_off)
    click.echo("\n".join(sorted(found)) or "Nessuna pagina è spenta.")


def _check(route: str) -> None:
    site, _colon, page = route.partition(":")
    if site not in ("portal", "backoffice") or not page:
        raise click.ClickException("Scrivi il sito e la pagina, per esempio portal:application.submission.")
