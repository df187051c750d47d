"""What a desk passes on: sheets to other offices, proposals to who takes people in charge."""

from uuid import UUID

import pytest

from domain.casework.actions.accept_proposal import accept_proposal
from domain.casework.queries.case_file import case_file
from domain.casework.terms import CaseStatus, DiaryKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.proposals.note_proposal_seen import note_proposal_seen
from domain.reception.actions.proposals.propose_care import ProposeCare, propose_care
from domain.reception.actions.proposals.refuse_proposal import RefuseProposal, refuse_proposal
from domain.reception.actions.referrals.accept_sheet import accept_sheet
from domain.reception.actions.referrals.return_sheet import ReturnSheet, return_sheet
from domain.reception.actions.referrals.send_sheet import SendSheet, send_sheet
from domain.reception.actions.sheets.reopen_sheet import reopen_sheet
from domain.reception.queries.sheets.sheet_filter import SheetFilter
from domain.reception.queries.sheets.sheet_list import sheet_list
from domain.reception.refusals import (
    AlreadyAnswered,
    AlreadyOnItsWay,
    AnonymousHasNoCase,
    OfficeCannotKnow,
    SheetNotComplete,
)
from domain.reception.terms.passing_on import ProposalStatus, ReferralStatus
from domain.reception.terms.sheets import Dimension, SheetView
from tests.domain.reception.conftest import Desk
from tests.support.personas import FATIMA

NEEDS = ({"code": "sfratto", "dimensions": ("expressed", "observed")}, {"code": "Solitudine"})


async def send(desk: Desk, sheet_id: object, to_office_id: object, operator: Operator | None = None) -> UUID:
    sender = operator or desk.operator
    async with unit_of_work(sender, bind=desk.connection) as work:
        command = SendSheet.model_validate({"sheet_id": sheet_id, "to_office_id": to_office_id, "reason": "Abita lì"})
        return await send_sheet(work, sender, command)


async def propose(desk: Desk, sheet_id: object, to_office_id: object) -> UUID:
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        given = {"sheet_id": sheet_id, "to_office_id": to_office_id, "category": "3", "urgency": "soon", "note": "Sola"}
        return await propose_care(work, desk.operator, ProposeCare.model_validate(given))


