"""What search engines and the official checker of municipal sites read about a service (schema.org)."""

from typing import Any

from domain.catalogue.queries.published_services import PublishedService
from web.visit import Visit


def government_service(service: PublishedService, visit: Visit, address: str, place: str) -> dict[str, Any]:
    """The service as a GovernmentService; ``address`` is that of its page, ``place`` that of the office."""
    code, card, site = visit.language.code, service.card, visit.site
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": card.title.in_(code),
        "description": card.summary.in_(code),
        "serviceType": card.topic.in_(code),
        "serviceOperator": {"@type": "GovernmentOrganization", "name": site.ente_name},
        "areaServed": {"@type": "AdministrativeArea", "name": site.ente_name},
        "audience": {"@type": "Audience", "audienceType": card.addressed_to.in_(code)},
        "availableChannel": {
            "@type": "ServiceChannel",
            "serviceUrl": address,
            "serviceLocation": {
                "@type": "Place",
                "name": site.site_name,
                "address": {"@type": "PostalAddress", "streetAddress": place or site.address},
            },
        },
    }
