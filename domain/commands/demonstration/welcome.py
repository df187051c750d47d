"""What the demo says when everything is up: where things are, and who one can be."""

from pyotp.totp import TOTP

from domain.commands.demonstration.accounts import DemoAccounts, DemoOperator
from domain.commands.demonstration.folder import DemoFolder

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
        "Cittadini: nel portale scegli «Entra con SPID» o «Entra con CIE», poi una persona. Per esempio:",
        *[f"  {person.given_name} {person.family_name}: {person.story}" for person in accounts.citizens[:SHOWN]],
        "Con «Login with eIDAS» entrano due persone di altri Paesi, senza codice fiscale.",
        f"Chi è entrato, e come si comporta la federazione: {place.identity_url}",
        "",
        f"Operatori: la password di tutti è {accounts.password}",
        *[line for operator in accounts.operators[:SHOWN] for line in _operator(operator)],
        *_more(len(accounts.operators) - SHOWN),
        "",
        "Il codice cambia ogni 30 secondi: aggiungi il segreto alla tua app, oppure chiedilo con",
        "  .venv/bin/sportello users code SEGRETO",
        "",
        "Altri comandi su questa demo, per esempio:",
        f"  SPORTELLO_CONFIG={place.settings_file} .venv/bin/sportello check",
        "",
        "Per fermare tutto premi Ctrl-C.",
    ]
    return "\n".join(lines)


def _operator(operator: DemoOperator) -> list[str]:
    code = TOTP(operator.totp_secret).now()
    return [
        f"  {operator.email}",
        f"    {operator.full_name}, {operator.role}, {operator.office}",
        f"    segreto {operator.totp_secret}, codice adesso {code}",
    ]


def _more(others: int) -> list[str]:
    return [f"  e altri {others}: li elenca il comando users list, come qui sotto"] if others > 0 else []
