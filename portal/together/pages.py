"""The page of a second screen, made the same way wherever it is shown again."""

from typing import Any

from litestar import Request, Response

from domain.intake.queries.assistance.screen_view import ScreenView
from web.forms import Form, show
from web.rendering import page

CHANGED = 409


def followed_page(
    request: Request[Any, Any, Any], view: ScreenView, form: Form[Any] | None = None, *, status: int = 200
) -> Response[str]:
    """What the operator shows, with what is wrong with a file (422), or that an answer has changed (409)."""
    return page(
        request,
        "together/show.html",
        block="followed",
        status=status,
        view=view,
        form=form or show(),
        has_changed=status == CHANGED,
    )
