"""What a person brings to the desk stands in the archive, unless others may not read of the contact."""

import pytest
import sqlalchemy as sa
from sqlmodel import col, select

from domain.documents.model.filing import Filing
from domain.documents.terms import FilingSource
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.desks.set_desk import SetDesk, set_desk
from domain.reception.actions.sheets.attach_paper import AttachPaper, attach_paper
from domain.reception.actions.sheets.file_papers import FilePapers, file_papers
from tests.domain.documents.gateways.samples import blank_pdf, saved
from tests.domain.reception.conftest import Desk
from tests.support.given import SYSTEM

HIDDEN = "UPDATE reception.contact_sheet SET is_hidden = true"


@pytest.mark.parametrize(("is_hidden", "is_masked", "filed"), [(False, False, 1), (True, False, 0), (False, True, 0)])
async def test_a_paper_is_filed_unless_the_contact_is_hidden_or_the_desk_masked(
    desk: Desk, is_hidden: bool, is_masked: bool, filed: int
) -> None:
    sheet_id = await desk.complete(await desk.person(), requests=({"code": "Telesoccorso"},))
    request = (await desk.file(sheet_id)).requests[0]
    head = await desk.as_role(Role.OFFICE_HEAD)
    async with unit_of_work(head, bind=desk.connection) as work:
        await set_desk(work, head, SetDesk(office_id=head.office_id, is_masked_elsewhere=is_masked))
    if is_hidden:
        async with unit_of_work(SYSTEM, bind=desk.connection) as work:
            await (await work.session.connection()).execute(sa.text(HIDDEN))
    sent = AttachPaper(sheet_id=sheet_id, request_id=request.id, file_name="foglio.pdf", content=saved(blank_pdf()))
    async with unit_of_work(head, bind=desk.connection) as work:
        document_id = await attach_paper(work, head, sent)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await file_papers(work, SYSTEM, FilePapers(sheet_id=sheet_id))  # told again, nothing changes
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        wanted = select(Filing.source).where(col(Filing.document_id) == document_id)
        assert list((await work.session.exec(wanted)).all()) == [FilingSource.DESK] * filed
