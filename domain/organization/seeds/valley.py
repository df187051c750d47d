"""The Ambito Valle Serena, which does not exist: its comuni, its third-sector body and their ten offices."""

from dataclasses import dataclass
from datetime import time

from domain.organization.terms import EnteKind, OfficeKind, Palette

AMBITO = "valle-serena"
BORGO = "borgo-sereno"
MONTEFIORE = "montefiore-al-lago"
PIEVE = "pieve-san-giusto"
BRIDGE = "il-ponte"

Hours = tuple[tuple[int, time, time], ...]


@dataclass(frozen=True)
class DemoEnte:
    """An ente of the valley; no codes of real places."""

    slug: str
    kind: EnteKind
    name: str
    site_name: str
    motto: str
    palette: Palette
    languages: tuple[str, ...]
    phone: str
    address: str

    @property
    def email(self) -> str:
        """Where people write."""
        return f"sociale@{self.slug}.example"

    @property
    def pec(self) -> str:
        """Where acts are sent."""
        return f"protocollo@pec.{self.slug}.example"


@dataclass(frozen=True)
class DemoOffice:
    """An office, by a short key that operators are placed with."""

    key: str
    ente: str
    kind: OfficeKind
    name: str
    address: str
    phone: str
    hours: Hours
    is_receiving_applications: bool = False


ALL_LANGUAGES = ("it", "en", "fr", "es", "de", "ro", "sq", "uk", "ar", "zh")

ENTI = (
    DemoEnte(
        AMBITO,
        EnteKind.AMBITO,
        "Ambito Valle Serena",
        "Servizi sociali della Valle Serena",
        "Vicini a chi ha bisogno",
        Palette.COMUNI,
        ALL_LANGUAGES,
        "0500 000100",
        "Piazza della Valle 1, Borgo Sereno",
    ),
    DemoEnte(
        BORGO,
        EnteKind.COMUNE,
        "Comune di Borgo Sereno",
        "Sociale Borgo Sereno",
        "Un paese che non lascia indietro nessuno",
        Palette.COMUNI,
        ALL_LANGUAGES,
        "0500 000200",
        "Piazza del Municipio 2, Borgo Sereno",
    ),
    DemoEnte(
        MONTEFIORE,
        EnteKind.COMUNE,
        "Comune di Montefiore al Lago",
        "Sociale Montefiore",
        "Il lago, le colline, le persone",
        Palette.BLUE,
        ("it", "en", "fr", "ro", "ar"),
        "0500 000300",
        "Lungolago dei Pini 5, Montefiore al Lago",
    ),
    DemoEnte(
        PIEVE,
        EnteKind.COMUNE,
        "Comune di Pieve San Giusto",
        "Sociale Pieve San Giusto",
        "Qui ci conosciamo tutti",
        Palette.BORDEAUX,
        ("it", "de", "en", "uk"),
        "0500 000400",
        "Via della Pieve 9, Pieve San Giusto",
    ),
    DemoEnte(
        BRIDGE,
        EnteKind.THIRD_SECTOR,
        "Cooperativa Il Ponte",
        "Il Ponte",
        "Insieme si passa",
        Palette.TEAL,
        ("it", "en", "ar"),
        "0500 000500",
        "Via dei Mulini 14, Borgo Sereno",
    ),
)


def _week(*days: int, opens: int = 9, closes: int = 13) -> Hours:
    return tuple((day, time(opens), time(closes)) for day in days)


_MORNINGS = _week(0, 1, 2, 3, 4)
_THURSDAY = ((3, time(15), time(17, 30)),)

OFFICES = (
    DemoOffice(
        "plan",
        AMBITO,
        OfficeKind.PLANNING,
        "Ufficio di piano",
        "Piazza della Valle 1, Borgo Sereno",
        "0500 000101",
        _week(0, 2, 4, opens=10, closes=12),
    ),
    DemoOffice(
        "valley_desk",
        AMBITO,
        OfficeKind.HELP_DESK,
        "Sportello sociale della Valle Serena",
        "Piazza della Valle 1, Borgo Sereno",
        "0500 000102",
        _MORNINGS + _THURSDAY,
        is_receiving_applications=True,
    ),
    DemoOffice(
        "borgo_desk",
        BORGO,
        OfficeKind.HELP_DESK,
        "Sportello sociale di Borgo Sereno",
        "Piazza del Municipio 2, Borgo Sereno",
        "0500 000201",
        (*_MORNINGS, (1, time(15), time(17)), *_THURSDAY),
        is_receiving_applications=True,
    ),
    DemoOffice(
        "borgo_social",
        BORGO,
        OfficeKind.PROFESSIONAL,
        "Servizio sociale di Borgo Sereno",
        "Via delle Scuole 7, Borgo Sereno",
        "0500 000202",
        _week(0, 3, opens=10),
    ),
    DemoOffice(
        "borgo_clerks",
        BORGO,
        OfficeKind.ADMINISTRATION,
        "Ufficio amministrativo del sociale",
        "Piazza del Municipio 2, Borgo Sereno",
        "0500 000203",
        _week(1, 4),
    ),
    DemoOffice(
        "montefiore_desk",
        MONTEFIORE,
        OfficeKind.HELP_DESK,
        "Sportello sociale di Montefiore",
        "Lungolago dei Pini 5, Montefiore al Lago",
        "0500 000301",
        _week(0, 2, 4) + _THURSDAY,
        is_receiving_applications=True,
    ),
    DemoOffice(
        "montefiore_social",
        MONTEFIORE,
        OfficeKind.PROFESSIONAL,
        "Servizio sociale di Montefiore",
        "Lungolago dei Pini 5, Montefiore al Lago",
        "0500 000302",
        _week(2, opens=9, closes=12),
    ),
    DemoOffice(
        "pieve_desk",
        PIEVE,
        OfficeKind.HELP_DESK,
        "Sportello sociale di Pieve San Giusto",
        "Via della Pieve 9, Pieve San Giusto",
        "0500 000401",
        _week(1, 3),
    ),
    DemoOffice(
        "pieve_social",
        PIEVE,
        OfficeKind.PROFESSIONAL,
        "Servizio sociale di Pieve San Giusto",
        "Via della Pieve 9, Pieve San Giusto",
        "0500 000402",
        _week(3, opens=15, closes=18),
    ),
    DemoOffice(
        "bridge_desk",
        BRIDGE,
        OfficeKind.THIRD_SECTOR,
        "Sportello Il Ponte",
        "Via dei Mulini 14, Borgo Sereno",
        "0500 000501",
        _week(0, 1, 2, 3, 4, 5, opens=8, closes=12),
    ),
)
