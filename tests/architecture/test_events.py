"""What happened is told in the past tense, cannot be changed, and carries nobody's name."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict

from tests.support.rules import event_facts
from tests.support.rules.source import ROOT, at_least, nothing


class Frozen(BaseModel):
    """What the kernel's Event is, without the kernel: the rule is tried alone."""

    model_config = ConfigDict(frozen=True)


def made(name: str, base: type = Frozen, **fields: Any) -> type:
    """A class with these annotations."""
    return type(name, (base,), {"__annotations__": fields, "__module__": __name__})


def test_every_event_is_past_frozen_and_made_of_facts() -> None:
    classes = event_facts.event_classes()
    at_least(4, classes, "events")
    nothing(event_facts.wrong_events(classes))


def test_every_context_that_records_events_declares_some() -> None:
    files = sorted((ROOT / "domain").glob("*/events.py"))
    at_least(2, files, "events.py files")
    told = {event.__module__ for event in event_facts.event_classes()}
    nothing(
        [f"{f.parent.name}/events.py declares no event" for f in files if f"domain.{f.parent.name}.events" not in told]
    )


class Colour(StrEnum):
    """A word from a list."""

    GREEN = "green"


GOOD = [
    made("ApplicationSubmitted", application_id=UUID, submitted_at=datetime, service_code=str),
    made("CaseTakenInCharge", case_ids=tuple[UUID, ...], due_on=date | None, colour=Colour),
    made("LetterSent", pages=int),
]
BAD = [
    made("SubmitApplication", application_id=UUID),
    made("RecordedNeed", need_id=UUID),
    made("ApplicationSubmission", application_id=UUID),
    made("PersonRegistered", full_name=str),
    made("NoteRecorded", texts=list[str]),
    made("PersonMoved", address=dict[str, int]),
    made("PersonCalled", anything=Any),
    made("CaseOpened", BaseModel, case_id=UUID),
    made("CaseClosed", object, case_id=UUID),
]


def test_good_events_pass() -> None:
    nothing(event_facts.wrong_events(GOOD, text_fields=["service_code"]))


@pytest.mark.parametrize("event", BAD, ids=lambda event: event.__name__)
def test_a_planted_event_is_found(event: type) -> None:
    assert len(event_facts.wrong_events([event])) == 1


def test_the_allowed_text_is_allowed_by_name_only() -> None:
    assert len(event_facts.wrong_events([GOOD[0]], text_fields=["language"])) == 1


def test_no_text_field_is_allowed_that_no_event_has() -> None:
    fields = {name for event in event_facts.event_classes() for name in event.model_fields}  # pyright: ignore[reportAttributeAccessIssue]
    nothing(
        [f"TEXT_FIELDS allows {name}, which no event has" for name in event_facts.TEXT_FIELDS if name not in fields]
    )
