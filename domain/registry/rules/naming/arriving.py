"""By what somebody new is found: what the index would gather from the facts that arrive with the record."""

from collections.abc import Iterable

from domain.registry.rules.facts.identity import Alias, Identity
from domain.registry.rules.facts.places import Address, ContactValue
from domain.registry.rules.facts.value import FactValue
from domain.registry.rules.naming.naming import NameKind, Naming, PersonName
from domain.registry.rules.naming.typed import address_in, digits_of
from domain.registry.terms import ContactKind


def naming_from(values: Iterable[FactValue], code: str | None) -> Naming:
    """The naming of somebody of whom ``values`` hold today; of each kind that is not many, there is one."""
    known = list(values)
    identity = next((one for one in known if isinstance(one, Identity)), Identity())
    names = (
        [PersonName(identity.given_name, identity.family_name)] if identity.given_name or identity.family_name else []
    )
    kind = NameKind.ALIAS if identity.family_name else NameKind.RECORDED
    names += [PersonName(one.name, identity.family_name, kind) for one in known if isinstance(one, Alias)]
    reached = [one for one in known if isinstance(one, ContactValue)]
    phones = (digits_of(one.value) for one in reached if one.channel is ContactKind.PHONE)
    homes = (address_in(one.street) for one in known if isinstance(one, Address))
    return Naming(
        names=tuple(dict.fromkeys(names)),
        born_on=identity.born_on,
        codes=(code,) if code else (),
        phones=tuple(dict.fromkeys(number for number in phones if number)),
        emails=tuple(dict.fromkeys(one.value.lower() for one in reached if one.channel is not ContactKind.PHONE)),
        addresses=tuple(dict.fromkeys(home for home in homes if home is not None)),
    )
