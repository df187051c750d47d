"""What SPID, CIE by SAML and the eIDAS node ask of us."""

from cryptography import x509
from cryptography.x509.oid import ObjectIdentifier

from domain.access.gateways.saml.configured import NoParty, service_party
from domain.access.gateways.saml.metadata import frozen_metadata, service_metadata
from domain.access.gateways.saml.parties import ServiceParty
from domain.access.queries.providers.identity_health import identity_health, known_providers
from domain.access.terms import Way
from domain.commands.checks.finding import Finding
from domain.commands.checks.identity import ends, key_files
from domain.platform.settings import Settings
from domain.platform.work import UnitOfWork

AREAS = {"spid": "SPID", "cie": "CIE (SAML)", "eidas": "eIDAS"}
SWITCHES = {"spid": "spid", "cie": "cie_saml", "eidas": "eidas"}
URI = ObjectIdentifier("2.5.4.83")
FREEZE = "sportello identity metadata --freeze, poi manda il file"


async def saml_items(work: UnitOfWork, chosen: Settings, way: str) -> list[Finding]:
    """The list for ``way``: spid, cie or eidas."""
    area = AREAS[way]
    switch = SWITCHES[way]
    found = [
        _item(
            area, "attivo", is_there=getattr(chosen, switch), mend=f"SPORTELLO_{switch.upper()}=true, dopo l'adesione"
        ),
        *key_files(chosen.identity_keys_folder),
        *ends(await identity_health(work)),
    ]
    if way == "cie":
        mend = "SPORTELLO_ORGANIZATION_MUNICIPALITY"
        found.append(_item(area, "codice catastale del comune", is_there=chosen.organization_municipality, mend=mend))
    try:
        found += _documents(area, service_party(Way(way)))
    except NoParty as refusal:
        found.append(Finding.problem(area, "i metadati non si possono fare", str(refusal)))
    return [*found, *await _providers(work, chosen, way)]


def _documents(area: str, party: ServiceParty) -> list[Finding]:
    named = x509.load_der_x509_certificate(party.pairs[0].certificate).subject.get_attributes_for_oid(URI)
    is_ours = [name.value for name in named] == [party.entity_id]
    mend = "il certificato nomina un altro indirizzo: rifai le chiavi in una cartella nuova"
    found = [_item(area, f"certificato intestato a {party.entity_id}", is_there=is_ours, mend=mend)]
    try:
        is_today = frozen_metadata(party.way) == service_metadata(party)
    except NoParty:
        return [*found, Finding.problem(area, "i metadati non sono stati fissati", FREEZE)]
    return [*found, _item(area, "i metadati fissati sono quelli di oggi", is_there=is_today, mend=FREEZE)]


async def _providers(work: UnitOfWork, chosen: Settings, way: str) -> list[Finding]:
    area = AREAS[way]
    files = chosen.saml_metadata_files.get(way)
    is_read = bool(files or (chosen.saml_registry_urls.get(way) and chosen.saml_registry_certificate))
    mend = f"SPORTELLO_SAML_REGISTRY_URLS ({way}) e SPORTELLO_SAML_REGISTRY_CERTIFICATE"
    known = [one for one in await known_providers(work) if one.is_saml and one.way == way and one.is_enabled]
    return [
        _item(area, "indirizzo e certificato del registro dei gestori", is_there=is_read, mend=mend),
        _item(area, f"gestori conosciuti: {len(known)}", is_there=known, mend="sportello identity providers refresh"),
    ]


def _item(area: str, label: str, *, is_there: object, mend: str) -> Finding:
    return Finding.well(area, label) if is_there else Finding.problem(area, f"{label}: no", mend)
