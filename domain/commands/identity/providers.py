"""`sportello identity providers`: who may vouch for people, and how to shut one out at once."""

import asyncio

import click

from domain.access.actions.federation.renew_federation import renew_federation
from domain.access.actions.providers.block_provider import block_provider
from domain.access.actions.providers.forget_providers import forget_providers
from domain.access.actions.providers.unblock_provider import unblock_provider
from domain.access.actions.saml.import_saml_providers import import_saml_providers
from domain.access.queries.providers.identity_health import KnownProvider, known_providers
from domain.commands.identity.running import answer
from domain.commands.italian import ItalianGroup, command
from domain.kernel.clock import utcnow
from domain.kernel.refusals import NotFound
from domain.platform.database import dispose

ENTITY = click.argument("entity_id", metavar="ENTITY-ID")


@click.group(cls=ItalianGroup)
def providers() -> None:
    """I gestori di identità: elenco, aggiornamento, blocco di emergenza."""


@providers.command("list")
def list_() -> None:
    """Elenca i gestori che conosciamo."""
    click.echo("\n".join(_line(one) for one in answer(known_providers)) or "Nessun gestore: aggiorna il registro.")


@providers.command()
def refresh() -> None:
    """Legge di nuovo i registri SAML e le catene della federazione, adesso."""

    async def read() -> tuple[int, int]:
        try:
            return await import_saml_providers(), await renew_federation()
        finally:
            await dispose()

    saml, chains = asyncio.run(read())
    click.echo(f"Letti {saml} gestori SAML, rinnovate {chains} catene.")


@providers.command()
@ENTITY
def disable(entity_id: str) -> None:
    """Blocca un gestore e chiude le sessioni aperte con lui. Nessun aggiornamento del registro lo riapre."""
    try:
        ended = answer(lambda work: block_provider(work, entity_id))
    except NotFound:
        raise click.ClickException(f"Non conosciamo {entity_id}.") from None
    click.echo(f"Bloccato. Sessioni chiuse: {ended}.")


@providers.command()
@ENTITY
def enable(entity_id: str) -> None:
    """Toglie il blocco a un gestore."""
    try:
        answer(lambda work: unblock_provider(work, entity_id))
    except NotFound:
        raise click.ClickException(f"Non conosciamo {entity_id}.") from None
    click.echo("Sbloccato.")


@command()
def forget() -> None:
    """Dimentica i gestori e le catene, e li chiede di nuovo. Finché il worker non ha risposto, nessuno entra."""
    click.echo(f"Dimenticati {answer(forget_providers)} gestori. Il worker li chiede adesso.")


def _line(one: KnownProvider) -> str:
    state = "bloccato da noi" if one.is_blocked else "attivo" if one.is_enabled else "non più nella federazione"
    if one.expires_at is not None and one.expires_at <= utcnow():
        state = f"{state}, scaduto"
    kind = "SAML" if one.is_saml else "OpenID Connect"
    return f"{one.way:<6} {kind:<15} {state:<26} letto {one.fetched_at:%d/%m/%Y %H:%M}  {one.entity_id}  {one.name}"