async def test_a_sheet_is_received_and_the_sender_sees_it(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    referral_id = await send(desk, sheet_id, desk.other_office_id)
    receiver = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    async with unit_of_work(receiver, bind=desk.connection) as work:
        inbox = await sheet_list(work, receiver, SheetFilter(view=SheetView.RECEIVED))
        assert [row.id for row in inbox.items] == [sheet_id]
        assert await accept_sheet(work, receiver, referral_id) == sheet_id
    (shown,) = (await desk.file(sheet_id)).referrals
    assert shown.status is ReferralStatus.ACCEPTED
    assert shown.answered_at is not None
    with pytest.raises(AlreadyAnswered):
        async with unit_of_work(receiver, bind=desk.connection) as work:
            await accept_sheet(work, receiver, referral_id)


async def test_a_returned_sheet_comes_back_with_its_reason_and_may_be_sent_again(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    referral_id = await send(desk, sheet_id, desk.other_office_id)
    with pytest.raises(AlreadyOnItsWay):
        await send(desk, sheet_id, desk.other_office_id)
    receiver = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    async with unit_of_work(receiver, bind=desk.connection) as work:
        command = ReturnSheet.model_validate({"referral_id": referral_id, "answer": "Non è del nostro quartiere"})
        await return_sheet(work, receiver, command)
    (shown,) = (await desk.file(sheet_id)).referrals
    assert (shown.status, shown.answer) == (ReferralStatus.RETURNED, "Non è del nostro quartiere")
    await send(desk, sheet_id, desk.other_office_id)


async def test_only_the_office_it_was_sent_to_answers(desk: Desk) -> None:
    referral_id = await send(desk, await desk.complete(await desk.person()), desk.other_office_id)
    with pytest.raises(NotFound):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await accept_sheet(work, desk.operator, referral_id)


async def test_an_ente_that_may_not_know_the_person_gets_no_sheet(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    with pytest.raises(OfficeCannotKnow):
        await send(desk, sheet_id, desk.territory.neighbour_office_id)
    await send(desk, sheet_id, desk.territory.ambito_office_id)


async def test_the_ambitos_desk_sends_to_the_comune_which_then_reads_it(desk: Desk) -> None:
    ambito = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.territory.ambito_office_id)
    sheet_id = await desk.complete(await desk.person(), ambito)
    worker = await desk.as_role(Role.SOCIAL_WORKER)
    with pytest.raises(NotFound):
        await desk.file(sheet_id, worker)
    await send(desk, sheet_id, desk.territory.office_id, ambito)
    assert (await desk.file(sheet_id, worker)).access is not None


async def test_a_proposal_becomes_a_case_whose_page_shows_the_contact(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person(), needs=NEEDS)
    proposal_id = await propose(desk, sheet_id, desk.other_office_id)
    worker = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.other_office_id)
    async with unit_of_work(worker, bind=desk.connection) as work:
        await note_proposal_seen(work, worker, proposal_id)
    assert (await desk.file(sheet_id)).proposals[0].status is ProposalStatus.SEEN
    async with unit_of_work(worker, bind=desk.connection) as work:
        case_id = await accept_proposal(work, worker, proposal_id)
    async with unit_of_work(worker, bind=desk.connection) as work:
        case = await case_file(work, worker, case_id)
    assert case.status is CaseStatus.REPORTED
    assert [row.id for row in case.sheets] == [sheet_id]
    assert DiaryKind.PROPOSAL_ACCEPTED in [entry.kind for entry in case.diary.items]
    file = await desk.file(sheet_id)
    assert file.proposals[0].status is ProposalStatus.ACCEPTED
    assert all(Dimension.IN_CHARGE in need.sides for need in file.needs)


async def test_a_second_proposal_goes_into_the_same_case(desk: Desk) -> None:
    person_id, cases = await desk.person(), set()
    worker = await desk.as_role(Role.SOCIAL_WORKER)
    for _time in range(2):
        sheet_id = await desk.complete(person_id)
        proposal_id = await propose(desk, sheet_id, desk.territory.office_id)
        async with unit_of_work(worker, bind=desk.connection) as work:
            cases.add(await accept_proposal(work, worker, proposal_id))
    assert len(cases) == 1


async def test_a_refused_proposal_says_why_and_makes_room_for_another(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    proposal_id = await propose(desk, sheet_id, desk.other_office_id)
    with pytest.raises(AlreadyOnItsWay):
        await propose(desk, sheet_id, desk.other_office_id)
    worker = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.other_office_id)
    async with unit_of_work(worker, bind=desk.connection) as work:
        command = RefuseProposal.model_validate({"proposal_id": proposal_id, "reason": "Seguita dal CSM"})
        await refuse_proposal(work, worker, command)
    assert (await desk.file(sheet_id)).proposals[0].refusal_reason == "Seguita dal CSM"
    await propose(desk, sheet_id, desk.territory.office_id)


async def test_an_anonymous_contact_never_becomes_a_case(desk: Desk) -> None:
    told = {"alias": "Stella"}
    sheet_id = await desk.complete(None, is_anonymous=True, told=told)
    with pytest.raises(AnonymousHasNoCase):
        await propose(desk, sheet_id, desk.other_office_id)


async def test_a_draft_is_not_passed_on(desk: Desk) -> None:
    person_id = await desk.person()
    sheet_id = await desk.complete(person_id)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await reopen_sheet(work, desk.operator, sheet_id)
    for act in (send, propose):
        with pytest.raises(SheetNotComplete):
            await act(desk, sheet_id, desk.other_office_id)


async def test_a_desk_operator_does_not_answer_proposals(desk: Desk) -> None:
    proposal_id = await propose(
        desk, await desk.complete(await desk.person(FATIMA, citizenship="IT")), desk.other_office_id
    )
    with pytest.raises(NotAllowed):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await refuse_proposal(
                work, desk.operator, RefuseProposal.model_validate({"proposal_id": proposal_id, "reason": "no"})
            )
