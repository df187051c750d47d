"""What the federation of CIE by OpenID Connect asks of us."""

from domain.access.gateways.configured_parties import NotInFederation, our_entity, trust_anchors
from domain.access.queries.providers.enrolment import enrolment
from domain.access.queries.providers.identity_health import known_providers
from domain.commands.checks.finding import Finding
from domain.commands.checks.identity import key_files
from domain.platform.settings import Settings
from domain.platform.work import UnitOfWork

AREA = "CIE (federazione)"
REFRESH = "sportello identity providers refresh"


async def federation_items(work: UnitOfWork, chosen: Settings) -> list[Finding]:
    """The list."""
    found = [
        _item("attiva", is_there=chosen.federation, mend="SPORTELLO_FEDERATION=true"),
        *key_files(chosen.identity_keys_folder),
    ]
    try:
        our_entity()
        anchors = trust_anchors()
    except NotInFederation:
        mend = "SPORTELLO_TRUST_ANCHORS e SPORTELLO_IDENTITY_KEYS_FOLDER"
        return [*found, Finding.problem(AREA, "radice di fiducia e chiavi: mancano", mend)]
    except (OSError, ValueError) as problem:
        mend = "sportello identity keys make; controlla i file di SPORTELLO_TRUST_ANCHORS"
        return [*found, Finding.problem(AREA, f"un file non si legge ({type(problem).__name__})", mend)]
    for anchor in anchors:
        found += await _enrolled(work, anchor.entity_id)
    known = [one for one in await known_providers(work) if not one.is_saml and one.is_enabled]
    return [*found, _item(f"gestori conosciuti: {len(known)}", is_there=known, mend=REFRESH)]


async def _enrolled(work: UnitOfWork, anchor: str) -> list[Finding]:
    state = await enrolment(work, anchor)
    return [
        _item(f"{anchor} risponde su di noi", is_there=state.is_described, mend=f"aderisci, poi {REFRESH}"),
        _item(
            f"{anchor}: marchio di fiducia in corso di validità",
            is_there=state.trust_marks,
            mend="chiedilo con l'adesione",
        ),
        _item(f"{anchor}: la nostra catena regge", is_there=state.has_chain, mend=REFRESH),
    ]


def _item(label: str, *, is_there: object, mend: str) -> Finding:
    return Finding.well(AREA, label) if is_there else Finding.problem(AREA, f"{label}: no", mend)
