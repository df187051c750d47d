"""The invented people of Borgo Sereno."""

from decimal import Decimal

from domain.organization.seeds.valley import BORGO
from domain.registry.seeds.story import Home, Somebody, somebody
from domain.registry.terms import Kinship

TOWN = "Borgo Sereno"
CODE = "00001"


def _home(street: str, *people: Somebody, isee: int | None = None) -> Home:
    return Home(BORGO, street, TOWN, CODE, people, Decimal(isee) if isee is not None else None)


HOMES = (
    _home(
        "Via dei Tigli 4",
        somebody(
            "Maria Rosa",
            "Fontanelli",
            "1938-04-12",
            "F",
            phone="050 0001001",
            story="Ha 88 anni e vive sola. Dopo una caduta ha bisogno di aiuto in casa.",
        ),
        isee=9200,
    ),
    _home(
        "Via Cavour 31, interno 6",
        somebody(
            "Stefano",
            "Brunelli",
            "1983-09-03",
            "M",
            phone="333 0001002",
            story="Ha perso il lavoro e la famiglia rischia lo sfratto.",
        ),
        somebody("Chiara", "Marangoni", "1985-02-17", "F", Kinship.SPOUSE, phone="333 0001003"),
        somebody("Giulia", "Brunelli", "2012-05-28", "F", Kinship.CHILD),
        somebody("Matteo", "Brunelli", "2015-10-09", "M", Kinship.CHILD),
        somebody("Sofia", "Brunelli", "2021-01-22", "F", Kinship.CHILD),
        isee=5400,
    ),
    _home(
        "Via del Mulino 12",
        somebody("Hassan", "Berrada", "1982-07-14", "M", language="ar", citizenship="MA", phone="333 0001004"),
        somebody(
            "Fatima",
            "El Amrani",
            "1988-06-21",
            "F",
            Kinship.SPOUSE,
            language="ar",
            citizenship="MA",
            phone="333 0001005",
            story="Mamma di due bambini. Legge meglio l'arabo dell'italiano.",
        ),
        somebody("Yasmin", "Berrada", "2014-03-05", "F", Kinship.CHILD, language="ar", citizenship="MA"),
        somebody("Adam", "Berrada", "2019-11-30", "M", Kinship.CHILD, language="ar", citizenship="MA"),
        isee=7850,
    ),
    _home(
        "Viale della Stazione 18",
        somebody("Elda", "Pasquini", "1934-12-01", "F", phone="050 0001006"),
        somebody(
            "Oksana",
            "Melnyk",
            "1971-11-02",
            "F",
            Kinship.NOT_RELATED,
            language="uk",
            citizenship="UA",
            phone="333 0001007",
            story="Viene dall'Ucraina e assiste giorno e notte una signora di 91 anni.",
        ),
        isee=14300,
    ),
    _home(
        "Via Garibaldi 9",
        somebody(
            "Arben",
            "Hoxha",
            "1958-08-19",
            "M",
            language="sq",
            citizenship="AL",
            phone="333 0001008",
            story="Muratore in pensione, assiste la moglie malata.",
        ),
        somebody("Drita", "Hoxha", "1961-05-06", "F", Kinship.SPOUSE, language="sq", citizenship="AL"),
        isee=8100,
    ),
    _home(
        "Piazza del Mercato 3",
        somebody("Wei", "Chen", "1980-02-11", "M", language="zh", citizenship="CN", phone="333 0001009"),
        somebody(
            "Mei",
            "Lin",
            "1983-10-25",
            "F",
            Kinship.SPOUSE,
            language="zh",
            citizenship="CN",
            phone="333 0001010",
            story="Ha un negozio con il marito. Uno dei figli ha una disabilità.",
        ),
        somebody("Luca", "Chen", "2011-07-08", "M", Kinship.CHILD, citizenship="CN"),
        somebody("Jia", "Chen", "2016-09-16", "F", Kinship.CHILD, citizenship="CN"),
        isee=19600,
    ),
    _home(
        "Via delle Scuole 22",
        somebody(
            "Elena",
            "Fabbriciani",
            "1976-03-13",
            "F",
            phone="333 0001011",
            story="Tutrice volontaria di un ragazzo arrivato in Italia da solo.",
        ),
    ),
    _home(
        "Comunità La Quercia, Via dei Campi 40",
        somebody("Bakary", "Jallow", "2010-01-20", "M", language="en", citizenship="GM"),
    ),
    _home(
        "Via dei Mulini 3",
        somebody(
            "Amina",
            "Traoré",
            "1990-05-14",
            "F",
            phone="333 0001013",
            story="Lavora al Ponte e agisce per chi le ha dato un mandato.",
        ),
    ),
    _home(
        "Via Mazzini 15",
        somebody(
            "Giorgio",
            "Tassinari",
            "1949-06-30",
            "M",
            phone="050 0001012",
            story="È rimasto vedovo e usa la sedia a rotelle.",
        ),
        isee=11750,
    ),
    Home(
        BORGO,
        "Via della Casa Comunale 1",
        TOWN,
        CODE,
        is_without_fixed_abode=True,
        people=(Somebody("", "", None, None, alias="Il Professore"),),
    ),
)
