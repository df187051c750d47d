"""The ten applications of the demonstration: who asks what, when, and what the office did about it."""

from dataclasses import dataclass, field

from domain.casework.terms import DiaryKind
from domain.commands.stories.answers import Answers, answers, for_another, home_answers


@dataclass(frozen=True)
class Note:
    """What a colleague wrote in the diary, that many days after taking charge."""

    days_later: int
    kind: DiaryKind
    text: str


@dataclass(frozen=True)
class Story:
    """``who`` asks ``days_ago``, ``for_whom`` when somebody is represented; ``taken_by`` takes charge after some days.

    ``examined_by`` asks for what is missing, or grants it, some days after that. ``is_talked_about``: the person and
    who has taken charge write to each other.

    A draft has only the first ``steps`` answered and is not sent.
    """

    who: str
    days_ago: int
    answers: Answers
    for_whom: str = ""
    taken_by: str = ""
    taken_after_days: int = 2
    asked_after_days: int = 0
    granted_after_days: int = 0
    examined_by: str = ""
    withdrawn_after_days: int = 0
    is_talked_about: bool = False
    notes: tuple[Note, ...] = ()
    is_draft: bool = False
    steps: tuple[str, ...] = field(default=("who", "home", "isee", "autonomy", "needs", "papers", "declarations"))


STORIES = (
    Story(
        "Maria Rosa Fontanelli",
        24,
        answers(
            "Sono caduta in bagno il mese scorso. Mia figlia abita lontano. Da sola non riesco più a lavarmi.",
            hard="washing dressing moving going_out",
        ),
        taken_by="Sara Bonfante",
        is_talked_about=True,
        notes=(
            Note(
                1,
                DiaryKind.PHONE_CALL,
                "Sentita la signora al telefono: lucida, preoccupata per il bagno. Fissata la visita a casa.",
            ),
            Note(
                5,
                DiaryKind.HOME_VISIT,
                "Casa al secondo piano senza ascensore. Vasca da bagno alta. La signora si "
                "veste con fatica. La vicina fa la spesa il sabato.",
            ),
        ),
    ),
    Story(
        "Giorgio Tassinari",
        28,
        answers(
            "Da quando è morta mia moglie nessuno mi aiuta ad alzarmi la mattina.",
            urgency="days",
            disability="yes",
            hard="washing dressing moving toilet going_out",
        ),
    ),
    Story(
        "Arben Hoxha",
        3,
        answers(
            "Mia moglie ha avuto un ictus. Io la aiuto ma di notte non dormo.",
            home=home_answers("spouse", "always"),
            other=for_another("spouse", "Drita Hoxha", "6", "5", "1961"),
            language="albanese",
            disability="asked",
        ),
    ),
    Story(
        "Elena Fabbriciani",
        5,
        answers(
            "Bakary si è rotto una gamba. In comunità serve una persona che lo aiuti a lavarsi e ad andare a scuola.",
            home=home_answers("others"),
            other={"for_whom": "other", "relation": "guardian"},
            isee="no",
            urgency="days",
        ),
        for_whom="Bakary Jallow",
    ),
    Story(
        "Bruno Cavallarini",
        12,
        answers(
            "Mia moglie si confonde e di notte esce di casa. Ho 83 anni e sono stanco.",
            home=home_answers("spouse", "always"),
            other=for_another("spouse", "Teresa Montuschi", "20", "2", "1946"),
            hard="washing dressing going_out medicines",
        ),
        taken_by="Ilaria Desanti",
        asked_after_days=3,
        examined_by="Ilaria Desanti",
        notes=(
            Note(
                2,
                DiaryKind.INTERVIEW,
                "Colloquio con il signor Bruno in ufficio. Chiede soprattutto qualche ora di "
                "riposo. Proposto il centro diurno per due mattine.",
            ),
        ),
    ),
    Story(
        "Paola Serafini",
        41,
        answers(
            "Marco ha bisogno di aiuto per tutto. Mio marito e io lavoriamo e la mattina è difficile.",
            home=home_answers("parents", "daily"),
            other={"for_whom": "other", "relation": "guardian"},
            disability="yes",
            hard="washing dressing eating moving toilet going_out medicines",
        ),
        for_whom="Marco Dellavalle",
        taken_by="Ilaria Desanti",
        taken_after_days=6,
        granted_after_days=12,
        examined_by="Tommaso Vecchietti",
    ),
    Story(
        "Laura Ventimigli",
        9,
        answers(
            "Mi hanno operata alla mano e con la bambina non ce la faccio.",
            other={"street": "Indirizzo riservato"},
            home=home_answers("children"),
            isee="unknown",
            urgency="days",
        ),
    ),
    Story(
        "Franca Morigini",
        6,
        answers(
            "La malattia va avanti. Mi serve aiuto per lavarmi e per la casa.",
            disability="yes",
            hard="washing dressing moving going_out",
        ),
    ),
    Story(
        "Dino Bertarini",
        19,
        answers("Non guido più e la spesa è lontana.", hard="going_out", urgency="later"),
        withdrawn_after_days=8,
    ),
    Story(
        "Ionela Popescu",
        2,
        answers("", other=for_another("parent", "Viorica Dumitru", "15", "1", "1952"), home=home_answers("children")),
        is_draft=True,
        steps=("who", "home"),
    ),
)
