"""What a message, a page and a calendar say of where people meet; nothing where the need is discreet."""

from domain.kernel.text import Text, _
from domain.scheduling.terms import Manner

SUMMARY = _("Appuntamento")
ON_THE_PAGE = _("lo leggi nella pagina dell'appuntamento")
WHERE: dict[Manner, Text] = {
    Manner.PHONE: _("ti chiamiamo noi al telefono"),
    Manner.VIDEO: _("in videochiamata: ti mandiamo il collegamento"),
    Manner.HOME: _("veniamo noi a casa tua"),
}


def where(manner: Manner, *, office: str, address: str, place: str, is_discreet: bool) -> str | Text:
    """In one line: the office and its address, or how people meet without going anywhere."""
    if is_discreet:
        return ON_THE_PAGE
    if manner in WHERE:
        return WHERE[manner]
    return ", ".join(one for one in (office, address, place) if one)
