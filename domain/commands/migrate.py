"""`sportello migrate`: brings the database to this release: tables, lists, holidays, first procedures."""

import asyncio

from click import ClickException, echo
from sqlalchemy.ext.asyncio import create_async_engine

from domain.commands.italian import command
from domain.kernel.actor import System
from domain.organization.actions.codes.keep_common_codes import Kept, keep_common_codes
from domain.platform.database import driver_url
from domain.platform.migrations import upgrade
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.procedure.actions.days.keep_legal_calendar import keep_legal_calendar
from domain.procedure.seeds.legal_calendar import legal_terms, national_holidays
from domain.procedure.seeds.starting_procedures import give_starting_procedures

SYSTEM = System("the lists of this release")


@command()
def migrate() -> None:
    """Porta la base di dati alla versione di questo programma.

    Usa DATABASE_OWNER_URL, cioè il ruolo che possiede le tabelle. Si può ripetere: fa solo quello che manca.
    """
    owner_url = settings().database_owner_url
    if not owner_url:
        raise ClickException(
            "Manca DATABASE_OWNER_URL: l'indirizzo della base di dati con il ruolo che possiede le tabelle."
        )
    echo("Aggiorno la base di dati…")
    kept = bring_up_to_date(owner_url)
    if kept.added or kept.changed or kept.ended:
        echo(f"Elenchi di codici: {kept.added} voci nuove, {kept.changed} cambiate, {kept.ended} non più in uso.")
    echo("La base di dati è aggiornata.")


def bring_up_to_date(owner_url: str) -> Kept:
    """Migrate the database, as the owner of its tables, and write the lists of this release. Repeatable.

    To be called where no event loop runs.
    """
    upgrade(owner_url)
    return asyncio.run(_keep_lists(owner_url))


async def _keep_lists(owner_url: str) -> Kept:
    engine = create_async_engine(driver_url(owner_url))
    try:
        async with unit_of_work(SYSTEM, bind=engine) as work:
            await keep_legal_calendar(work, SYSTEM, national_holidays(), legal_terms())
            kept = await keep_common_codes(work, SYSTEM)
            await give_starting_procedures(work, SYSTEM)
            return kept
    finally:
        await engine.dispose()
