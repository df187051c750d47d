"""What the addresses of the lists of invitations say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from litestar import Request

from backoffice.appointments.day_page import PATH as APPOINTMENTS
from backoffice.appointments.day_page import uuid_of
from domain.scheduling.terms.invitations import InvitationView
from web.locale import gettext as _

PATH = f"{APPOINTMENTS}/inviti"
VIEWS = {
    "aperti": InvitationView.OPEN,
    "senza-risposta": InvitationView.UNANSWERED,
    "prenotati": InvitationView.BOOKED,
    "conclusi": InvitationView.SETTLED,
}
KEPT = ("vista", "ufficio")

Views = list[tuple[str, str, int | None, bool]]


@dataclass(frozen=True)
class AskedList:
    """Which invitations, of which office if not of all that the operator knows."""

    word: str
    office_id: UUID | None

    @property
    def view(self) -> InvitationView:
        """The view that the word of the address means."""
        return VIEWS[self.word]

    @property
    def query(self) -> dict[str, str]:
        """What the address of the same list asks."""
        return {"vista": self.word} | ({"ufficio": str(self.office_id)} if self.office_id else {})

    @property
    def encoded(self) -> str:
        """The same, as a form carries it."""
        return urlencode(self.query)

    def views(self, counts: Mapping[InvitationView, int]) -> Views:
        """The list in its other views, with how many wait."""
        names = {"aperti": _("Aperti"), "senza-risposta": _("Senza risposta"), "prenotati": _("Prenotati")}
        names |= {"conclusi": _("Ritirati e chiusi")}
        return [
            (
                name,
                f"{PATH}?{urlencode(self.query | {'vista': word})}",
                counts.get(VIEWS[word]),
                word == self.word,
            )
            for word, name in names.items()
        ]


def list_asked(request: Request[Any, Any, Any]) -> AskedList:
    """What the address asks; what it does not say is what is open, wherever."""
    word = request.query_params.get("vista", "")
    return AskedList(word if word in VIEWS else "aperti", uuid_of(request.query_params.get("ufficio", "")))


def back_to(query: object, done: str) -> str:
    """The address of the list that a form came from, with what was done; of ``query`` only what a list asks."""
    kept = {name: value for name, value in parse_qsl(str(query)) if name in KEPT}
    return f"{PATH}?{urlencode(kept | {'fatto': done})}"
