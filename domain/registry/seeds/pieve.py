"""The invented people of Pieve San Giusto."""

from decimal import Decimal

from domain.organization.seeds.valley import PIEVE
from domain.registry.seeds.story import Home, Somebody, somebody
from domain.registry.terms import Kinship

TOWN = "Pieve San Giusto"
CODE = "00003"


def _home(street: str, *people: Somebody, isee: int | None = None) -> Home:
    return Home(PIEVE, street, TOWN, CODE, people, Decimal(isee) if isee is not None else None)


HOMES = (
    _home(
        "Maso del Sole 1",
        somebody(
            "Thomas",
            "Hubertaler",
            "1978-11-18",
            "M",
            language="de",
            phone="333 0003001",
            story="Parla tedesco in famiglia e chiede aiuto per la suocera.",
        ),
        somebody("Petra", "Hubertaler", "1980-04-07", "F", Kinship.SPOUSE, language="de"),
        somebody("Jonas", "Hubertaler", "2010-08-24", "M", Kinship.CHILD, language="de"),
        somebody("Lena", "Hubertaler", "2013-12-19", "F", Kinship.CHILD, language="de"),
        isee=28400,
    ),
    _home(
        "Via della Chiesa 5",
        somebody(
            "Dino",
            "Bertarini",
            "1936-01-09",
            "M",
            phone="050 0003002",
            story="Ha 90 anni, vive solo in collina e non guida più.",
        ),
        isee=8700,
    ),
    _home(
        "Via dei Castagni 27",
        somebody("Luigi", "Ferraresini", "1977-02-02", "M"),
        somebody("Anna", "Contarelli", "1979-08-15", "F", Kinship.SPOUSE, phone="333 0003003"),
        somebody("Emma", "Ferraresini", "2014-10-10", "F", Kinship.CHILD),
        isee=21300,
    ),
    _home(
        "Via del Forno 13",
        somebody(
            "Lucia",
            "Zanottelli",
            "1954-07-07",
            "F",
            phone="333 0003004",
            story="È la nonna e la tutrice di Tommaso, che vive con lei.",
        ),
        somebody("Tommaso", "Zanottelli", "2011-09-01", "M", Kinship.GRANDCHILD),
        isee=9900,
    ),
    _home(
        "Via del Lavoro 33",
        somebody(
            "Grace",
            "Okafor",
            "1993-03-29",
            "F",
            language="en",
            citizenship="NG",
            phone="333 0003005",
            story="Cresce da sola una bambina di quattro anni.",
        ),
        somebody("Blessing", "Okafor", "2022-04-16", "F", Kinship.CHILD, language="en", citizenship="NG"),
        isee=3100,
    ),
    _home(
        "Via dei Castagni 2",
        somebody("Iryna", "Kovalenko", "1990-10-13", "F", language="uk", citizenship="UA", phone="333 0003006"),
        somebody("Maksym", "Kovalenko", "2016-01-05", "M", Kinship.CHILD, language="uk", citizenship="UA"),
        isee=0,
    ),
    _home(
        "Piazza della Pieve 1",
        somebody(
            "Franca", "Morigini", "1962-12-24", "F", phone="050 0003007", story="Ha la sclerosi multipla e vive sola."
        ),
        isee=7400,
    ),
    _home(
        "Podere Balestra",
        somebody("Aldo", "Balestrini", "1945-03-18", "M", phone="050 0003008"),
        somebody("Ezio", "Balestrini", "1948-11-21", "M", Kinship.SIBLING),
        isee=12600,
    ),
)
