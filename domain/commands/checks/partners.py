"""Who we speak with: the mail server, the gateway for SMS and the identity provider."""

import asyncio
from urllib.parse import urlsplit

from domain.access.gateways.configured_parties import NotInFederation, our_entity, trust_anchors
from domain.commands.checks.finding import Finding
from domain.platform.outside.trust import trusted
from domain.platform.settings import Settings

PORTS = {"smtp": 587, "smtps": 465}
WAIT_SECONDS = 5
HTTPS_PORT = 443


async def check_smtp(chosen: Settings) -> list[Finding]:
    """See whether the mail server can be reached; no message is sent."""
    if not chosen.smtp_url:
        return [Finding.problem("posta", "nessuna e-mail parte", "indica SPORTELLO_SMTP_URL")]
    parts = urlsplit(chosen.smtp_url)
    if parts.scheme not in PORTS or not parts.hostname:
        return [Finding.problem("posta", "SPORTELLO_SMTP_URL non è scritta bene", "smtp://utente:password@host:porta")]
    where = f"{parts.hostname}:{parts.port or PORTS[parts.scheme]}"
    try:
        opening = asyncio.open_connection(
            parts.hostname, parts.port or PORTS[parts.scheme], ssl=parts.scheme == "smtps"
        )
        _reader, writer = await asyncio.wait_for(opening, WAIT_SECONDS)
        writer.close()
    except (OSError, TimeoutError):
        return [Finding.problem("posta", f"{where} non risponde", "controlla SPORTELLO_SMTP_URL, rete e firewall")]
    return [Finding.well("posta", f"{where} risponde")]


async def check_sms(chosen: Settings) -> list[Finding]:
    """See whether text messages can leave: the gateway is known, with its token, and answers. None is no problem."""
    if not chosen.sms_url:
        return [Finding.well("SMS", "non impostati: si usa solo l'e-mail")]
    parts = urlsplit(chosen.sms_url)
    if parts.scheme != "https" or not parts.hostname:
        return [Finding.problem("SMS", "SPORTELLO_SMS_URL non è scritta bene", "https://fornitore/percorso")]
    if not chosen.sms_token.get_secret_value():
        return [Finding.problem("SMS", "manca il gettone del fornitore", "indica SPORTELLO_SMS_TOKEN")]
    where = f"{parts.hostname}:{parts.port or HTTPS_PORT}"
    try:
        opening = asyncio.open_connection(parts.hostname, parts.port or HTTPS_PORT, ssl=trusted())
        _reader, writer = await asyncio.wait_for(opening, WAIT_SECONDS)
        writer.close()
    except (OSError, TimeoutError):
        return [Finding.problem("SMS", f"{where} non risponde", "controlla SPORTELLO_SMS_URL, rete e firewall")]
    return [Finding.well("SMS", f"{where} risponde")]


async def check_identity(chosen: Settings) -> list[Finding]:
    """See whether citizens can sign in: some way is on, and what the federation of CIE needs can be read."""
    if not (chosen.spid or chosen.cie_saml or chosen.eidas or chosen.federation):
        return [
            Finding.problem(
                "identità", "i cittadini non possono entrare", "attiva SPORTELLO_SPID o SPORTELLO_FEDERATION"
            )
        ]
    if not chosen.federation:
        return [Finding.well("identità", "si entra con SAML")]
    try:
        our_entity()
        found = trust_anchors()
    except NotInFederation:
        return [
            Finding.problem(
                "identità",
                "con CIE non si può entrare",
                "indica SPORTELLO_TRUST_ANCHORS e SPORTELLO_IDENTITY_KEYS_FOLDER",
            )
        ]
    except (OSError, ValueError) as error:
        return [
            Finding.problem(
                "identità",
                f"file non leggibile ({type(error).__name__})",
                "controlla SPORTELLO_TRUST_ANCHORS e SPORTELLO_IDENTITY_KEYS_FOLDER",
            )
        ]
    return [Finding.well("identità", f"federazione di {', '.join(anchor.entity_id for anchor in found)}")]
