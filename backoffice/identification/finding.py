"""Finding a person by what is typed or read from a health card."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field


class PersonSearch(BaseModel):
    """Name, codice fiscale, date, telephone, or what a reader types of a health card."""

    words: Annotated[str, AfterValidator(str.strip), Field(min_length=2, max_length=300)]
