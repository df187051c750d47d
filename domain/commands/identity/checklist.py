"""`sportello identity checklist`: what the federations ask for, what is there, what is missing."""

import click

from domain.access.gateways.configured_parties import client_id
from domain.commands.checks.finding import Finding
from domain.commands.identity.federation_items import federation_items
from domain.commands.identity.running import answer
from domain.commands.identity.saml_items import saml_items
from domain.commands.italian import command
from domain.platform.settings import Settings, settings
from domain.platform.work import UnitOfWork

WAYS = ("spid", "cie", "eidas", "federation")
GENERAL = (
    ("ipa_code", "codice IPA", "SPORTELLO_IPA_CODE: il codice dell'ente su indicepa.gov.it"),
    ("organization_name", "nome dell'ente", "SPORTELLO_ORGANIZATION_NAME: come sta nell'indice IPA"),
    ("organization_url", "sito dell'ente", "SPORTELLO_ORGANIZATION_URL"),
    (
        "organization_email",
        "casella istituzionale",
        "SPORTELLO_ORGANIZATION_EMAIL: non di una persona; per CIE una PEC",
    ),
    ("organization_phone", "telefono", "SPORTELLO_ORGANIZATION_PHONE: con +39 e senza spazi"),
)


@command(epilog="Esce con 0 se non manca nulla, con 1 se manca qualcosa.")
@click.option("--way", "ways", multiple=True, type=click.Choice(WAYS), help="Quali; se manca, quelli attivi.")
def checklist(ways: tuple[str, ...]) -> int:
    """Elenca che cosa serve per aderire a SPID, CIE ed eIDAS: che cosa c'è e che cosa manca."""
    chosen = settings()
    wanted = ways or tuple(way for way, is_on in zip(WAYS, _switches(chosen), strict=True) if is_on)
    if not wanted:
        raise click.ClickException("Nessun modo di entrare è attivo: scegli con --way, per esempio --way spid.")

    async def look(work: UnitOfWork) -> list[Finding]:
        found = general_items(chosen)
        for way in wanted:
            found += await (federation_items(work, chosen) if way == "federation" else saml_items(work, chosen, way))
        return found

    found = answer(look)
    for item in found:
        click.echo(
            f"[{'x' if item.is_well else ' '}] {item.area}: {item.found}" + (f" → {item.mend}" if item.mend else "")
        )
    missing = sum(not item.is_well for item in found)
    click.echo(f"Mancano {missing} cose su {len(found)}." if missing else "Non manca nulla.")
    return 1 if missing else 0


def general_items(chosen: Settings) -> list[Finding]:
    """What every federation asks."""
    area = "Per tutti"
    found = [
        Finding.well(area, label) if getattr(chosen, name) else Finding.problem(area, f"{label}: manca", mend)
        for name, label, mend in GENERAL
    ]
    phone = chosen.organization_phone
    if phone and not (phone.startswith("+39") and phone[1:].isdigit()):
        found.append(Finding.problem(area, "telefono scritto male", GENERAL[-1][-1]))
    for address in {chosen.portal_url, client_id()}:
        is_good = address.startswith("https://")
        found.append(
            Finding.well(area, f"indirizzo {address}")
            if is_good
            else Finding.problem(area, f"l'indirizzo {address} non è https", "SPORTELLO_PORTAL_URL")
        )
    return found


def _switches(chosen: Settings) -> tuple[bool, ...]:
    return (chosen.spid, chosen.cie_saml, chosen.eidas, chosen.federation)
