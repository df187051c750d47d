"""What is written of somebody in a household, besides the days."""

from pydantic import BaseModel

from domain.registry.terms import Kinship
from domain.registry.terms.support import Availability, ContactMode


class MemberFacts(BaseModel):
    """What somebody is to the reference person, and how far they are there for that person.

    ``is_cohabiting`` lives in the same home; ``is_parent_responsible`` has parental responsibility (c.c. 316);
    ``is_caregiver`` cares for the reference person; ``is_foster`` is in foster care here.
    """

    kinship: Kinship
    is_cohabiting: bool = True
    is_parent_responsible: bool = False
    is_caregiver: bool = False
    is_foster: bool = False
    is_disabled: bool = False
    availability: Availability | None = None
    contact_mode: ContactMode | None = None
