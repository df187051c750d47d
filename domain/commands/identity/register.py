"""`sportello identity verify-register`: whether the register of transactions is as it was written."""

import click

from domain.access.queries.register.register_damage import register_damage
from domain.access.rules.register_chain import Wrong
from domain.commands.identity.running import answer
from domain.commands.italian import command

LABELS = {
    Wrong.CHANGED: "è stata cambiata",
    Wrong.REMOVED: "è stata tolta",
    Wrong.INSERTED: "è stata aggiunta",
    Wrong.CUT: "la fine della catena è stata tolta o cambiata",
    Wrong.BEGINNING: "l'inizio della catena non è quello lasciato dalla cancellazione a 24 mesi",
    Wrong.NO_KEY: "manca la chiave per controllarla (master_keys)",
}


@command("verify-register", epilog="Esce con 0 se il registro è intero, con 1 se qualcosa è stato cambiato.")
def verify_register() -> int:
    """Controlla il registro degli accessi: ogni riga com'è stata scritta, nessuna tolta, nessuna aggiunta."""
    found = answer(register_damage)
    for damage in found:
        click.echo(f"PROBLEMA  catena {damage.chain}, riga {damage.sequence}: {LABELS[damage.wrong]}")
    click.echo(f"Da chiarire: {len(found)}. Vedi docs/runbooks/data-breach.md." if found else "Il registro è intero.")
    return 1 if found else 0
