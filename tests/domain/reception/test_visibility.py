"""Who sees what of a contact sheet: the table of the profiles, and the same through lists, files and counts."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.terms import EnteKind
from domain.platform.work import unit_of_work
from domain.reception.actions.desks.set_desk import SetDesk, set_desk
from domain.reception.actions.sheets.write_note import WriteNote, write_note
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.queries.sheets.previous import previous_contacts
from domain.reception.queries.sheets.sheet_counts import sheet_counts
from domain.reception.queries.sheets.sheet_filter import SheetFilter
from domain.reception.queries.sheets.sheet_list import sheet_list, sheets_for_file
from domain.reception.terms.desks import OPTIONAL_SECTIONS, USUALLY_REQUIRED, Section, Sight
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.domain.reception.conftest import WHOLE, Desk
from tests.support.given import SYSTEM, an_office
from tests.support.personas import FATIMA

V, M, A = Sight.VISIBLE, Sight.MASKED, Sight.ABSENT
# Columns: desk's own office, another office of the same ente. Everything else is visible in both.
ALL_VISIBLE = dict.fromkeys(Section, V)
ABSENT = dict.fromkeys(Section, A)
CLERK = dict.fromkeys(Section, M) | dict.fromkeys(
    (Section.PERSON, Section.ACCESS, Section.REQUESTS, Section.CLOSURE), V
)
TABLE: dict[Role, tuple[dict[Section, Sight], dict[Section, Sight]]] = {
    Role.DESK_OPERATOR: (
        ALL_VISIBLE | {Section.MONEY: M},
        ALL_VISIBLE | {Section.MONEY: M, Section.FIRST_ASSESSMENT: M, Section.FOREIGN: M},
    ),
    Role.SOCIAL_WORKER: (ALL_VISIBLE, ALL_VISIBLE),
    Role.EDUCATOR: (ALL_VISIBLE, ALL_VISIBLE),
    Role.PSYCHOLOGIST: (ALL_VISIBLE, ALL_VISIBLE),
    Role.OFFICE_HEAD: (ALL_VISIBLE, ALL_VISIBLE),
    Role.ADMIN_CLERK: (CLERK, CLERK),
    Role.ACCOUNTANT: (ABSENT, ABSENT),
    Role.THIRD_SECTOR: (
        ALL_VISIBLE | {Section.MONEY: A, Section.FIRST_ASSESSMENT: A, Section.FOREIGN: A},
        ABSENT,
    ),
    Role.PLANNER: (ABSENT, ABSENT),
    Role.ENTE_ADMIN: (ABSENT, ABSENT),
    Role.AMBITO_ADMIN: (ABSENT, ABSENT),
    Role.AUDITOR: (ABSENT, ABSENT),
}
FULL: dict[str, Any] = {
    "needs": ({"code": "sfratto"},),
    "requests": ({"code": "Telesoccorso", "minutes": 5},),
    "reporter": {"name": "La vicina"},
    "closing_note": "Richiamare",
    "sections": {
        "first_assessment": {"no_income": "yes"},
        "housing": {"reason": "eviction"},
        "work": {"licences": "B"},
        "education": {"course": "Italiano"},
        "mediation": {"minutes": "30"},
        "money": {"amount": "200"},
        "foreign": {"status": "POSSESSO"},
    },
}
SECRETS = {
    Section.NEEDS: "Sfratto o rischio di sfratto",
    Section.REPORTER: "La vicina",
    Section.MONEY: "200.00",
    Section.FOREIGN: "POSSESSO",
    Section.NOTES: "Nota di sportello",
    Section.CLOSURE: "Richiamare",
}


async def settings(desk: Desk, office_id: UUID | None = None, **facts: Any) -> None:
    """The head of an office decides how its desk works."""
    head = await desk.as_role(Role.OFFICE_HEAD, office_id=office_id)
    async with unit_of_work(head, bind=desk.connection) as work:
        given = {"sections": OPTIONAL_SECTIONS, "required": USUALLY_REQUIRED, "office_id": head.office_id}
        version = (await desk_of(work, head.office_id)).version
        await set_desk(work, head, SetDesk.model_validate(given | {"seen_version": version} | facts))


async def a_full_sheet(desk: Desk) -> UUID:
    """A sheet with every section, of a desk that asks for all of them, with a note."""
    await settings(desk)
    sheet_id = await desk.complete(await desk.person(), **FULL)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await write_note(work, desk.operator, WriteNote(sheet_id=sheet_id, text="Nota di sportello"))
    return sheet_id


def test_every_role_stands_in_the_table() -> None:
    assert set(TABLE) == set(Role)


@pytest.mark.parametrize("is_elsewhere", [False, True])
@pytest.mark.parametrize("role", TABLE)
async def test_each_profile_sees_of_each_section_what_the_table_says(
    desk: Desk, role: Role, *, is_elsewhere: bool
) -> None:
    sheet_id = await a_full_sheet(desk)
    office_id = desk.other_office_id if is_elsewhere else None
    if role is Role.AMBITO_ADMIN:  # only an office of the ambito has one
        office_id = desk.territory.ambito_office_id
    reader = await desk.as_role(role, office_id=office_id)
    wanted = TABLE[role][is_elsewhere]
    if wanted == ABSENT:
        with pytest.raises(NotFound):
            await desk.file(sheet_id, reader)
        async with unit_of_work(reader, read_only=True, bind=desk.connection) as work:
            assert (await sheet_list(work, reader, SheetFilter())).total == 0
            assert list(await sheets_for_file(work, reader, SheetFilter())) == []
        return
    file = await desk.file(sheet_id, reader)
    assert dict(file.sights) == wanted
    for section, secret in SECRETS.items():
        assert (secret in repr(file)) is (wanted[section] is V), section


async def masked_desk(desk: Desk) -> UUID:
    """A thematic desk whose sheets others do not read, with one of Rosa's contacts."""
    await settings(desk, is_masked_elsewhere=True)
    return await desk.complete(await desk.person(), channel="EMAIL")


