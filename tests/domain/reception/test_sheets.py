"""Writing contact sheets: drafts keep everything, complete sheets lack nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from pydantic import ValidationError

from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.sheets.complete_sheet import CompleteSheet, complete_sheet
from domain.reception.actions.sheets.keep_draft import KeepDraft, keep_draft
from domain.reception.actions.sheets.reopen_sheet import reopen_sheet
from domain.reception.queries.sheets.sheet_as_typed import last_sheet_as_typed, sheet_as_typed
from domain.reception.refusals import NotAtThisDesk, SheetChangedMeanwhile, SheetNotWritable
from domain.reception.terms.sheets import Dimension, SheetStatus
from domain.registry.queries.person_card import person_card
from tests.domain.reception.conftest import WHOLE, Desk
from tests.support.personas import FATIMA, YOUSSEF

NEEDS = ({"code": "sfratto", "dimensions": ("expressed", "observed"), "priority": "high"}, {"code": "Aiuto a casa"})
REQUESTS = ({"code": "Assistenza domiciliare", "state": 1, "minutes": 25},)


async def test_a_draft_keeps_what_was_typed_however_wrong_it_is(desk: Desk) -> None:
    sheet_id, typed = uuid4(), {"family_name": "Ross", "codice_fiscale": "XX", "reasons": ["A", "B"]}
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await keep_draft(work, desk.operator, KeepDraft(sheet_id=sheet_id, typed=typed))
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await keep_draft(work, desk.operator, KeepDraft(sheet_id=sheet_id, typed=typed | {"channel": "EMAIL"}))
        assert await sheet_as_typed(work, desk.operator, sheet_id) == typed | {"channel": "EMAIL"}
    assert (await desk.file(sheet_id)).status is SheetStatus.DRAFT


async def test_a_draft_is_nobody_elses(desk: Desk) -> None:
    sheet_id = uuid4()
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await keep_draft(work, desk.operator, KeepDraft(sheet_id=sheet_id, typed={"family_name": "Ross"}))
    colleague = await desk.as_role(Role.SOCIAL_WORKER)
    with pytest.raises(NotFound):
        await desk.file(sheet_id, colleague)
    with pytest.raises(NotFound):
        async with unit_of_work(colleague, bind=desk.connection) as work:
            await keep_draft(work, colleague, KeepDraft(sheet_id=sheet_id, typed={}))


async def test_a_complete_sheet_holds_needs_and_requests_by_code(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person(), needs=NEEDS, requests=REQUESTS)
    file = await desk.file(sheet_id)
    assert file.status is SheetStatus.COMPLETE
    assert {need.code: set(need.sides) for need in file.needs} == {
        "ABITARE.SFRATTO": {Dimension.EXPRESSED, Dimension.OBSERVED},
        "AUTONOMIA.DOMICILIO": {Dimension.EXPRESSED},
    }
    assert [(one.code, one.minutes) for one in file.requests] == [("DOMICILIO.ASSISTENZA", 25)]
    assert file.access is not None
    assert file.access.channel == "Di persona"


async def test_what_is_missing_is_told_beside_each_field(desk: Desk) -> None:
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        with pytest.raises(Invalid) as refused:
            await complete_sheet(work, desk.operator, CompleteSheet(sheet_id=uuid4(), contact_on=work.today))
        assert {"family_name", "codice_fiscale", "channel", "reasons", "outcome", "phone"} <= set(refused.value.fields)


async def test_words_that_fit_several_needs_ask_which(desk: Desk) -> None:
    person_id = await desk.person()
    with pytest.raises(Invalid) as refused:
        await desk.complete(person_id, needs=({"code": "casa"}, {"code": "zzz"}, {"code": "sfratto"}))
    assert set(refused.value.fields) == {"needs.0.code", "needs.1.code"}
    assert "Senza casa" in str(refused.value.fields["needs.0.code"])


async def test_somebody_new_only_needs_to_be_told_of(desk: Desk) -> None:
    told = {
        "family_name": "Nuova",
        "given_name": "Persona",
        "no_code_reason": "Non lo ricorda",
        "sex": "F",
        "born_on": "1980-05-01",
        "birthplace": "Genova",
        "civil_status": "1",
        "citizenship": "IT",
        "phone": "010 123456",
        "is_without_fixed_abode": "yes",
    }
    file = await desk.file(await desk.complete(None, told=told))
    assert file.person is not None
    assert file.person.full_name == "Persona Nuova"
    assert file.person.phone == "010 123456"
    assert file.person.residence is not None
    assert file.person.residence.is_without_fixed_abode


async def test_what_the_registry_knows_is_not_overwritten(desk: Desk) -> None:
    person_id = await desk.person()
    await desk.complete(person_id, told=WHOLE["told"] | {"phone": "999", "family_name": "Altro"})
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        card = await person_card(work, desk.operator, person_id)
    assert (card.phone, card.family_name) == ("333 1234567", "Bellandi")


async def test_a_codice_fiscale_of_somebody_else_is_refused_beside_the_field(desk: Desk) -> None:
    await desk.person()
    code = (await desk.file(await desk.complete(await desk.person(FATIMA, citizenship="IT")))).person
    assert code is not None
    told = WHOLE["told"] | {
        "family_name": "Altra",
        "codice_fiscale": code.codice_fiscale or "",
        "sex": "F",
        "phone": "010 123456",
        "is_without_fixed_abode": "yes",
    }
    with pytest.raises(Invalid) as refused:
        await desk.complete(None, told=told)
    assert set(refused.value.fields) == {"codice_fiscale"}


async def test_a_minor_needs_a_specific_need(desk: Desk) -> None:
    youssef = await desk.person(YOUSSEF)
    with pytest.raises(Invalid) as refused:
        await desk.complete(youssef)
    assert set(refused.value.fields) == {"needs.0.code"}
    await desk.complete(youssef, needs=NEEDS)


async def test_a_contact_is_never_in_the_future(desk: Desk) -> None:
    person_id = await desk.person()
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        tomorrow = work.today + timedelta(days=1)
    with pytest.raises(Invalid) as refused:
        await desk.complete(person_id, contact_on=tomorrow)
    assert set(refused.value.fields) == {"contact_on"}


def test_the_fourth_reference_is_refused() -> None:
    references = tuple({"name": f"Riferimento {number}"} for number in range(4))
    with pytest.raises(ValidationError):
        CompleteSheet(sheet_id=uuid4(), contact_on="2026-01-01", reference_contacts=references)  # pyright: ignore


async def test_a_complete_sheet_is_reopened_before_it_is_changed_and_both_days_stay(desk: Desk) -> None:
    person_id = await desk.person()
    sheet_id = await desk.complete(person_id, needs=NEEDS)
    with pytest.raises(SheetNotWritable):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await keep_draft(work, desk.operator, KeepDraft(sheet_id=sheet_id, typed={}))
    first = (await desk.file(sheet_id)).completed_at
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await reopen_sheet(work, desk.operator, sheet_id)
        values = await sheet_as_typed(work, desk.operator, sheet_id)
    assert values["needs.0.code"] in ("ABITARE.SFRATTO", "AUTONOMIA.DOMICILIO")
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        given = WHOLE | {"sheet_id": sheet_id, "person_id": person_id, "contact_on": work.today, "needs": NEEDS[:1]}
        await complete_sheet(work, desk.operator, CompleteSheet(**given))
    again = await desk.file(sheet_id)
    assert again.completed_at == first
    assert again.reopened_at is not None
    assert [need.code for need in again.needs] == ["ABITARE.SFRATTO"]


async def test_a_colleague_who_saved_meanwhile_is_not_overwritten(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    colleague = await desk.as_role(Role.DESK_OPERATOR)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await reopen_sheet(work, desk.operator, sheet_id)
        version = await keep_draft(work, desk.operator, KeepDraft(sheet_id=sheet_id, typed={"channel": "EMAIL"}))
    with pytest.raises(SheetChangedMeanwhile):
        async with unit_of_work(colleague, bind=desk.connection) as work:
            await keep_draft(work, colleague, KeepDraft(sheet_id=sheet_id, seen_version=version - 1, typed={}))


async def test_another_office_reads_and_does_not_write(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    worker = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.other_office_id)
    assert not (await desk.file(sheet_id, worker)).may_write
    with pytest.raises(NotAtThisDesk):
        async with unit_of_work(worker, bind=desk.connection) as work:
            await reopen_sheet(work, worker, sheet_id)


async def test_what_stays_the_same_is_copied_from_the_last_sheet(desk: Desk) -> None:
    person_id = await desk.person()
    await desk.complete(
        person_id, needs=NEEDS, reporter={"name": "La vicina"}, reference_contacts=({"name": "Il figlio"},)
    )
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        found = await last_sheet_as_typed(work, desk.operator, person_id)
    assert found is not None
    assert found[1]["reporter.name"] == "La vicina"
    assert found[1]["references.0.name"] == "Il figlio"
    copied = [str(found[1][f"needs.{place}.code"]) for place in range(2)]
    assert sorted(copied) == ["ABITARE.SFRATTO", "AUTONOMIA.DOMICILIO"]
    assert "outcome" not in found[1]
