"""The numbers that the law gives, as they stand on a day: kept as data with validity, never in the engine."""

from pydantic import BaseModel, ConfigDict, Field


class LegalTerms(BaseModel):
    """Days as L. 241/1990 counts them.

    ``default_days`` when nothing else is published; up to ``longest_days`` the ente says so by itself, up to
    ``longest_with_ground_days`` with a ground. A request for what is missing suspends ``suspension_times`` times,
    for at most ``suspension_days``. After the notice of a rejection there are ``observation_days`` to answer; the
    term starts again ``resume_days`` after the answer. ``laws`` names the source of each number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    default_days: int = Field(ge=1)
    longest_days: int = Field(ge=1)
    longest_with_ground_days: int = Field(ge=1)
    suspension_times: int = Field(ge=0)
    suspension_days: int = Field(ge=0)
    observation_days: int = Field(ge=1)
    resume_days: int = Field(ge=0)
    laws: dict[str, str]

    def allows(self, days: int, ground: str) -> bool:
        """Whether an ente may publish a term of ``days``, with this ground or none."""
        return 1 <= days <= self.most(ground)

    def most(self, ground: str) -> int:
        """The longest term that an ente may publish, with this ground or none."""
        return self.longest_with_ground_days if ground.strip() else self.longest_days

    def law(self, number: str) -> str:
        """The source of one of the numbers."""
        return self.laws.get(number, "")
