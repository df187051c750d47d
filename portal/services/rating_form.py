"""The rating as it is typed: two lists of answers, of which the stars choose one."""

from pydantic import ValidationError

from domain.catalogue.actions.rate_service import RateService
from web.forms import Form

GOOD = 4
LONGEST = 200


def rating_of(form: Form[RateService], slug: str) -> RateService | None:
    """The rating that was typed; None without stars, or with stars that are none of the five."""
    stars = str(form.value("rating"))
    answer = form.value("liked" if stars.isdigit() and int(stars) >= GOOD else "difficulty")
    try:
        return RateService.model_validate(
            {"slug": slug, "stars": stars, "answer": answer or None, "comment": str(form.value("details"))[:LONGEST]}
        )
    except ValidationError:
        return None
