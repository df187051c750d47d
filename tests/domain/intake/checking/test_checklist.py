"""The checklist of an application: the ISEE on the day of submission, the finding of the office, the reasons."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.requirements import Requirement
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.catalogue.terms import Outcome
from domain.intake.actions.examination.check_requirement import CheckRequirement, check_requirement
from domain.intake.queries.checking.checklist import Checklist, checklist
from domain.intake.queries.checking.proposed_reasons import proposed_reasons
from domain.kernel.actor import Citizen, Operator
from domain.kernel.clock import day_of, utcnow
from domain.kernel.refusals import Conflict, Invalid, NotFound
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.registry.actions.isee.record_isee import RecordIsee, record_isee
from domain.registry.terms import FactSource, IseeKind
from domain.registry.terms.isee import SetAside
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, a_citizen, a_person, a_territory, an_operator

TODAY = day_of(utcnow())
DSU = "INPS-ISEE-2026-12345678A-00"


BELOW = {"<=": [{"var": "isee"}, 1_000_000]}


def requirement(key: str, sentence: str, condition: dict[str, Any], isee_kind: IseeKind | None = None) -> Requirement:
    return Requirement(
        key=key,
        sentence=Localised({"it": sentence}),
        condition=condition,
        isee_kind=isee_kind,
        source=Localised({"it": "Regolamento comunale, articolo 4."}),
        how_to_mend=Localised({"it": "Chiedi un ISEE corrente."}),
    )


ASKED = (
    requirement("isee_below", "L'ISEE non supera 8.000 euro.", {"<=": [{"var": "isee"}, 800_000]}),
    requirement("adult", "La persona ha almeno 65 anni.", {">=": [{"var": "age"}, 65]}),
    requirement("permit", "La persona ha un permesso.", {"==": [{"var": "has_permit"}, "yes"]}),
    requirement("care_isee", "L'ISEE sociosanitario non supera 10.000 euro.", BELOW, IseeKind.SOCIAL_HEALTH),
)


@dataclass(frozen=True)
class Desk:
    """Rosa has applied where three things are asked."""

    connection: AsyncConnection
    rosa: Citizen
    worker: Operator
    neighbour: Operator
    application_id: UUID

    async def seen(self, actor: Operator | None = None) -> Checklist:
        """The checklist, as the operator reads it."""
        who = actor or self.worker
        async with unit_of_work(who, read_only=True, bind=self.connection) as work:
            return await checklist(work, who, self.application_id)

    async def finds(self, key: str, *, is_met: bool, seen: Outcome, reason: str = "") -> None:
        """The finding of the office."""
        command = CheckRequirement(
            application_id=self.application_id, requirement=key, is_met=is_met, seen=seen, reason=reason
        )
        async with unit_of_work(self.worker, bind=self.connection) as work:
            await check_requirement(work, self.worker, command)

    async def brings(self, amount: int, kind: IseeKind = IseeKind.ORDINARY, *, days_ago: int = 30) -> None:
        """Rosa's certificate, that holds since a month ago."""
        since = TODAY - timedelta(days=days_ago)
        paper = RecordIsee(
            person_id=self.rosa.person_id,
            kind=kind,
            amount=Decimal(amount),
            dsu_number=DSU,
            declared_on=since,
            ends_on=TODAY + timedelta(days=30),
            source=FactSource.DOCUMENT,
        )
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            await record_isee(work, SYSTEM, paper)


