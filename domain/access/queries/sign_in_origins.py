"""The sites to which a sign-in leads, for the content security policy of the portal."""

from urllib.parse import urlsplit

from domain.access.gateways.configured_parties import NoProvider, provider


def sign_in_origins() -> tuple[str, ...]:
    """The origins of the identity providers that the settings name; empty when they name none."""
    try:
        address = urlsplit(provider().authorization_endpoint)
    except NoProvider:
        return ()
    return (f"{address.scheme}://{address.netloc}",)
