"""What never stands in a log, whoever wrote the line: people's data, tokens, and what errors quote."""

import json
import logging

import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.platform.database import new_engine
from domain.platform.observability import log, mask
from domain.platform.settings import settings
from tests.support.overheard import overheard
from tests.support.personas import ROSA


class Counted(BaseModel):
    """Takes a number only."""

    people: int


@pytest.mark.parametrize(
    "secret",
    [
        ROSA.codice_fiscale,
        ROSA.codice_fiscale.lower(),
        "rosa.bellandi@example.it",
        "+393331234567",
        "IT60X0542811101000000123456",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyb3NhIn0.c2lnbmF0dXJl",
        "PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ4Ij48L3NhbWxwOlJlc3BvbnNlPg==",
    ],
)
def test_it_is_blanked_in_a_line_and_in_an_error(secret: str) -> None:
    assert mask(f"before {secret} after") == "before *** after"
    with overheard() as heard:
        log.warning("odd", what=f"x={secret}")
        try:
            raise LookupError(secret)
        except LookupError:
            log.exception("failed")
            logging.getLogger("somebody.elses").exception("it broke: %s", secret)
    assert heard.written.getvalue().count("***") == 4
    assert secret not in heard.written.getvalue()


def test_the_value_that_a_form_refuses_is_not_quoted() -> None:
    with pytest.raises(ValidationError) as refused:
        Counted.model_validate({"people": f"{ROSA.given_name}, e mio marito"})
    with overheard() as heard:
        log.error("failed", exc_info=refused.value)
    line = json.loads(heard.written.getvalue())
    assert ROSA.given_name not in line["exception"]
    assert "input_value= ***, input_type=str" in line["exception"]


async def test_the_row_that_the_database_refuses_is_not_quoted(database_url: str) -> None:
    engine = new_engine(settings().model_copy(update={"database_url": database_url}))
    with pytest.raises(IntegrityError) as refused:
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TEMPORARY TABLE slips (name text, born_on date NOT NULL)"))
            await connection.execute(text("INSERT INTO slips VALUES (:name)"), {"name": f"Signora\n{ROSA.full_name}"})
    await engine.dispose()
    assert ROSA.full_name in str(refused.value), "else there is nothing to blank"
    with overheard() as heard:
        log.error("failed", exc_info=refused.value)
    exception = json.loads(heard.written.getvalue())["exception"]
    assert ROSA.family_name not in exception
    assert 'null value in column "born_on"' in exception