@pytest.fixture
async def desk(connection: AsyncConnection, everything_that_follows: Callable[[], Awaitable[int]]) -> Desk:
    """An application in which Rosa has answered that her ISEE is 8.400,50 euros."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        command = PublishService(
            ente_id=territory.comune_id,
            slug=HOME_CARE,
            card=home_care_card(),
            form=home_care_form(),
            requirements=ASKED,
        )
        await publish_service(work, SYSTEM, command)
        rosa = a_citizen(territory, await a_person(work, territory))
        worker = await an_operator(work, territory.office_id)
        neighbour = await an_operator(work, territory.neighbour_office_id)
    async with unit_of_work(rosa, bind=connection) as work:
        application_id = (await a_submitted_application(work, rosa)).id
    await everything_that_follows()
    return Desk(connection, rosa, worker, neighbour, application_id)


async def test_a_requirement_uses_the_isee_of_the_kind_it_asks_and_says_why_others_do_not_count(desk: Desk) -> None:
    await desk.brings(7_000)
    await desk.brings(12_000, IseeKind.SOCIAL_HEALTH)
    general, special = (await desk.seen()).row("isee_below"), (await desk.seen()).row("care_isee")
    assert general is not None
    assert special is not None
    assert (general.computed, special.computed) == (Outcome.MET, Outcome.NOT_MET)
    for row, kind, amount in ((general, IseeKind.ORDINARY, 700_000), (special, IseeKind.SOCIAL_HEALTH, 1_200_000)):
        assert [(one.value, one.isee_kind) for one in row.facts] == [(amount, kind)]
        assert row.isee is not None
        assert row.isee.used is not None
        assert row.isee.used.kind is kind
        assert [why for _one, why in row.isee.set_aside] == [SetAside.OTHER_KIND]
    await desk.finds("care_isee", is_met=False, seen=Outcome.NOT_MET)
    await desk.brings(6_000, IseeKind.CURRENT)
    again = (await desk.seen()).row("isee_below")
    assert again is not None
    assert again.isee is not None
    assert [one.value for one in again.facts] == [600_000]
    assert SetAside.CURRENT_COUNTS in [why for _one, why in again.isee.set_aside]
    async with unit_of_work(desk.worker, bind=desk.connection) as work:
        reasons = await proposed_reasons(work, desk.worker, desk.application_id)
    assert "ISEE sociosanitario, 12.000,00" in reasons


async def test_each_requirement_has_its_outcome_with_the_facts_and_their_sources(desk: Desk) -> None:
    found = await desk.seen()
    assert [(one.requirement.key, one.computed) for one in found.rows] == [
        ("isee_below", Outcome.NOT_MET),
        ("adult", Outcome.MET),
        ("permit", Outcome.UNKNOWN),
        ("care_isee", Outcome.MET),
    ]
    (told,) = found.rows[0].facts
    assert (told.value, told.source.msgid, told.day) == (840_050, "Risposta nella domanda", TODAY)
    assert found.rows[2].missing == ("has_permit",)


async def test_the_certificate_counts_before_the_answer_which_stands_beside_it(desk: Desk) -> None:
    await desk.brings(7000)
    row = (await desk.seen()).rows[0]
    assert row.computed is Outcome.MET
    assert [(one.value, one.source, one.told) for one in row.facts] == [(700_000, FactSource.DOCUMENT.label, 840_050)]


async def test_a_finding_stays_as_it_was_whatever_becomes_known_later(desk: Desk) -> None:
    await desk.finds("isee_below", is_met=False, seen=Outcome.NOT_MET)
    await desk.brings(7000)
    row = (await desk.seen()).rows[0]
    assert (row.outcome, row.computed, row.is_changed) == (Outcome.NOT_MET, Outcome.MET, True)
    assert row.kept
    assert [one.value for one in row.kept.facts] == [840_050]
    assert row.kept.who == "Anna Prova"
    await desk.finds("isee_below", is_met=True, seen=Outcome.MET)
    assert (await desk.seen()).rows[0].outcome is Outcome.MET


async def test_who_differs_from_the_rule_says_why(desk: Desk) -> None:
    for key, is_met, seen in (("isee_below", True, Outcome.NOT_MET), ("permit", True, Outcome.UNKNOWN)):
        with pytest.raises(Invalid) as refused:
            await desk.finds(key, is_met=is_met, seen=seen)
        assert set(refused.value.fields) == {"reason"}
    await desk.finds("permit", is_met=True, seen=Outcome.UNKNOWN, reason="Ho visto il permesso.")
    row = (await desk.seen()).rows[2]
    assert (row.outcome, row.kept and row.kept.reason) == (Outcome.MET, "Ho visto il permesso.")


async def test_what_changed_under_the_eyes_of_the_operator_is_looked_at_again(desk: Desk) -> None:
    await desk.brings(7000)
    with pytest.raises(Conflict):
        await desk.finds("isee_below", is_met=False, seen=Outcome.NOT_MET)
    with pytest.raises(NotFound):
        await desk.finds("another", is_met=True, seen=Outcome.MET)


async def test_the_reasons_begin_with_what_is_missing_as_the_office_found_it(desk: Desk) -> None:
    await desk.finds("adult", is_met=False, seen=Outcome.MET, reason="Il documento dice un'altra data.")
    async with unit_of_work(desk.worker, read_only=True, bind=desk.connection) as work:
        text = await proposed_reasons(work, desk.worker, desk.application_id)
    for words in (
        "Manca un requisito: L'ISEE non supera 8.000 euro.",
        "8.400,50",
        "Risposta nella domanda",
        "Manca un requisito: La persona ha almeno 65 anni.",
        "Il documento dice un'altra data.",
        "Regolamento comunale, articolo 4.",
        "Chiedi un ISEE corrente.",
    ):
        assert words in text
    assert "permesso" not in text


async def test_findings_are_of_the_office_and_of_who_applied_and_never_changed(desk: Desk) -> None:
    await desk.finds("adult", is_met=True, seen=Outcome.MET)
    with pytest.raises(NotFound):
        await desk.seen(desk.neighbour)
    counted = sa.text("SELECT count(*) FROM intake.requirement_check")
    for actor, rows in ((desk.worker, 1), (desk.rosa, 1), (desk.neighbour, 0)):
        async with desk.connection.begin_nested() as savepoint:
            await desk.connection.run_sync(tell, actor)
            assert (await desk.connection.execute(counted)).scalar_one() == rows
            await savepoint.rollback()
    await desk.connection.run_sync(tell, desk.worker)
    for change in ("UPDATE intake.requirement_check SET is_met = false", "DELETE FROM intake.requirement_check"):
        savepoint = await desk.connection.begin_nested()
        with pytest.raises(ProgrammingError):
            await desk.connection.execute(sa.text(change))
        await savepoint.rollback()


async def test_the_certificate_that_was_looked_at_is_noted_with_the_application_as_the_reason(desk: Desk) -> None:
    await desk.brings(7000)
    await desk.seen()
    noted = sa.text(
        "SELECT reading.purpose, isee.dsu_number FROM platform.reading reading"
        " JOIN registry.isee isee ON isee.id = reading.subject_id WHERE reading.subject = 'isee'"
    )
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        found = (await (await work.session.connection()).execute(noted)).all()
    assert [tuple(one) for one in found] == [("application_work", DSU)]
