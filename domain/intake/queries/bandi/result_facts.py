"""What the file with the result of a bando says, gathered for the job that draws it up."""

from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.bandi.bando_in_force import bando_in_force
from domain.catalogue.queries.bandi.open_bandi import public_bando
from domain.documents.queries.protocollo_of import protocollo_of_many
from domain.intake.model.application import Application
from domain.intake.queries.bandi.last_scores import last_scores
from domain.intake.rules.bandi.result import ResultFacts, ResultRow
from domain.intake.terms import ApplicationStatus, Outcome
from domain.kernel.actor import System
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork

AT_A_TIME = 500


async def result_facts(work: UnitOfWork, system: System, bando_id: UUID) -> ResultFacts:
    """Every application that was sent and not given up, by its number. Refuses NotFound."""
    bando = await bando_in_force(work, bando_id)
    found = await public_bando(work, system, bando.slug, [bando.ente_id])
    sender = await ente(work, bando.ente_id)
    return ResultFacts(
        ente_name=sender.name,
        ente_address=tuple(line for line in (sender.address, sender.phone, sender.pec) if line),
        title=bando.content.title.in_("it"),
        act=bando.content.act,
        published_on=work.today,
        result=found.result,
        appeal=bando.content.appeal,
        rows=await _rows(work, bando_id),
    )


async def _rows(work: UnitOfWork, bando_id: UUID) -> list[ResultRow]:
    sent = (ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE, ApplicationStatus.DECIDED)
    wanted = select(Application.id, Application.outcome).where(
        col(Application.bando_id) == bando_id, col(Application.status).in_(sent)
    )
    outcomes = dict((await work.session.exec(wanted)).all())
    ids, numbered = list(outcomes), []
    for start in range(0, len(ids), AT_A_TIME):
        part = ids[start : start + AT_A_TIME]
        numbers, scores = await protocollo_of_many(work, part), await last_scores(work, part)
        for one in part:
            if one in numbers:
                points = scores[one].points if one in scores else None
                numbered.append(
                    (numbers[one].registered_at, ResultRow(numbers[one].label, points, _outcome(outcomes[one])))
                )
    return [row for _at, row in sorted(numbered, key=lambda pair: pair[0])]


def _outcome(kept: str | None) -> Outcome | None:
    return Outcome(kept) if kept else None
