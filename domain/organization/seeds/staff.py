"""The twenty invented operators of the valley, of every role."""

import base64
import hashlib
from dataclasses import dataclass
from unicodedata import normalize

from domain.kernel.roles import Role

PASSWORD = "Valle-Serena-2026"  # noqa: S105 - everybody may know it: these people do not exist


@dataclass(frozen=True)
class DemoColleague:
    """Somebody who works in an office (by its key), and the second office of who works in two.

    Who has a ``codice_fiscale`` is on the portal too, and acts there by the mandates of the body they work for.
    """

    given_name: str
    family_name: str
    roles: tuple[Role, ...]
    office: str
    second_office: str = ""
    codice_fiscale: str | None = None

    @property
    def email(self) -> str:
        """The name to sign in with."""
        plain = normalize("NFD", f"{self.given_name}.{self.family_name}".lower())
        return "".join(letter for letter in plain if letter.isascii() and letter != " ") + "@valleserena.example"

    @property
    def totp_secret(self) -> str:
        """A secret of 160 bits in base32, always the same for the same person."""
        return base64.b32encode(hashlib.sha256(self.email.encode()).digest()[:20]).decode()


PROTECTED_READERS = ("Elena Morandini", "Tommaso Vecchietti")

STAFF = (
    DemoColleague("Sara", "Bonfante", (Role.SOCIAL_WORKER,), "borgo_social"),
    DemoColleague("Elena", "Morandini", (Role.SOCIAL_WORKER,), "montefiore_social", "borgo_social"),
    DemoColleague("Luca", "Perini", (Role.DESK_OPERATOR,), "borgo_desk"),
    DemoColleague("Giovanni", "Sartorelli", (Role.ENTE_ADMIN, Role.OFFICE_HEAD), "borgo_social"),
    DemoColleague("Marta", "Quarenghi", (Role.AMBITO_ADMIN,), "plan"),
    DemoColleague("Tommaso", "Vecchietti", (Role.OFFICE_HEAD,), "montefiore_social"),
    DemoColleague("Ilaria", "Desanti", (Role.SOCIAL_WORKER,), "montefiore_social"),
    DemoColleague("Nadia", "Benaissa", (Role.EDUCATOR,), "borgo_social", "montefiore_social"),
    DemoColleague("Federico", "Lanzani", (Role.EDUCATOR,), "pieve_social"),
    DemoColleague("Claudia", "Ruspoli", (Role.PSYCHOLOGIST,), "borgo_social", "pieve_social"),
    DemoColleague("Piero", "Castagneto", (Role.ADMIN_CLERK,), "borgo_clerks"),
    DemoColleague("Rita", "Melloni", (Role.ACCOUNTANT,), "borgo_clerks"),
    DemoColleague("Ivana", "Gregori", (Role.DESK_OPERATOR,), "montefiore_desk"),
    DemoColleague("Silvano", "Tadini", (Role.ENTE_ADMIN,), "montefiore_desk"),
    DemoColleague("Donata", "Fiorilli", (Role.SOCIAL_WORKER,), "pieve_social"),
    DemoColleague("Renzo", "Albasini", (Role.DESK_OPERATOR, Role.ENTE_ADMIN), "pieve_desk"),
    DemoColleague("Carla", "Montecchi", (Role.DESK_OPERATOR, Role.SOCIAL_WORKER), "valley_desk"),
    DemoColleague("Paolo", "Gherini", (Role.PLANNER,), "plan"),
    DemoColleague("Beatrice", "Lodoli", (Role.AUDITOR,), "plan"),
    DemoColleague("Amina", "Traoré", (Role.THIRD_SECTOR,), "bridge_desk", codice_fiscale="TRRMNA90E54Z999J"),
)
