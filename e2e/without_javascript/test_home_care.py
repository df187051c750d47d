"""The main job with scripts off, for the citizen and for the operator."""

from e2e.conftest import NewVisitor
from e2e.journeys.test_home_care import apply_and_be_answered
from e2e.support.visitor import DESKTOP, PHONE


async def test_the_whole_main_job_works_without_scripts(visitor_with: NewVisitor) -> None:
    citizen = await visitor_with(PHONE, scripts=False)
    operator = await visitor_with(DESKTOP, scripts=False)
    await apply_and_be_answered(citizen, operator, "Elena Fabbriciani", "elena.fabbriciani@posta.example")
