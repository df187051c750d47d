"""What became of one's applications is in the copy of one's data: asked, answered, found and written."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.intake.queries.checking.own_findings import own_findings
from domain.intake.queries.own_applications import own_application
from domain.kernel.actor import Citizen
from domain.platform.pdf.act import Block
from domain.platform.work import unit_of_work
from domain.privacy.queries.copies.parts.applications import copied_applications
from domain.privacy.rules.copied.application import CopiedApplication, CopiedCount, CopiedCriterion, CopiedPoints
from domain.privacy.rules.copied.application_act import applications_in_words
from tests.support.acting import a_grant, accepted, browsing
from tests.support.filed import CERTIFICATE, Filed, a_filed_application, examined
from tests.support.given import SYSTEM, a_person
from tests.support.personas import DAVIDE, ROSA
from tests.support.stage.cheap import print_cheaply

Follow = Callable[[], Awaitable[int]]


@pytest.fixture
async def filed(connection: AsyncConnection, monkeypatch: pytest.MonkeyPatch, everything_that_follows: Follow) -> Filed:
    """Rosa's application, examined and decided."""
    print_cheaply(monkeypatch)
    found = await a_filed_application(connection, everything_that_follows)
    await examined(found)
    return found


async def copied(filed: Filed, citizen: Citizen) -> CopiedApplication:
    async with unit_of_work(citizen, read_only=True, bind=filed.connection) as work:
        [found] = (await copied_applications(work, citizen, "it"))["applications"]
    return found


def words(blocks: list[Block]) -> str:
    return "\n".join(str(one) for one in blocks)


async def test_the_copy_says_what_was_asked_found_and_written_and_names_no_operator(filed: Filed) -> None:
    found = await copied(filed, filed.rosa)
    [request] = found.requests
    assert (request.label, request.answer) == ("Il nome del medico", "Dottor Grilli")
    [finding] = found.findings
    assert (finding.sentence, finding.is_met, finding.computed) == (CERTIFICATE, True, "met")
    assert [one.value for one in finding.facts] == ["Sì"]
    assert [one.title for one in found.letters] == [
        "La risposta alla tua domanda è sì, per una parte",
        "Nella tua domanda manca qualcosa",
    ]
    written = found.model_dump_json() + words(applications_in_words((found,), "it"))
    assert "Dottor Grilli" in words(applications_in_words((found,), "it"))
    assert CERTIFICATE in words(applications_in_words((found,), "it"))
    for secret in ("Anna Segue", str(filed.worker.operator_id), "Chiamata due volte."):
        assert secret not in written


async def test_a_delegate_who_reads_the_application_learns_nothing_of_what_was_found(filed: Filed) -> None:
    async with unit_of_work(SYSTEM, bind=filed.connection) as work:
        await a_person(work, filed.territory, DAVIDE)
    rosa = await browsing(filed.connection, filed.territory, ROSA)
    davide = await browsing(filed.connection, filed.territory, DAVIDE)
    await accepted(davide, await a_grant(rosa, DAVIDE))
    delegate = await davide.now()
    async with unit_of_work(delegate, read_only=True, bind=filed.connection) as work:
        assert (await own_application(work, delegate, filed.application_id)).id == filed.application_id
        assert await own_findings(work, delegate, filed.application_id, "it") == ()
        counted = sa.text("SELECT count(*) FROM intake.requirement_check")
        assert (await (await work.session.connection()).execute(counted)).scalar_one() == 0


def test_points_are_told_criterion_by_criterion_with_what_was_corrected() -> None:
    at = datetime(2027, 3, 2, 9, tzinfo=UTC)
    points = CopiedPoints(
        bando="Bando per l'aiuto a casa",
        points=Decimal("12.5"),
        highest=Decimal(20),
        criteria=(CopiedCriterion(name="alone", label="Vive da solo", points=Decimal("12.5"), highest=Decimal(15)),),
        counts=(CopiedCount(counted_at=at, points=Decimal(9), corrected="ISEE", reason="Il certificato è un altro."),),
    )
    one = CopiedApplication(
        id=uuid4(),
        service="Aiuto a casa",
        status="submitted",
        status_label="Inviata",
        protocollo=None,
        submitted_at=at,
        due_on=None,
        answers=(),
        points=points,
    )
    told = words(applications_in_words((one,), "it"))
    for said in ("Bando per l'aiuto a casa", "Vive da solo", "12,5", "15", "Il certificato è un altro."):
        assert said in told
