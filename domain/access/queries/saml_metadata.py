"""How we introduce ourselves to the SAML federations."""

from domain.access.gateways.saml.configured import NoParty
from domain.access.gateways.saml.metadata import freeze_metadata, frozen_metadata
from domain.access.queries.saml_providers import saml_ways
from domain.access.terms import Way
from domain.kernel.refusals import NotFound
from domain.platform.settings import Environment, settings


def saml_metadata(way: Way) -> bytes:
    """Our signed metadata as they were frozen, byte by byte. SPID's are the eIDAS node's too.

    Outside production they are frozen when first asked for; there they are a deliberate act. Refuses NotFound: the way
    is off, or nothing has been frozen.
    """
    if not {Way.SPID: {Way.SPID, Way.EIDAS}, Way.CIE: {Way.CIE}}[way] & set(saml_ways()):
        raise NotFound
    try:
        return frozen_metadata(way)
    except NoParty:
        if settings().environment is Environment.PRODUCTION:
            raise NotFound from None
    return _first(way)


def _first(way: Way) -> bytes:
    try:
        freeze_metadata(way)
    except FileExistsError:  # another process was faster
        pass
    except NoParty:
        raise NotFound from None
    return frozen_metadata(way)
