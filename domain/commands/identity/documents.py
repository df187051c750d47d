"""`sportello identity metadata` and `certificate`: how we introduce ourselves."""

from pathlib import Path

import click
from cryptography import x509

from domain.access.gateways.saml.configured import service_party
from domain.access.gateways.saml.keys import certificate_end
from domain.access.gateways.saml.metadata import freeze_metadata, frozen_metadata
from domain.access.gateways.saml.parties import SigningPair
from domain.access.queries.own_configuration import signed_configuration
from domain.access.terms import Way
from domain.commands.identity.running import answer, told
from domain.commands.italian import command
from domain.kernel.clock import utcnow

FEDERATION = "federation"
WAYS = {"spid": Way.SPID, "cie": Way.CIE}


@command()
@click.option(
    "--way",
    type=click.Choice((*WAYS, FEDERATION)),
    default="spid",
    show_default=True,
    help="spid (anche eIDAS), cie (SAML) o federation (CIE con OpenID Connect).",
)
@click.option("--freeze", is_flag=True, help="Fissa una versione nuova: da mandare ad AgID o al Ministero.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Il file da scrivere.")
def metadata(way: str, freeze: bool, output: Path | None) -> None:
    """Mostra i metadati che pubblichiamo, byte per byte.

    Quelli SAML non cambiano finché non li fissi di nuovo: la federazione ne tiene una copia.
    """
    with told():
        if way == FEDERATION:
            document = answer(signed_configuration).encode()
        else:
            if freeze:
                click.echo(f"Versione fissata: {freeze_metadata(WAYS[way])}", err=True)
            document = frozen_metadata(WAYS[way])
    if output:
        output.write_bytes(document)
    else:
        click.echo(document)


@command()
def certificate() -> None:
    """Mostra il certificato con cui firmiamo per SPID e CIE (SAML), e quello annunciato."""
    with told():
        pairs = service_party(Way.SPID).pairs
    for pair, title in zip(pairs, ("In uso", "Annunciato"), strict=False):
        click.echo("\n".join(_described(pair, title)))


def _described(pair: SigningPair, title: str) -> list[str]:
    found = x509.load_der_x509_certificate(pair.certificate)
    policies = found.extensions.get_extension_for_class(x509.CertificatePolicies).value
    algorithm, end = found.signature_hash_algorithm, certificate_end(pair)
    return [
        f"{title}: {found.subject.rfc4514_string()}",
        f"  politiche: {', '.join(policy.policy_identifier.dotted_string for policy in policies)}",
        f"  chiave: RSA {pair.key.key_size}, firma {algorithm.name if algorithm else '?'}",
        f"  scade: {end:%d/%m/%Y}, tra {(end - utcnow()).days} giorni",
    ]
