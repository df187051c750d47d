"""What a page of times shows, wherever it stands: while booking, when a place was taken, when somebody moves."""

from typing import Any

from domain.kernel.languages import LANGUAGES, SOURCE
from portal.booking.times import Times
from web.forms import show
from web.locale import gettext, sentence


def times_context(times: Times, *, path: str, action: str = "") -> dict[str, Any]:
    """``path`` is where other weeks and wishes are asked; ``action`` is where a time is sent, if it is a button."""
    wish = times.wish
    manners = [
        (sentence(one.label), f"{path}?{wish.query(modo=one.value, dal='')}", None, one is wish.manner)
        for one in times.manners
    ]
    return {
        "times": times,
        "path": path,
        "action": action,
        "manners": manners,
        "before": f"{path}?{wish.query(dal=times.before.isoformat())}" if times.before else None,
        "after": f"{path}?{wish.query(dal=times.after.isoformat())}" if times.after else None,
        "wishes": show(
            {
                "modo": wish.manner.value if wish.manner else "",
                "interprete": wish.interpreter,
                "genere": wish.gender,
                "accessibile": "1" if wish.is_step_free else None,
            }
        ),
        "tongues": [(one.code, one.native_name) for one in LANGUAGES if one != SOURCE],
        "genders": [("f", gettext("Una donna")), ("m", gettext("Un uomo"))],
    }
