"""`sportello identity keys`: keys are made once, announced, used, retired, in this order."""

from pathlib import Path

import click

from domain.access.gateways.federation import keys as federation
from domain.access.gateways.saml import keys as saml
from domain.access.gateways.saml.configured import configured_organization
from domain.commands.identity.running import told
from domain.commands.italian import ItalianGroup
from domain.platform.settings import settings

SAML = "saml"
WHICH = click.argument(
    "which", metavar="|".join((SAML, *federation.NAMES)), type=click.Choice((SAML, *federation.NAMES))
)
RESTART = "Riavvia i portali, uno per volta: leggono le chiavi SAML all'avvio."


@click.group(cls=ItalianGroup)
def keys() -> None:
    """Crea le chiavi per SPID e CIE, e le cambia senza fermare il servizio.

    L'ordine è sempre: announce, poi adopt, poi retire. Quanto aspettare è in docs/runbooks/identity-key-roll-over.md.
    """


@keys.command()
@click.option(
    "--only", type=click.Choice((SAML, "federation")), help="Solo quelle SAML, o solo quelle della federazione."
)
def make(only: str | None) -> None:
    """Crea le chiavi che mancano. Quelle che ci sono restano come sono."""
    folder = _folder()
    with told():
        if only != "federation":
            made = saml.make_saml_keys(folder, configured_organization(), settings().portal_url)
            click.echo(f"SAML: {made}")
        if only != SAML:
            federation.make_keys(folder)
            click.echo(f"Federazione: {folder}")


@keys.command()
@WHICH
def announce(which: str) -> None:
    """Crea la chiave prossima e la pubblica accanto a quella in uso, che continua a firmare."""
    folder = _folder()
    with told():
        if which == SAML:
            saml.announce_next(folder, configured_organization(), settings().portal_url)
            click.echo("Annunciata. Adesso: sportello identity metadata --freeze, e manda il file ad AgID.")
        else:
            federation.announce_next(folder, which)
            click.echo(f"Annunciata. Aspetta che scada ogni copia di prima, poi: sportello identity keys adopt {which}")


@keys.command()
@WHICH
def adopt(which: str) -> None:
    """Usa da adesso la chiave annunciata."""
    folder = _folder()
    with told():
        if which == SAML:
            saml.adopt_next(folder)
            click.echo(f"In uso. {RESTART}")
        else:
            federation.adopt_next(folder, which)
            click.echo(f"In uso. Più tardi: sportello identity keys retire {which}")


@keys.command()
@WHICH
def retire(which: str) -> None:
    """Toglie la chiave di prima. Per SAML non serve: adopt la toglie già dai metadati."""
    if which == SAML:
        click.echo("Fissa e manda i metadati nuovi: sportello identity metadata --freeze")
        return
    with told():
        federation.retire_old(_folder(), which)
    click.echo("Tolta.")


def _folder() -> Path:
    folder = settings().identity_keys_folder
    if folder is None:
        raise click.ClickException("Manca SPORTELLO_IDENTITY_KEYS_FOLDER: la cartella delle chiavi.")
    return folder
