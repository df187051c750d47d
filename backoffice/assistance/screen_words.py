"""The second screen in words, for the operator: its code, who follows, what the person says, which files came."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from backoffice.assistance.paths import screen_path
from backoffice.waiting.page import LEFT_TO_WARN
from domain.intake.queries.assistance.desk_screen import DeskScreen
from domain.intake.queries.assistance.screen_view import REVIEW
from domain.kernel.languages import BY_CODE
from web.locale import gettext
from web.visit import visit_of


@dataclass(frozen=True)
class ShownWord:
    """What the person said of a step or a sentence: the badge and how it was read."""

    title: str
    is_agreed: bool
    is_current: bool
    is_aloud: bool
    language: str
    at: Any


@dataclass(frozen=True)
class ShownScreen:
    """The panel; ``is_live`` asks again by itself while the operator's session lasts, ``step_key`` is this page's."""

    path: str
    screen: DeskScreen
    step_key: str
    now_shown: str
    words: list[ShownWord]
    files: list[tuple[str, list[str]]]
    is_live: bool


def shown_screen(
    request: Request[Any, Any, Any], application_id: UUID, screen: DeskScreen, step_key: str
) -> ShownScreen:
    """The panel beside the page of ``step_key``."""
    signed_in = visit_of(request).signed_in
    titles = {**screen.declared, **screen.titles, REVIEW: gettext("Tutta la domanda")}
    return ShownScreen(
        path=screen_path(application_id),
        screen=screen,
        step_key=step_key,
        now_shown=titles.get(screen.step_key or "", ""),
        words=[
            ShownWord(titles[key], one.is_agreed, one.is_current, one.is_aloud, _spoken(one.language), one.at)
            for key, one in screen.said.items()
            if key in titles
        ],
        files=[(titles.get(key, ""), [row.file_name for row in rows]) for key, rows in screen.files.items()],
        is_live=screen.is_live and signed_in is not None and signed_in.expires_in > LEFT_TO_WARN,
    )


def _spoken(code: str) -> str:
    return BY_CODE[code].native_name if code in BY_CODE else code