async def test_a_masked_sheet_is_a_row_without_a_name_in_other_offices(desk: Desk) -> None:
    sheet_id = await masked_desk(desk)
    elsewhere = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.other_office_id)
    with pytest.raises(NotFound):
        await desk.file(sheet_id, elsewhere)
    async with unit_of_work(elsewhere, read_only=True, bind=desk.connection) as work:
        (row,) = (await sheet_list(work, elsewhere, SheetFilter())).items
        assert row.is_masked
        assert (row.full_name, row.channel, row.outcome, row.person_id) == ("", None, None, None)
        (filed,) = await sheets_for_file(work, elsewhere, SheetFilter())
        assert filed.full_name == ""


async def test_a_masked_sheet_does_not_answer_to_what_is_written_in_it(desk: Desk) -> None:
    await masked_desk(desk)
    elsewhere = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.other_office_id)
    async with unit_of_work(elsewhere, read_only=True, bind=desk.connection) as work:
        for wanted in (SheetFilter(channel="EMAIL"), SheetFilter(channel="PERSONA")):
            assert (await sheet_list(work, elsewhere, wanted)).total == 0
        counts = await sheet_counts(work, elsewhere, SheetFilter(), elsewhere.ente_id)
    assert (counts.total, counts.by_channel, counts.by_outcome) == (1, [], [])


async def test_other_offices_learn_only_where_a_contact_was(desk: Desk) -> None:
    await settings(desk, is_masked_elsewhere=True)
    person_id = await desk.person()
    await desk.complete(person_id)
    elsewhere = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    async with unit_of_work(elsewhere, read_only=True, bind=desk.connection) as work:
        (row,) = await previous_contacts(work, elsewhere, person_id)
    assert (row.id, row.contact_on, row.outcome) == (None, None, None)
    assert row.office


async def hidden(desk: Desk) -> UUID:
    """A contact about violence."""
    answers = {"first_assessment": {"violence": "yes"}}
    return await desk.complete(await desk.person(FATIMA, citizenship="IT"), sections=answers)


@pytest.mark.parametrize(
    ("role", "is_elsewhere", "is_seen"),
    [
        (Role.DESK_OPERATOR, False, False),
        (Role.ADMIN_CLERK, False, False),
        (Role.SOCIAL_WORKER, False, True),
        (Role.OFFICE_HEAD, False, True),
        (Role.SOCIAL_WORKER, True, False),
        (Role.PLANNER, False, False),
    ],
)
async def test_a_contact_about_violence_is_known_to_few_in_every_way(
    desk: Desk, role: Role, *, is_elsewhere: bool, is_seen: bool
) -> None:
    sheet_id = await hidden(desk)
    reader = await desk.as_role(role, office_id=desk.other_office_id if is_elsewhere else None)
    async with unit_of_work(reader, read_only=True, bind=desk.connection) as work:
        assert ((await sheet_list(work, reader, SheetFilter())).total == 1) is is_seen
        assert (len(await sheets_for_file(work, reader, SheetFilter())) == 1) is is_seen
        assert ((await sheet_counts(work, reader, SheetFilter(), reader.ente_id)).total == 1) is is_seen
    if not is_seen:
        with pytest.raises(NotFound):
            await desk.file(sheet_id, reader)


