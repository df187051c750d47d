"""The holidays and the numbers of the law, with their sources, as the program ships them.

The calendar starts in 2001: terms of earlier years are not reckoned here.
"""

from datetime import date

from domain.kernel.text import _
from domain.platform.localised import Localised
from domain.procedure.rules.calendar import Holiday
from domain.procedure.rules.legal_terms import LegalTerms

STARTS_ON = date(2001, 1, 1)
FEASTS = "L. 27 maggio 1949, n. 260, art. 2"
EPIPHANY = "D.P.R. 28 dicembre 1985, n. 792"
REPUBLIC = "L. 20 novembre 2000, n. 336"
SAINT_FRANCIS = "L. 8 ottobre 2025, n. 151"


def national_holidays() -> dict[str, Holiday]:
    """The days that are holidays in all Italy, by a word of ours; Easter itself always is a Sunday."""
    said = Localised.of
    return {
        "sunday": Holiday(said(_("domenica")), FEASTS, weekday=6, starts_on=STARTS_ON),
        "new_year": _on(1, 1, said(_("Capodanno")), FEASTS),
        "epiphany": _on(1, 6, said(_("Epifania")), EPIPHANY),
        "easter_monday": Holiday(said(_("lunedì di Pasqua")), FEASTS, easter_offset=1, starts_on=STARTS_ON),
        "liberation": _on(4, 25, said(_("festa della Liberazione")), FEASTS),
        "labour": _on(5, 1, said(_("festa del lavoro")), FEASTS),
        "republic": _on(6, 2, said(_("festa della Repubblica")), REPUBLIC),
        "assumption": _on(8, 15, said(_("Ferragosto")), FEASTS),
        "saint_francis": _on(10, 4, said(_("San Francesco")), SAINT_FRANCIS, date(2026, 1, 1)),
        "all_saints": _on(11, 1, said(_("Ognissanti")), FEASTS),
        "immaculate": _on(12, 8, said(_("Immacolata")), FEASTS),
        "christmas": _on(12, 25, said(_("Natale")), FEASTS),
        "saint_stephen": _on(12, 26, said(_("Santo Stefano")), FEASTS),
    }


def _on(month: int, day: int, name: Localised, source: str, starts_on: date = STARTS_ON) -> Holiday:
    return Holiday(name, source, month_and_day=(month, day), starts_on=starts_on)


def legal_terms() -> dict[date, LegalTerms]:
    """The numbers of L. 241/1990 by the day from which they hold.

    Before D.L. 76/2020 the notice of a rejection interrupted the term instead of suspending it: older proceedings are
    not reckoned here. The ten days after the answer hold since that decree.
    """
    law = "L. 7 agosto 1990, n. 241, art."
    notice = f"{law} 10-bis, come cambiato dal D.L. 16 luglio 2020, n. 76, art. 12"
    return {
        date(2020, 7, 17): LegalTerms(
            default_days=30,
            longest_days=90,
            longest_with_ground_days=180,
            suspension_times=1,
            suspension_days=30,
            observation_days=10,
            resume_days=10,
            laws={
                "default_days": f"{law} 2 c. 2",
                "longest_days": f"{law} 2 c. 3",
                "longest_with_ground_days": f"{law} 2 c. 4",
                "suspension_times": f"{law} 2 c. 7",
                "suspension_days": f"{law} 2 c. 7",
                "observation_days": notice,
                "resume_days": notice,
            },
        )
    }
