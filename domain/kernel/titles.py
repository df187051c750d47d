"""By which title somebody acts: for oneself, by law, by decree of a judge, by delegation."""

from enum import StrEnum

from domain.kernel.text import Text, _


class Title(StrEnum):
    """Why an act of one person counts for another (c.c. 316, 343, 392, 404, 1387)."""

    SELF = "self"
    PARENT = "parent"
    GUARDIAN = "guardian"
    CURATOR = "curator"
    SUPPORT_ADMINISTRATOR = "support_administrator"
    REPRESENTATIVE = "representative"
    DELEGATE = "delegate"
    MANDATE = "mandate"

    @property
    def label(self) -> Text:
        """What the person who acts is to the other one, as both read it."""
        return TITLE_LABELS[self]

    @property
    def is_delegated(self) -> bool:
        """Whether it rests on the will of the other person, who can take it back."""
        return self in (Title.DELEGATE, Title.MANDATE)

    def presented(self, name: str, other: str) -> Text:
        """That ``name`` has presented something by this title, for ``other``: for receipts and registers."""
        return Text(PRESENTED[self].msgid, {"name": name, "other": other})


TITLE_LABELS: dict[Title, Text] = {
    Title.SELF: _("Per sé"),
    Title.PARENT: _("Genitore"),
    Title.GUARDIAN: _("Tutore"),
    Title.CURATOR: _("Curatore"),
    Title.SUPPORT_ADMINISTRATOR: _("Amministratore di sostegno"),
    Title.REPRESENTATIVE: _("Rappresentante"),
    Title.DELEGATE: _("Persona delegata"),
    Title.MANDATE: _("Operatore con mandato (CAF o patronato)"),
}

PRESENTED: dict[Title, Text] = {
    Title.SELF: _("Presentata da %(name)s"),
    Title.PARENT: _("Presentata da %(name)s, genitore di %(other)s"),
    Title.GUARDIAN: _("Presentata da %(name)s, che fa da tutore per %(other)s"),
    Title.CURATOR: _("Presentata da %(name)s, che fa da curatore per %(other)s"),
    Title.SUPPORT_ADMINISTRATOR: _("Presentata da %(name)s, che fa da amministratore di sostegno per %(other)s"),
    Title.REPRESENTATIVE: _("Presentata da %(name)s, che rappresenta %(other)s"),
    Title.DELEGATE: _("Presentata da %(name)s, con la delega di %(other)s"),
    Title.MANDATE: _("Presentata da %(name)s, con il mandato di %(other)s"),
}
