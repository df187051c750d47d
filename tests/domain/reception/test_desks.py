"""How desks work: thematic ones with days, notices and consents, notes, applications from the portal."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.desks.set_desk import SetDesk, set_desk
from domain.reception.actions.notices.publish_notice import PublishNotice, publish_notice
from domain.reception.actions.notices.revoke_consent import revoke_consent
from domain.reception.actions.sheets.keep_draft import KeepDraft, keep_draft
from domain.reception.actions.sheets.open_for_application import OpenForApplication, open_for_application
from domain.reception.actions.sheets.write_note import WriteNote, write_note
from domain.reception.queries.desks.notices import consents_of, notice_taken_by
from domain.reception.queries.sheets.sheet_filter import SheetFilter
from domain.reception.queries.sheets.sheet_list import sheet_list
from domain.reception.refusals import DeskClosed, NotTheDeskHead, SheetChangedMeanwhile
from domain.reception.terms.passing_on import NoticeWay
from tests.domain.reception.conftest import Desk
from tests.support.applications import a_submitted_application, home_care_is_published
from tests.support.given import SYSTEM, a_citizen

TEXT = "Trattiamo i tuoi dati per darti i servizi sociali del comune."


async def publish(desk: Desk, text: str = TEXT) -> int:
    head = await desk.as_role(Role.OFFICE_HEAD)
    async with unit_of_work(head, bind=desk.connection) as work:
        return await publish_notice(work, head, PublishNotice(office_id=head.office_id, text=text))


async def test_a_thematic_desk_opens_no_sheets_outside_its_days_and_keeps_its_history(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    head = await desk.as_role(Role.OFFICE_HEAD)
    async with unit_of_work(head, bind=desk.connection) as work:
        over = work.today - timedelta(days=1)
        command = {"office_id": head.office_id, "kind": "thematic", "initiative": "Home Care", "closes_on": over}
        await set_desk(work, head, SetDesk.model_validate(command))
    with pytest.raises(DeskClosed):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await keep_draft(work, desk.operator, KeepDraft(sheet_id=uuid4()))
    assert (await desk.file(sheet_id)).id == sheet_id


async def test_only_the_head_or_an_administrator_decides_how_a_desk_works(desk: Desk) -> None:
    command = SetDesk(office_id=desk.territory.office_id)
    for role, office_id in ((Role.SOCIAL_WORKER, None), (Role.OFFICE_HEAD, desk.other_office_id)):
        other = await desk.as_role(role, office_id=office_id)
        with pytest.raises(NotTheDeskHead):
            async with unit_of_work(other, bind=desk.connection) as work:
                await set_desk(work, other, command)
    admin = await desk.as_role(Role.ENTE_ADMIN, office_id=desk.other_office_id)
    async with unit_of_work(admin, bind=desk.connection) as work:
        await set_desk(work, admin, command)
    with pytest.raises(SheetChangedMeanwhile):
        async with unit_of_work(admin, bind=desk.connection) as work:
            await set_desk(work, admin, command)


async def test_an_initiative_needs_a_name_and_days_in_order(desk: Desk) -> None:
    head = await desk.as_role(Role.OFFICE_HEAD)
    for facts, field in (
        ({"kind": "thematic"}, "initiative"),
        ({"opens_on": "2026-05-02", "closes_on": "2026-05-01"}, "closes_on"),
    ):
        with pytest.raises(Invalid) as refused:
            async with unit_of_work(head, bind=desk.connection) as work:
                await set_desk(work, head, SetDesk.model_validate({"office_id": head.office_id} | facts))
        assert set(refused.value.fields) == {field}


async def test_without_the_notice_a_sheet_is_not_complete_and_it_is_noted_in_the_same_save(desk: Desk) -> None:
    assert await publish(desk) == 1
    person_id = await desk.person()
    with pytest.raises(Invalid) as refused:
        await desk.complete(person_id)
    assert set(refused.value.fields) == {"notice_way"}
    await desk.complete(person_id, notice_way="signed", consents=("employment_centres",))
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        office_id = desk.territory.office_id
        taken = await notice_taken_by(work, desk.operator, office_id, person_id)
        assert taken is not None
        assert (taken.number, taken.way, taken.is_current) == (1, NoticeWay.SIGNED, True)
        (consent,) = await consents_of(work, desk.operator, office_id, person_id)
        await revoke_consent(work, desk.operator, consent.id)
        (revoked,) = await consents_of(work, desk.operator, office_id, person_id)
        assert revoked.revoked_at is not None
        with pytest.raises(NotFound):
            await revoke_consent(work, desk.operator, consent.id)
    await desk.complete(person_id)


async def test_a_new_version_of_the_notice_is_shown_again(desk: Desk) -> None:
    await publish(desk)
    person_id = await desk.person()
    await desk.complete(person_id, notice_way="read_out")
    assert await publish(desk) == 1
    assert await publish(desk, TEXT + " Li teniamo dieci anni.") == 2
    with pytest.raises(Invalid):
        await desk.complete(person_id)
    await desk.complete(person_id, notice_way="signed")


async def test_a_private_note_is_read_by_its_author_the_sheets_author_and_the_head(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    author = await desk.as_role(Role.SOCIAL_WORKER)
    async with unit_of_work(author, bind=desk.connection) as work:
        await write_note(work, author, WriteNote(sheet_id=sheet_id, text="Riservata", is_private=True))
        await write_note(work, author, WriteNote(sheet_id=sheet_id, text="Per tutti"))
    readers = {
        "author": author,
        "writer": desk.operator,
        "head": await desk.as_role(Role.OFFICE_HEAD, office_id=desk.other_office_id),
        "colleague": await desk.as_role(Role.SOCIAL_WORKER),
    }
    for name, reader in readers.items():
        notes = {note.text for note in (await desk.file(sheet_id, reader)).notes}
        assert ("Riservata" in notes) is (name != "colleague"), name
        assert "Per tutti" in notes


async def test_an_application_from_the_portal_opens_one_complete_sheet(desk: Desk) -> None:
    person_id = await desk.person()
    application_id = await an_application(desk, person_id)
    for _time in range(2):
        async with unit_of_work(SYSTEM, bind=desk.connection) as work:
            command = OpenForApplication(
                ente_id=desk.territory.comune_id,
                office_id=desk.territory.office_id,
                person_id=person_id,
                application_id=application_id,
                submitted_at=work.now,
            )
            await open_for_application(work, SYSTEM, command)
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        (row,) = (await sheet_list(work, desk.operator, SheetFilter())).items
    assert (row.is_automatic, row.person_id, row.channel) == (True, person_id, "ALTRA_DISTANZA")


async def an_application(desk: Desk, person_id: UUID) -> UUID:
    """Rosa's application, of which nobody has heard yet."""
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await home_care_is_published(work, desk.territory.comune_id)
    citizen = a_citizen(desk.territory, person_id)
    async with unit_of_work(citizen, bind=desk.connection) as work:
        return (await a_submitted_application(work, citizen)).id
