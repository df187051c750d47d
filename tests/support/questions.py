"""Counts what is asked of the database, so that a list does not ask once for each row."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

Questions = Callable[..., AbstractContextManager[list[str]]]


def counter(engine: AsyncEngine) -> Questions:
    """A context manager that fails when more than ``at_most`` SELECTs on tables are sent within it."""

    @contextmanager
    def counting(*, at_most: int) -> Iterator[list[str]]:
        asked: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
            is_question = " FROM " in statement.replace("\n", " ") or statement.startswith("SELECT")
            if is_question and "set_config" not in statement:
                asked.append(statement)

        event.listen(engine.sync_engine, "before_cursor_execute", note)
        try:
            yield asked
        finally:
            event.remove(engine.sync_engine, "before_cursor_execute", note)
        assert len(asked) <= at_most, "\n---\n".join([f"{len(asked)} questions, at most {at_most}", *asked])

    return counting