async def test_a_protected_persons_contact_leaves_no_trace_in_numbers(desk: Desk) -> None:
    person_id = await desk.person()
    await desk.complete(person_id)
    reader = await desk.as_role(Role.SOCIAL_WORKER)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        named = ProtectIdentity(person_id=person_id, operator_ids=(reader.operator_id,))
        await protect_identity(work, SYSTEM, named)
    stranger = await desk.as_role(Role.SOCIAL_WORKER)
    for who, total in ((reader, 1), (stranger, 0)):
        async with unit_of_work(who, read_only=True, bind=desk.connection) as work:
            assert (await sheet_list(work, who, SheetFilter())).total == total
            assert (await sheet_counts(work, who, SheetFilter(), who.ente_id)).total == total


async def test_counts_equal_the_list_under_the_same_filter(desk: Desk) -> None:
    person_id = await desk.person()
    for channel, outcome in (("PERSONA", "information"), ("EMAIL", "information"), ("EMAIL", "orientation")):
        await desk.complete(person_id, channel=channel, outcome=outcome, needs=({"code": "sfratto"},))
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        counts = await sheet_counts(work, desk.operator, SheetFilter(), desk.operator.ente_id)
        for channel, count in counts.by_channel:
            assert (await sheet_list(work, desk.operator, SheetFilter(channel=channel))).total == count
        for outcome, count in counts.by_outcome:
            assert (await sheet_list(work, desk.operator, SheetFilter(outcome=outcome))).total == count
        for day, count in counts.by_day:
            assert (await sheet_list(work, desk.operator, SheetFilter(from_on=day, to_on=day))).total == count
    assert dict(counts.by_channel) == {"EMAIL": 2, "PERSONA": 1}
    assert counts.by_need_class == [("ABITARE", 3)]


async def test_a_planner_reads_rounded_counts_and_no_contacts(desk: Desk) -> None:
    person_id = await desk.person()
    for _time in range(3):
        await desk.complete(person_id)
    planner = await desk.as_role(Role.PLANNER)
    async with unit_of_work(planner, read_only=True, bind=desk.connection) as work:
        counts = await sheet_counts(work, planner, SheetFilter(), planner.ente_id)
        assert (counts.total, counts.is_rounded) == (5, True)
        assert (await sheet_list(work, planner, SheetFilter())).total == 0
    accountant = await desk.as_role(Role.ACCOUNTANT)
    with pytest.raises(NotAllowed):
        async with unit_of_work(accountant, read_only=True, bind=desk.connection) as work:
            await sheet_counts(work, accountant, SheetFilter(), accountant.ente_id)


async def test_an_office_may_mask_a_section_for_a_profile(desk: Desk) -> None:
    await settings(desk, masks=[("needs", "desk_operator")])
    sheet_id = await desk.complete(await desk.person(), needs=({"code": "sfratto"},))
    colleague = await desk.as_role(Role.DESK_OPERATOR)
    assert (await desk.file(sheet_id, colleague)).sights[Section.NEEDS] is M
    assert (await desk.file(sheet_id)).needs, "the author goes on reading what they wrote"


async def test_the_neighbour_comune_sees_nothing(desk: Desk) -> None:
    sheet_id = await desk.complete(await desk.person())
    neighbour = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.territory.neighbour_office_id)
    with pytest.raises(NotFound):
        await desk.file(sheet_id, neighbour)
    async with unit_of_work(neighbour, read_only=True, bind=desk.connection) as work:
        assert (await sheet_list(work, neighbour, SheetFilter())).total == 0


async def third_sector(desk: Desk) -> Operator:
    """Somebody of a cooperative, with an ente and an office of its own."""
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        slug = f"ponte-{uuid4().hex[:8]}"
        command = OpenEnte(kind=EnteKind.THIRD_SECTOR, name="Il Ponte", slug=slug, ambito_id=desk.territory.ambito_id)
        office_id = await an_office(work, await open_ente(work, SYSTEM, command))
    return await desk.as_role(Role.THIRD_SECTOR, office_id=office_id)


async def test_the_third_sector_writes_and_reads_only_its_own(desk: Desk) -> None:
    theirs = await third_sector(desk)
    told = WHOLE["told"] | {"family_name": "Utente", "no_code_reason": "Non lo sa", "sex": "M", "phone": "010 111111"}
    told |= {"born_on": "1980-01-01", "birthplace": "Genova", "is_without_fixed_abode": "yes"}
    own = await desk.complete(None, theirs, told=told)
    await desk.complete(await desk.person())
    assert (await desk.file(own, theirs)).may_write
    async with unit_of_work(theirs, read_only=True, bind=desk.connection) as work:
        assert [row.id for row in (await sheet_list(work, theirs, SheetFilter())).items] == [own]
