"""Which answers of a fact are not in the lists of the ente."""

from collections.abc import Mapping
from uuid import UUID

from domain.kernel.text import Text, _
from domain.organization.queries.codes import code_labels
from domain.platform.work import UnitOfWork
from domain.registry.rules.facts.kinds import fields_of
from domain.registry.rules.facts.value import FactValue, Shape

PLACES = ("comuni", "stati_esteri")
NOT_IN_LIST = _("Scegli una delle risposte.")


async def unknown_codes(work: UnitOfWork, ente_id: UUID, value: FactValue) -> Mapping[str, Text]:
    """The fields whose code no list of the ente has ever had, with what is wrong; one question at most."""
    said = value.model_dump(mode="json")
    asked = {
        field.name: [(name, said[field.name]) for name in (PLACES if field.shape is Shape.PLACE else [field.code_list])]
        for field in fields_of(value.kind)
        if said.get(field.name) and (field.shape is Shape.PLACE or field.code_list)
    }
    known = await code_labels(work, ente_id, {(name, code) for pairs in asked.values() for name, code in pairs if name})
    return {name: NOT_IN_LIST for name, pairs in asked.items() if not any(pair in known for pair in pairs)}
