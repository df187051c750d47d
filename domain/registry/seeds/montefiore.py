"""The invented people of Montefiore al Lago."""

from decimal import Decimal

from domain.organization.seeds.valley import MONTEFIORE
from domain.registry.seeds.story import Home, Somebody, somebody
from domain.registry.terms import Kinship

TOWN = "Montefiore al Lago"
CODE = "00002"


def _home(street: str, *people: Somebody, isee: int | None = None) -> Home:
    return Home(MONTEFIORE, street, TOWN, CODE, people, Decimal(isee) if isee is not None else None)


HOMES = (
    _home(
        "",  # where they live is known to nobody
        somebody(
            "Laura",
            "Ventimigli",
            "1990-08-08",
            "F",
            is_protected=True,
            phone="333 0002001",
            story="È in un luogo protetto con la figlia. La sua cartella la vedono solo due operatori.",
        ),
        somebody("Nina", "Ventimigli", "2018-02-27", "F", Kinship.CHILD, is_protected=True),
    ),
    _home(
        "Via Roma 44",
        somebody("Andrei", "Popescu", "1984-04-29", "M", language="ro", citizenship="RO", phone="333 0002002"),
        somebody(
            "Ionela",
            "Popescu",
            "1986-12-12",
            "F",
            Kinship.SPOUSE,
            language="ro",
            citizenship="RO",
            phone="333 0002003",
            story="Lavora di notte e cerca un aiuto per la madre.",
        ),
        somebody("Maria", "Popescu", "2013-06-18", "F", Kinship.CHILD, citizenship="RO"),
        somebody("Viorica", "Dumitru", "1952-01-15", "F", Kinship.PARENT, language="ro", citizenship="RO"),
        isee=10400,
    ),
    _home(
        "Via del Porto 8",
        somebody(
            "Mamadou",
            "Ndiaye",
            "1981-03-21",
            "M",
            language="fr",
            citizenship="SN",
            phone="333 0002004",
            story="Lavora in fabbrica. La famiglia è appena arrivata dal Senegal.",
        ),
        somebody("Aissatou", "Ndiaye", "1989-09-27", "F", Kinship.SPOUSE, language="fr", citizenship="SN"),
        somebody("Ibrahima", "Ndiaye", "2012-11-11", "M", Kinship.CHILD, language="fr", citizenship="SN"),
        somebody("Khadija", "Ndiaye", "2017-05-02", "F", Kinship.CHILD, language="fr", citizenship="SN"),
        isee=6950,
    ),
    _home(
        "Lungolago dei Pini 30",
        somebody(
            "Bruno",
            "Cavallarini",
            "1943-10-04",
            "M",
            phone="050 0002005",
            story="La moglie si confonde spesso e lui è stanco.",
        ),
        somebody("Teresa", "Montuschi", "1946-02-20", "F", Kinship.SPOUSE),
        isee=15200,
    ),
    _home(
        "Via dei Pescatori 17",
        somebody(
            "Silvia",
            "Gherardini",
            "1991-07-23",
            "F",
            phone="333 0002006",
            story="Cresce da sola due gemelli di sei anni.",
        ),
        somebody("Leo", "Gherardini", "2020-03-14", "M", Kinship.CHILD),
        somebody("Anna", "Gherardini", "2020-03-14", "F", Kinship.CHILD),
        isee=4300,
    ),
    _home(
        "Via San Rocco 2",
        somebody("Roberto", "Dellavalle", "1965-05-31", "M"),
        somebody(
            "Paola",
            "Serafini",
            "1968-09-09",
            "F",
            Kinship.SPOUSE,
            phone="333 0002007",
            story="È amministratrice di sostegno del figlio, che ha una disabilità grave.",
        ),
        somebody("Marco", "Dellavalle", "2001-01-26", "M", Kinship.CHILD),
        isee=18900,
    ),
    _home(
        "Via delle Ortensie 11",
        somebody(
            "Carmen",
            "Quispe",
            "1979-12-30",
            "F",
            language="es",
            citizenship="PE",
            phone="333 0002008",
            story="Pulisce le case degli altri e ora si è fatta male alla schiena.",
        ),
        somebody("Diego", "Quispe", "2008-02-03", "M", Kinship.CHILD, citizenship="PE"),
        isee=5900,
    ),
    _home("Via Nuova 60", somebody("Kevin", "Marchettini", "2004-06-06", "M", phone="333 0002009"), isee=0),
)
