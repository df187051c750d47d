"""A version of a plan as a PDF to be read and signed."""

import asyncio
from uuid import UUID

from domain.casework.queries.care_plan.plan_file import plan_file
from domain.casework.queries.care_plan.plan_rows import VersionRow
from domain.casework.refusals import PrintUnavailable
from domain.casework.rules.care_plan.plan_act import PlanFacts, plan_act
from domain.casework.terms.care_plans import PLAN_AREAS, VersionState
from domain.kernel.actor import Operator
from domain.kernel.text import Text, _
from domain.organization.queries.enti import ente
from domain.platform.pdf.engine import PdfUnavailable, to_pdf
from domain.platform.work import UnitOfWork


async def plan_print(work: UnitOfWork, operator: Operator, plan_id: UUID, number: int) -> bytes:
    """The PDF of the version ``number``, an accessible one (PDF/UA-1). Refuses NotFound, PrintUnavailable.

    It is drawn in a thread, and kept nowhere: the same version gives the same bytes.
    """
    file = await plan_file(work, operator, plan_id)
    version = file.version(number)
    facts = PlanFacts(
        ente_name=(await ente(work, file.ente_id)).name,
        office=file.office,
        full_name=file.person.full_name,
        born_on=file.person.born_on,
        kind=file.kind_label,
        number=version.number,
        responsible=file.responsible,
        areas={code: label for (name, code), label in file.words.labels.items() if name == PLAN_AREAS},
        answer=_answer(version),
        sha256=version.sha256,
    )
    try:
        return await asyncio.to_thread(to_pdf, plan_act(version.content, facts))
    except PdfUnavailable as missing:
        raise PrintUnavailable from missing


def _answer(version: VersionRow) -> Text | None:
    if version.answered_on is None:
        return None
    if version.state is VersionState.REFUSED:
        return _("La persona non ha accettato questa versione il %(day)s.", day=version.answered_on)
    return _("La persona ha accettato questa versione il %(day)s.", day=version.answered_on)
