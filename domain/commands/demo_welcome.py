"""What the demo says when everything is up: where things are, and who one can be."""

import pyotp

from domain.commands.demo_folder import DemoFolder
from domain.commands.seed_demo import DemoAccounts

SHOWN = 5


def welcome(place: DemoFolder, accounts: DemoAccounts, *, seconds: float) -> str:
    """The addresses and the demo accounts; TOTP codes are those of this moment."""
    lines = [
        "",
        f"È tutto pronto, in {seconds:.0f} secondi.",
        "",
        f"  Portale dei cittadini   {place.portal_url}",
        f"  Sito degli uffici       {place.backoffice_url}",
        f"  E-mail inviate          http://localhost:{place.ports.mail}",
        f"  Dati e registri         {place.path}",
        "",
        "Cittadini: entra nel portale e scegli una persona. Per esempio:",
        *[f"  {person.given_name} {person.family_name}: {person.story}" for person in accounts.citizens[:SHOWN]],
        "",
        f"Operatori: la password di tutti è {accounts.password}",
        *[_operator(account.email, account.roles, account.totp_secret) for account in accounts.operators],
        "",
        "Il codice cambia ogni 30 secondi: aggiungi il segreto alla tua app, oppure chiedilo con",
        "  .venv/bin/sportello users code E-MAIL --folder " + str(place.path),
        "",
        "Per fermare tutto premi Ctrl-C.",
    ]
    return "\n".join(lines)


def _operator(email: str, roles: str, secret: str) -> str:
    return f"  {email:<44} {roles:<28} segreto {secret}  codice {pyotp.TOTP(secret).now()}"
