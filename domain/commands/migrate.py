"""`sportello migrate`: brings the database to this release."""

from click import ClickException, echo

from domain.commands.italian import command
from domain.platform.migrations import upgrade
from domain.platform.settings import settings


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
    upgrade(owner_url)
    echo("La base di dati è aggiornata.")
