"""What the invented people are to each other: marriages, separations, twins, foster care, and how they get on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.actions.relations.add_outsider import AddOutsider, add_outsider
from domain.registry.actions.relations.record_relation import RecordRelation, record_relation
from domain.registry.terms.relations import OutsiderKind, RelationKind

K = RelationKind
P = OutsiderKind


@dataclass(frozen=True)
class Stranger:
    """Somebody or something without a record, on the pages of ``of``, with the first relation."""

    name: str
    of: str
    relation: RelationKind
    to: str
    sex: str | None = None
    born: int | None = None
    died: int | None = None
    kind: OutsiderKind = OutsiderKind.PERSON
    is_first: bool = True


@dataclass(frozen=True)
class Tie:
    """What ``one`` is to ``other``, both already there."""

    one: str
    relation: RelationKind
    other: str
    since: str | None = None


STRANGERS = (
    # a second marriage, with a child of the first one
    Stranger("Elisa, la prima moglie", "Stefano Brunelli", K.DIVORCED, "Stefano Brunelli", "F", 1984),
    Stranger("Nonno Walter", "Stefano Brunelli", K.PARENT, "Stefano Brunelli", "M", 1951, 2020),
    Stranger("Nonna Irma", "Stefano Brunelli", K.PARENT, "Stefano Brunelli", "F", 1954),
    Stranger("Scuola media Dante", "Stefano Brunelli", K.CLOSE, "Giulia Brunelli", kind=P.SCHOOL),
    Stranger("Padrone di casa", "Stefano Brunelli", K.CONFLICT, "Stefano Brunelli", "M"),
    Stranger("Squadra di pallavolo", "Stefano Brunelli", K.CLOSE, "Matteo Brunelli", kind=P.ASSOCIATION),
    # twins, with a father who is not there
    Stranger("Il padre dei gemelli", "Silvia Gherardini", K.SEPARATED, "Silvia Gherardini", "M", 1988),
    Stranger("Nonna Carla", "Silvia Gherardini", K.PARENT, "Silvia Gherardini", "F", 1960),
    Stranger("Pediatra", "Silvia Gherardini", K.CLOSE, "Silvia Gherardini", kind=P.HEALTH),
    # a child in foster care beside a child by birth
    Stranger("Ilyas, in affido", "Luigi Ferraresini", K.FOSTER_PARENT, "Luigi Ferraresini", "M", 2017, is_first=False),
    Stranger("La madre di Ilyas", "Luigi Ferraresini", K.PARENT, "Ilyas, in affido", "F", 1994),
    # a widower, and a son with whom he does not get on
    Stranger("Lina, la moglie", "Giorgio Tassinari", K.WIDOWED, "Giorgio Tassinari", "F", 1951, 2021),
    Stranger("Paolo, il figlio", "Giorgio Tassinari", K.PARENT, "Giorgio Tassinari", "M", 1976, is_first=False),
    Stranger("Nicola, il nipote", "Giorgio Tassinari", K.PARENT, "Paolo, il figlio", "M", 2008, is_first=False),
    Stranger("Dottoressa Sala", "Giorgio Tassinari", K.CLOSE, "Giorgio Tassinari", kind=P.HEALTH),
    Stranger("Parrocchia", "Giorgio Tassinari", K.DISTANT, "Giorgio Tassinari", kind=P.PARISH),
)

TIES = (
    Tie("Stefano Brunelli", K.MARRIED, "Chiara Marangoni", "2015-05-02"),
    Tie("Nonno Walter", K.WIDOWED, "Nonna Irma"),
    Tie("Stefano Brunelli", K.PARENT, "Giulia Brunelli"),
    Tie("Elisa, la prima moglie", K.PARENT, "Giulia Brunelli"),
    *(Tie(parent, K.PARENT, f"{child} Brunelli") for child in ("Matteo", "Sofia")
      for parent in ("Stefano Brunelli", "Chiara Marangoni")),
    Tie("Elisa, la prima moglie", K.CONFLICT, "Stefano Brunelli"),
    Tie("Nonna Irma", K.CLOSE, "Giulia Brunelli"),
    *(Tie(parent, K.PARENT, f"{child} Gherardini") for child in ("Leo", "Anna")
      for parent in ("Silvia Gherardini", "Il padre dei gemelli")),
    Tie("Leo Gherardini", K.TWIN, "Anna Gherardini"),
    Tie("Il padre dei gemelli", K.CUT_OFF, "Silvia Gherardini", "2023-02-01"),
    Tie("Nonna Carla", K.CLOSE, "Silvia Gherardini"),
    Tie("Luigi Ferraresini", K.MARRIED, "Anna Contarelli", "2010-06-19"),
    *(Tie(parent, K.PARENT, "Emma Ferraresini") for parent in ("Luigi Ferraresini", "Anna Contarelli")),
    Tie("Anna Contarelli", K.FOSTER_PARENT, "Ilyas, in affido"),
    Tie("Lina, la moglie", K.PARENT, "Paolo, il figlio"),
    Tie("Giorgio Tassinari", K.CONFLICT, "Paolo, il figlio"),
    Tie("Nicola, il nipote", K.CLOSE, "Giorgio Tassinari"),
)  # fmt: skip


async def relate_people(work: UnitOfWork, system: System, settled: Mapping[str, UUID]) -> None:
    """Write everything down, on the pages of who tells it. ``settled`` are the invented people by name."""
    known = dict(settled)
    pages = dict(settled)
    for one in STRANGERS:
        known[one.name] = await add_outsider(
            work,
            system,
            AddOutsider(
                person_id=settled[one.of],
                to_id=known[one.to],
                name=one.name,
                kind=one.kind,
                sex=one.sex,  # pyright: ignore[reportArgumentType]
                birth_year=one.born,
                death_year=one.died,
                relation=one.relation,
                is_first=one.is_first,
            ),
        )
        pages[one.name] = settled[one.of]
    for tie in TIES:
        await record_relation(
            work,
            system,
            RecordRelation(
                person_id=pages[tie.one],
                one_id=known[tie.one],
                other_id=known[tie.other],
                kind=tie.relation,
                starts_on=_day(tie.since),
            ),
        )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
