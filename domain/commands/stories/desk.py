"""The desk of the demonstration: a notice, a contact that a school reports, an anonymous one."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from domain.commands.stories.bodies import SCHOOL, know_bodies
from domain.commands.stories.life import Bind, operator_called, react_to_all
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.organization.queries.offices import offices_of
from domain.organization.terms import OfficeKind
from domain.platform.work import unit_of_work
from domain.reception.actions.notices.publish_notice import PublishNotice, publish_notice
from domain.reception.actions.proposals.propose_care import ProposeCare, propose_care
from domain.reception.actions.sheets.complete_sheet import CompleteSheet, complete_sheet
from domain.reception.queries.desks.notices import notice_of
from domain.registry.queries.finding.find_people import ids_found

AT_THE_DESK, HEAD = "Luca Perini", "Giovanni Sartorelli"
NOTICE = (
    "Il Comune usa i tuoi dati per darti i servizi sociali che chiedi. Li vedono solo gli operatori che ti aiutano. "
    "Puoi chiedere di leggerli, di correggerli e di sapere chi li ha visti."
)
CONTACT: dict[str, Any] = {
    "channel": "PERSONA",
    "interlocutor": "UTENTE",
    "reasons": ("SPONTANEO",),
    "notice_way": "signed",
}
HASSAN: dict[str, Any] = CONTACT | {
    "reporter": {"name": "La maestra", "role": "Insegnante", "organisation": SCHOOL},
    "outcome": "proposal",
    "reason_words": "Ha ricevuto lo sfratto e ha due bambini.",
    "told": {"civil_status": "2"},
    "needs": (
        {"code": "ABITARE.SFRATTO", "dimensions": ("expressed", "observed"), "priority": "high"},
        {"code": "ECONOMIA.REDDITO", "dimensions": ("observed",)},
    ),
    "requests": ({"code": "CONTRIBUTI.ALLOGGIO", "state": 1, "minutes": 30},),
    "categories": ("1",),
}
NOBODY: dict[str, Any] = CONTACT | {
    "is_anonymous": True,
    "told": {"alias": "Una ragazza al telefono"},
    "channel": "SEGN_TELEFONICA",
    "outcome": "information",
    "needs": ({"code": "INFORMAZIONE.SERVIZI"},),
}


async def receive_people(now: datetime, bind: Bind) -> None:
    """Let the contacts happen, once: where the desk has its notice, they have happened."""
    desk, head = await operator_called(AT_THE_DESK, bind), await operator_called(HEAD, bind)
    async with unit_of_work(desk, read_only=True, bind=bind) as work:
        if await notice_of(work, desk.office_id) is not None:
            return
    with as_of(now - timedelta(days=30)):
        await know_bodies(desk, bind)
        async with unit_of_work(head, bind=bind) as work:
            await publish_notice(work, head, PublishNotice(office_id=desk.office_id, text=NOTICE))
    with as_of(now - timedelta(days=3)):
        await _propose(desk, await _write(desk, "hassan", HASSAN, bind, "Hassan Berrada"), bind)
    with as_of(now - timedelta(days=1)):
        await _write(desk, "nobody", NOBODY, bind)
    await react_to_all(bind)


async def _write(operator: Operator, key: str, said: dict[str, Any], bind: Bind, name: str = "") -> UUID:
    sheet_id = uuid5(operator.office_id, key)
    async with unit_of_work(operator, bind=bind) as work:
        people = await ids_found(work, operator, name)
        whole = said | {"sheet_id": sheet_id, "contact_on": work.today, "person_id": people[0] if people else None}
        await complete_sheet(work, operator, CompleteSheet.model_validate(whole))
    return sheet_id


async def _propose(operator: Operator, sheet_id: UUID, bind: Bind) -> None:
    async with unit_of_work(operator, bind=bind) as work:
        offices = await offices_of(work, operator, operator.ente_id)
        social = next(one for one in offices if one.kind is OfficeKind.PROFESSIONAL)
        command = {"sheet_id": sheet_id, "to_office_id": social.id, "category": "1", "urgency": "soon"}
        await propose_care(work, operator, ProposeCare.model_validate(command))
