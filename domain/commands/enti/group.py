"""`sportello enti`: the enti of the installation, for who runs it."""

from uuid import UUID

import click
from pydantic import ValidationError

from domain.catalogue.seeds.starting_services import publish_starting_services
from domain.commands.asking import answer
from domain.commands.italian import ItalianGroup
from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.queries.enti import EnteRow, portal_of
from domain.organization.queries.founding.every_ente import every_ente
from domain.organization.terms import EnteKind
from domain.platform.work import UnitOfWork
from domain.procedure.seeds.starting_procedures import publish_starting_procedures

SYSTEM = System("sportello enti")


@click.group(cls=ItalianGroup)
def enti() -> None:
    """Gestisce gli enti dell'installazione: elenco, nuovo ente."""


@enti.command("list")
def list_() -> None:
    """Elenca gli enti: ogni ambito, poi i suoi comuni e gli altri enti."""
    found = answer(SYSTEM, lambda work: every_ente(work, SYSTEM))
    click.echo("\n".join(_line(one) for one in found) or "Ancora nessun ente.")


@enti.command("open")
@click.argument("slug", metavar="SIGLA")
@click.option("--name", required=True, help="Nome, per esempio: Comune di Esempio.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in EnteKind]),
    default=EnteKind.COMUNE.value,
    show_default=True,
    help="Che ente è: comune, ambito, terzo settore.",
)
@click.option("--ambito", "ambito_slug", help="Sigla dell'ambito di cui fa parte.")
@click.option("--host", help="Nome del sito su cui risponde il suo portale.")
@click.option("--with-services", is_flag=True, help="Pubblica i servizi e i procedimenti di partenza.")
def open_(slug: str, name: str, kind: str, ambito_slug: str | None, host: str | None, with_services: bool) -> None:
    """Apre un ente. La sigla sta negli indirizzi: lettere minuscole, cifre e trattini.

    Un ente nasce vuoto: il suo amministratore apre gli uffici e scrive i servizi dal sito degli uffici.
    """

    async def make(work: UnitOfWork) -> None:
        ambito_id = await _ambito(work, ambito_slug)
        ente_id = await open_ente(work, SYSTEM, _command(slug, name, EnteKind(kind), ambito_id, host))
        if with_services:
            await publish_starting_procedures(work, SYSTEM, ente_id)
            await publish_starting_services(work, SYSTEM, ente_id)

    answer(SYSTEM, make)
    click.echo(
        "\n".join(
            (
                f"{name}: ente aperto.",
                "Adesso crea il suo amministratore, con il primo ufficio:",
                f'  sportello users create E-MAIL --name NOME --surname COGNOME --ente {slug} --office "UFFICIO"'
                " --role ente_admin",
            )
        )
    )


def _command(slug: str, name: str, kind: EnteKind, ambito_id: UUID | None, host: str | None) -> OpenEnte:
    if (kind is EnteKind.AMBITO) and ambito_id is not None:
        raise click.ClickException("Un ambito non fa parte di un altro ambito.")
    try:
        return OpenEnte(kind=kind, name=name, slug=slug, ambito_id=ambito_id, host=host)
    except ValidationError as error:
        raise click.ClickException(
            "La sigla ha solo lettere minuscole, cifre e trattini, per esempio: comune-di-esempio. Il nome serve."
        ) from error


async def _ambito(work: UnitOfWork, slug: str | None) -> UUID | None:
    if slug is None:
        return None
    try:
        found = (await portal_of(work, "", slug)).ente
    except NotFound:
        found = None
    if found is None or found.kind is not EnteKind.AMBITO:
        raise click.ClickException(f"Nessun ambito ha la sigla {slug}.")
    return found.id


def _line(one: EnteRow) -> str:
    return f"{'' if one.ambito_id is None else '  '}{one.slug}  {one.name}"
