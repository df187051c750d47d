"""What the addresses of the lists of invitations say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from litestar import Request

from backoffice.appointments.day_page import PATH as APPOINTMENTS
from backoffice.appointments.day_page import uuid_of
from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from domain.scheduling.terms.invitations import InvitationState, InvitationView
from web.locale import gettext as _

PATH = f"{APPOINTMENTS}/inviti"
VIEWS = {
    "aperti": InvitationView.OPEN,
    "senza-risposta": InvitationView.UNANSWERED,
    "prenotati": InvitationView.BOOKED,
    "conclusi": InvitationView.SETTLED,
}
BADGES = {
    InvitationState.OPEN.value: "primary",
    InvitationState.BOOKED.value: "success",
    InvitationState.LAPSED.value: "warning",
    InvitationState.CLOSED.value: "neutral",
    InvitationState.WITHDRAWN.value: "neutral",
}
DONE = ("invitato", "ritirato", "chiuso")
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


def done_in(request: Request[Any, Any, Any]) -> str:
    """What was just done, if anything of ours."""
    done = request.query_params.get("fatto", "")
    return done if done in DONE else ""


def back_to(query: object, done: str) -> str:
    """The address of the list that a form came from, with what was done; of ``query`` only what a list asks."""
    kept = {name: value for name, value in parse_qsl(str(query)) if name in KEPT}
    return f"{PATH}?{urlencode(kept | {'fatto': done})}"


async def offices_of_lists(work: UnitOfWork, operator: Operator) -> list[tuple[str, str]]:
    """The offices to choose among, for who administers them; everybody else sees their own."""
    if not operator.has(*ADMIN_ROLES):
        return []
    return [(str(one.id), one.name) for one in await offices_of_all(work, operator, operator.enti)]
