"""The ten applications of the demonstration: who asks what, when, and what the office did about it."""

from dataclasses import dataclass, field

from domain.casework.terms import DiaryKind

Answers = dict[str, dict[str, str | list[str]]]

AUTONOMY = ("washing", "dressing", "eating", "moving", "toilet", "going_out", "medicines")


@dataclass(frozen=True)
class Note:
    """What a colleague wrote in the diary, that many days after taking charge."""

    days_later: int
    kind: DiaryKind
    text: str


@dataclass(frozen=True)
class Story:
    """``who`` asks ``days_ago``, ``for_whom`` when somebody is represented; ``taken_by`` takes charge after some days.

    A draft has only the first ``steps`` answered and is not sent.
    """

    who: str
    days_ago: int
    answers: Answers
    for_whom: str = ""
    taken_by: str = ""
    taken_after_days: int = 2
    withdrawn_after_days: int = 0
    notes: tuple[Note, ...] = ()
    is_draft: bool = False
    steps: tuple[str, ...] = field(default=("who", "home", "isee", "autonomy", "needs", "papers", "declarations"))


def _home(lives_with: str = "", carer: str = "") -> dict[str, str | list[str]]:
    alone: dict[str, str | list[str]] = {"lives_alone": "no" if lives_with else "yes"}
    company: dict[str, str | list[str]] = {"people_count": "2", "lives_with": [lives_with]} if lives_with else {}
    help_now: dict[str, str | list[str]] = {"has_carer": "yes", "carer_time": carer} if carer else {"has_carer": "no"}
    return alone | company | help_now


def _answers(
    own_words: str,
    *,
    urgency: str = "month",
    hard: str = "washing dressing going_out",
    disability: str = "no",
    home: dict[str, str | list[str]] | None = None,
    other: dict[str, str | list[str]] | None = None,
    language: str = "",
    isee: str = "",
) -> Answers:
    able: dict[str, str | list[str]] = {key: "helped" if key in hard.split() else "alone" for key in AUTONOMY}
    allowance: dict[str, str | list[str]] = {"disability_rate": "100", "attendance_allowance": "yes"}
    state: dict[str, str | list[str]] = {"memory": "sometimes", "disability": disability}
    spoken: dict[str, str | list[str]] = {"mediator": "interpreter", "spoken_language": language}
    return {
        "who": other or {},
        "home": home or _home(),
        "isee": {"isee_has": isee} if isee else {},
        "autonomy": able | state | (allowance if disability == "yes" else {}),
        "needs": {
            "help_wanted": ["hygiene", "home"],
            "days_wanted": ["weekdays"],
            "times_wanted": ["morning"],
            "urgency": urgency,
            "own_words": own_words,
        }
        | (spoken if language else {"mediator": "none"}),
        "papers": {"identity.later": "yes"},
        "declarations": {"privacy_read": "yes", "declares_true": "yes", "accepts_checks": "yes"},
    }


def _other(relation: str, name: str, day: str, month: str, year: str) -> dict[str, str | list[str]]:
    return {
        "for_whom": "other",
        "relation": relation,
        "other_name": name,
        "other_born_on.day": day,
        "other_born_on.month": month,
        "other_born_on.year": year,
    }


STORIES = (
    Story(
        "Maria Rosa Fontanelli",
        24,
        _answers(
            "Sono caduta in bagno a settembre. Mia figlia abita lontano. Da sola non riesco più a lavarmi.",
            hard="washing dressing moving going_out",
        ),
        taken_by="Sara Bonfante",
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
        _answers(
            "Da quando è morta mia moglie nessuno mi aiuta ad alzarmi la mattina.",
            urgency="days",
            disability="yes",
            hard="washing dressing moving toilet going_out",
        ),
    ),
    Story(
        "Arben Hoxha",
        3,
        _answers(
            "Mia moglie ha avuto un ictus. Io la aiuto ma di notte non dormo.",
            home=_home("spouse", "always"),
            other=_other("spouse", "Drita Hoxha", "6", "5", "1961"),
            language="albanese",
            disability="asked",
        ),
    ),
    Story(
        "Elena Fabbriciani",
        5,
        _answers(
            "Bakary si è rotto una gamba. In comunità serve una persona che lo aiuti a lavarsi e ad andare a scuola.",
            home=_home("others"),
            other={"for_whom": "other", "relation": "guardian"},
            isee="no",
            urgency="days",
        ),
        for_whom="Bakary Jallow",
    ),
    Story(
        "Bruno Cavallarini",
        12,
        _answers(
            "Mia moglie si confonde e di notte esce di casa. Ho 83 anni e sono stanco.",
            home=_home("spouse", "always"),
            other=_other("spouse", "Teresa Montuschi", "20", "2", "1946"),
            hard="washing dressing going_out medicines",
        ),
        taken_by="Ilaria Desanti",
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
        _answers(
            "Marco ha bisogno di aiuto per tutto. Mio marito e io lavoriamo e la mattina è difficile.",
            home=_home("parents", "daily"),
            other={"for_whom": "other", "relation": "guardian"},
            disability="yes",
            hard="washing dressing eating moving toilet going_out medicines",
        ),
        for_whom="Marco Dellavalle",
        taken_by="Ilaria Desanti",
        taken_after_days=6,
    ),
    Story(
        "Laura Ventimigli",
        9,
        _answers(
            "Mi hanno operata alla mano e con la bambina non ce la faccio.",
            other={"street": "Indirizzo riservato"},
            home=_home("children"),
            isee="unknown",
            urgency="days",
        ),
    ),
    Story(
        "Franca Morigini",
        6,
        _answers(
            "La malattia va avanti. Mi serve aiuto per lavarmi e per la casa.",
            disability="yes",
            hard="washing dressing moving going_out",
        ),
    ),
    Story(
        "Dino Bertarini",
        19,
        _answers("Non guido più e la spesa è lontana.", hard="going_out", urgency="later"),
        withdrawn_after_days=8,
    ),
    Story(
        "Ionela Popescu",
        2,
        _answers("", other=_other("parent", "Viorica Dumitru", "15", "1", "1952"), home=_home("children")),
        is_draft=True,
        steps=("who", "home"),
    ),
)
