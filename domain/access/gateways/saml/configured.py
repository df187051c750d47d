"""Us, as the settings name us."""

from functools import lru_cache

from domain.access.gateways.saml.keys import KeysRefused, load_pairs
from domain.access.gateways.saml.parties import AttributeSet, Organization, ServiceParty
from domain.access.terms import Way
from domain.platform.settings import settings

ANSWERS = "/spid/acs"
LOGOUTS = "/spid/logout"

MINIMUM = AttributeSet(0, "Sportello Sociale", ("fiscalNumber", "name", "familyName", "dateOfBirth"))
WITH_CONTACTS = AttributeSet(
    1, "Sportello Sociale (contatti)", (*MINIMUM.attributes, "gender", "placeOfBirth", "email")
)
EIDAS_MINIMUM = AttributeSet(
    99, "eIDAS Natural Person Minimum Attribute Set", ("spidCode", "name", "familyName", "dateOfBirth")
)
EIDAS_FULL = AttributeSet(
    100,
    "eIDAS Natural Person Full Attribute Set",
    (*EIDAS_MINIMUM.attributes, "placeOfBirth", "address", "gender"),
)
# The eIDAS sets have the names that the node's rules give them, marked as Italian there too. They are published from
# the start: a later change would have to be approved by AgID again.
_SETS = {
    Way.SPID: (MINIMUM, WITH_CONTACTS, EIDAS_MINIMUM, EIDAS_FULL),
    Way.CIE: (MINIMUM,),
}


class NoParty(Exception):
    """The settings do not say who we are in this federation, or a file they ask for is missing. English."""


def configured_organization() -> Organization:
    """The ente as the settings describe it; nothing in it is checked."""
    chosen = settings()
    return Organization(
        name=chosen.organization_name,
        url=chosen.organization_url,
        ipa_code=chosen.ipa_code,
        email=chosen.organization_email,
        phone=chosen.organization_phone,
        municipality=chosen.organization_municipality,
        locality=chosen.organization_locality,
    )


@lru_cache(maxsize=4)
def service_party(way: Way) -> ServiceParty:
    """Us in the federation of `way`; SPID and eIDAS know us as one. Refuses NoParty when a setting is missing."""
    if way is Way.EIDAS:
        return service_party(Way.SPID)
    if way not in _SETS:
        raise NoParty("not a way by SAML")
    chosen = settings()
    needed = ["ipa_code", "organization_name", "organization_url", "organization_email", "organization_phone"]
    needed += ["organization_municipality"] if way is Way.CIE else []
    missing = [name for name in needed if not getattr(chosen, name)]
    if chosen.identity_keys_folder is None or missing:
        raise NoParty(f"settings missing: {', '.join(missing or ['identity_keys_folder'])}")
    try:
        pairs = load_pairs(chosen.identity_keys_folder)
    except KeysRefused as refusal:
        raise NoParty(str(refusal)) from None
    portal, backoffice = chosen.portal_url.rstrip("/"), chosen.backoffice_url.rstrip("/")
    return ServiceParty(
        way=way,
        entity_id=chosen.portal_url,
        pairs=pairs,
        returns=(portal + ANSWERS, backoffice + ANSWERS),
        logouts=(portal + LOGOUTS,),
        attribute_sets=_SETS[way],
        organization=configured_organization(),
    )
