"""Words of invitations to book."""

from enum import StrEnum

from domain.kernel.text import Text, _


class InvitationState(StrEnum):
    """Where an invitation stands. LAPSED: the last day is over, nobody booked, and nobody has seen to it yet."""

    OPEN = "open"
    BOOKED = "booked"
    LAPSED = "lapsed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> Text:
        """The state as operators read it."""
        return STATE_LABELS[self]

    @property
    def may_be_settled(self) -> bool:
        """Whether there is still something to do about it."""
        return self in UNSETTLED


UNSETTLED = frozenset({InvitationState.OPEN, InvitationState.LAPSED})


class InvitationView(StrEnum):
    """Which invitations a list shows."""

    OPEN = "open"
    UNANSWERED = "unanswered"
    BOOKED = "booked"
    SETTLED = "settled"

    @property
    def states(self) -> frozenset[InvitationState]:
        """The states that the view shows."""
        return VIEW_STATES[self]


STATE_LABELS: dict[InvitationState, Text] = {
    InvitationState.OPEN: _("Aspetta che prenoti"),
    InvitationState.BOOKED: _("Ha prenotato"),
    InvitationState.LAPSED: _("Non ha prenotato"),
    InvitationState.CLOSED: _("Seguito dall'ufficio"),
    InvitationState.WITHDRAWN: _("Ritirato"),
}
VIEW_STATES: dict[InvitationView, frozenset[InvitationState]] = {
    InvitationView.OPEN: frozenset({InvitationState.OPEN}),
    InvitationView.UNANSWERED: frozenset({InvitationState.LAPSED}),
    InvitationView.BOOKED: frozenset({InvitationState.BOOKED}),
    InvitationView.SETTLED: frozenset({InvitationState.CLOSED, InvitationState.WITHDRAWN}),
}
