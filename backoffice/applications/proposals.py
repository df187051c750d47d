"""What stands in the form of a step from the start: the reasons that the rules give, or what is to be asked for."""

from typing import Any

from litestar import Request

from backoffice.applications.passage_page import ANSWER, Way
from domain.intake.queries.checking.checklist import checklist
from domain.intake.queries.checking.proposed_reasons import proposed_reasons
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.platform.work import UnitOfWork
from domain.procedure.terms import Effect
from web.forms import Form, show

REASONED = (Effect.ANNOUNCE_REJECTION, Effect.REJECT, Effect.GRANT_IN_PART)
REASONS, MISSING, FIRST_FREE = "reasons", "missing", "free.1"
LONGEST_LABEL = 200


async def proposed(request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, way: Way) -> Form[Any]:
    """The form of a step that nobody has typed into yet: everything in it can be changed."""
    asked = {field.key for field in way.transition.fields}
    if way.transition.effect in REASONED and REASONS in asked:
        return show({ANSWER + REASONS: await proposed_reasons(work, operator, way.sheet.id) or None})
    key = request.query_params.get("requisito", "")
    if not (way.is_request and key):
        return show()
    row = (await checklist(work, operator, way.sheet.id)).row(key)
    if row is None:
        return show()
    words = row.requirement.sentence.in_(SOURCE.code)
    return show({FIRST_FREE: words[:LONGEST_LABEL], ANSWER + MISSING: words if MISSING in asked else None})
