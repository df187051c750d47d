"""What is written of somebody or something that stands in a drawing without a record."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from domain.registry.terms.relations import OutsiderKind

Year = Annotated[Annotated[int, Field(ge=1850, le=2100)] | None, BeforeValidator(lambda typed: typed or None)]


class OutsiderFacts(BaseModel):
    """A name as people call it ("il nonno paterno", "Scuola Dante"), and years as far as they are known."""

    kind: OutsiderKind = OutsiderKind.PERSON
    name: Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=80)]
    sex: Literal["F", "M"] | None = None
    birth_year: Year = None
    death_year: Year = None
    is_dead: bool = False

    @model_validator(mode="after")
    def _died(self) -> Self:
        if self.death_year is not None:
            if self.birth_year is not None and self.death_year < self.birth_year:
                raise ValueError("years_reversed")
            self.is_dead = True
        return self
