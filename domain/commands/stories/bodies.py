"""The organisations of the demonstration: a school, a clinic, an association, an employer of the valley."""

from typing import Any

from domain.commands.stories.life import Bind
from domain.kernel.actor import Operator
from domain.platform.work import unit_of_work
from domain.registry.actions.bodies.record_body import RecordBody, record_body
from domain.registry.queries.bodies.body_list import body_names

SCHOOL = "Scuola primaria di Borgo Sereno"
BODIES: tuple[dict[str, Any], ...] = (
    {
        "kind": "SCUOLA",
        "name": SCHOOL,
        "street": "Via delle Scuole 2",
        "city": "Borgo Sereno",
        "phone": "0123 000010",
        "email": "segreteria@scuolaborgo.example",
        "contacts": ({"name": "Livia Prandini", "role": "Segreteria", "phone": "0123 000011"},),
    },
    {
        "kind": "SANITA",
        "name": "Casa della salute della valle",
        "street": "Viale dei Tigli 7",
        "city": "Borgo Sereno",
        "phone": "0123 000020",
        "pec": "casadellasalute@pec.example",
    },
    {
        "kind": "ASSOCIAZIONE",
        "name": "Associazione Mani Aperte",
        "city": "Montefiore",
        "email": "maniaperte@example.org",
        "notes": "Pacchi di cibo il martedì, dalle 15 alle 18.",
        "contacts": ({"name": "Bruno Salvetti", "role": "Presidente"},),
    },
    {"kind": "LAVORO", "name": "Falegnameria del Ponte", "vat_number": "12345670017", "city": "Pieve Alta"},
)


async def know_bodies(operator: Operator, bind: Bind) -> None:
    """Write them down, once."""
    async with unit_of_work(operator, bind=bind) as work:
        known = set(await body_names(work, operator))
        for facts in BODIES:
            if facts["name"] not in known:
                await record_body(work, operator, RecordBody.model_validate(facts))
