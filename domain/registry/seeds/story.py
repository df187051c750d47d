"""How the invented people are written down: homes, and who lives in them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.registry.seeds.codes import Sex, invented_codice_fiscale
from domain.registry.terms import Kinship


@dataclass(frozen=True)
class Somebody:
    """An invented person. ``story`` is what the demonstration says of who can sign in; ``alias`` of who has no name."""

    given_name: str
    family_name: str
    born_on: date | None
    sex: Sex | None
    kinship: Kinship = Kinship.REFERENCE
    language: str = "it"
    citizenship: str = "IT"
    story: str = ""
    phone: str = ""
    alias: str = ""
    is_protected: bool = False

    @property
    def key(self) -> str:
        """The name by which other seeds speak of this person."""
        return f"{self.given_name} {self.family_name}".strip() or self.alias

    @property
    def codice_fiscale(self) -> str | None:
        """An invented code; none for who is known only by an alias."""
        if self.born_on is None or self.sex is None:
            return None
        return invented_codice_fiscale(self.family_name, self.given_name, self.born_on, self.sex)

    @property
    def email(self) -> str | None:
        """An address of nobody, for those who can sign in."""
        if not self.story or not self.family_name:
            return None
        words = (self.given_name + "." + self.family_name).lower().encode("ascii", "ignore").decode()
        return f"{words.replace(' ', '')}@posta.example"


@dataclass(frozen=True)
class Home:
    """An address of an ente and its people; ``isee`` in euros is that of the household."""

    ente: str
    street: str
    city: str
    postal_code: str
    people: tuple[Somebody, ...]
    isee: Decimal | None = None
    is_without_fixed_abode: bool = False


def somebody(
    given_name: str, family_name: str, born: str, sex: Sex, kinship: Kinship = Kinship.REFERENCE, **more: str | bool
) -> Somebody:
    """A person, with the day of birth as ``1938-04-12``."""
    return Somebody(given_name, family_name, date.fromisoformat(born), sex, kinship, **more)  # pyright: ignore[reportArgumentType]
