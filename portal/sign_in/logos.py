"""The logos that AgID publishes with the SPID button, by provider; one new in the registry has its name only."""

LOGOS = {
    "https://loginspid.aruba.it": "arubaid",
    "https://identity.infocert.it": "infocertid",
    "https://spid.intesa.it": "intesaid",
    "https://idp.intesigroup.com": "intesigroupspid",
    "https://id.lepida.it/idp/shibboleth": "lepidaid",
    "https://idp.namirialtsp.com/idp": "namirialid",
    "https://posteid.poste.it": "posteid",
    "https://identity.sieltecloud.it": "sielteid",
    "https://spid.register.it": "spiditalia",
    "https://spid.teamsystem.com/idp": "teamsystemid",
    "https://login.id.tim.it/affwebservices/public/saml2sso": "timid",
}


def logo_of(entity_id: str) -> str:
    """The name of the static file with the provider's logo; empty when we have none."""
    found = LOGOS.get(entity_id)
    return f"spid-idp-{found}.svg" if found else ""
