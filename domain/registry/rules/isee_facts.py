"""What an ISEE certificate says, as it is typed from the paper."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints

from domain.kernel.money import Money
from domain.kernel.refusals import Invalid
from domain.registry.refusals import PeriodReversed
from domain.registry.rules.isee import last_day_of, problems_of, tidy_number
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource, IseeKind

MOST_MEMBERS = 30
Members = Annotated[tuple[UUID, ...], BeforeValidator(lambda typed: [typed] if isinstance(typed, str) else typed)]
"""The ids of people, at most 30; one alone comes from a form as it is."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]


class IseeFacts(BaseModel):
    """What a certificate says: an indicator in euros, the number and the day of the declaration, what is missing.

    It holds from ``starts_on`` (else the day of the declaration, else today) to ``ends_on``, both included; without it,
    as long as such a certificate usually does. ``source`` says whether the paper was seen, or the person said so.
    """

    kind: IseeKind = IseeKind.ORDINARY
    amount: Money = Field(ge=0, le=9_999_999)
    dsu_number: str = Field(default="", max_length=40)
    declared_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    is_irregular: bool = False
    omissions: Words = ""
    source: FactSource = FactSource.PERSON
    document_id: UUID | None = None

    @property
    def stretch(self) -> Stretch:
        """Its days, once they are settled."""
        return Stretch(self.starts_on, self.ends_on + timedelta(days=1) if self.ends_on else None)

    def settled(self, today: date) -> "IseeFacts":
        """The same with its number tidied and its days filled in. Refuses Invalid by field, PeriodReversed."""
        number = tidy_number(self.dsu_number)
        words = self.omissions if self.is_irregular else ""
        if problems := problems_of(
            number, self.declared_on, today, is_irregular=self.is_irregular, omissions=self.omissions
        ):
            raise Invalid(problems)
        starts_on = self.starts_on or self.declared_on or today
        ends_on = self.ends_on or last_day_of(self.kind, self.declared_on or starts_on)
        if ends_on < starts_on:
            raise PeriodReversed
        days = {"starts_on": starts_on, "ends_on": ends_on}
        return self.model_copy(update={"dsu_number": number, "omissions": words, **days})
