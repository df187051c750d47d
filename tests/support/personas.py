"""Invented people for tests: each has a name, an age that fits, a language, and a code that nobody can have."""

from dataclasses import dataclass
from datetime import date

from domain.registry.seeds.codes import Sex, invented_codice_fiscale


@dataclass(frozen=True)
class Persona:
    """Somebody who does not exist."""

    given_name: str
    family_name: str
    born_on: date
    sex: Sex
    language: str = "it"

    @property
    def codice_fiscale(self) -> str:
        """A code with a right check letter, of somebody born nowhere."""
        return invented_codice_fiscale(self.family_name, self.given_name, self.born_on, self.sex)

    @property
    def full_name(self) -> str:
        """Name and surname."""
        return f"{self.given_name} {self.family_name}"


ROSA = Persona("Maria Rosa", "Bellandi", date(1941, 3, 8), "F")
FATIMA = Persona("Fatima", "El Amrani", date(1988, 6, 21), "F", "ar")
OKSANA = Persona("Oksana", "Melnyk", date(1971, 11, 2), "F", "uk")
DAVIDE = Persona("Davide", "Pastorelli", date(1979, 1, 30), "M")
YOUSSEF = Persona("Youssef", "Diallo", date(2010, 9, 14), "M", "fr")
