"""The sections there are. What was answered in an older version is read with that version."""

from domain.kernel.text import _
from domain.reception.rules.section_fields import SectionField, SectionForm
from domain.reception.terms.desks import Section
from domain.reception.terms.section_fields import FieldKind

_HOUSING = (
    SectionField(
        "kind",
        _("Che cosa cerca"),
        FieldKind.CHOICE,
        (
            ("rent", _("Una casa in affitto")),
            ("buy", _("Una casa da comprare")),
            ("temporary", _("Un alloggio temporaneo")),
            ("dispute", _("Aiuto in una lite")),
            ("paperwork", _("Aiuto con il contratto")),
        ),
    ),
    SectionField(
        "reason",
        _("Perché"),
        FieldKind.CHOICE,
        (
            ("no_home", _("Non ha una casa")),
            ("rent_too_high", _("L'affitto è troppo alto")),
            ("too_small", _("La casa è troppo piccola")),
            ("unhealthy", _("La casa è in cattivo stato")),
            ("people", _("Ha problemi con chi abita con lei o vicino")),
            ("far_from_work", _("È lontana dal lavoro")),
            ("eviction", _("Ha uno sfratto")),
            ("other", _("Altro")),
        ),
    ),
    SectionField("rooms", _("Quante stanze servono"), FieldKind.NUMBER),
    SectionField("most_rent", _("Affitto massimo al mese"), FieldKind.MONEY),
    SectionField("result", _("Che cosa si è fatto per la casa"), FieldKind.LONG_TEXT),
)
_HOUSEHOLD = (
    SectionField("people", _("Quante persone andrebbero ad abitarci"), FieldKind.NUMBER),
    SectionField("since", _("Da quando cerca"), FieldKind.DAY),
)

FORMS: tuple[SectionForm, ...] = (
    SectionForm(
        Section.FIRST_ASSESSMENT,
        1,
        (
            SectionField("violence", _("C'è violenza, o paura di qualcuno in casa?"), FieldKind.YES_NO),
            SectionField("no_shelter", _("Stanotte non ha un posto dove dormire?"), FieldKind.YES_NO),
            SectionField("child_at_risk", _("Un bambino o un ragazzo è in pericolo?"), FieldKind.YES_NO),
            SectionField("self_harm", _("Parla di farsi del male?"), FieldKind.YES_NO),
            SectionField("alone_and_frail", _("Vive da sola e non riesce a badare a se stessa?"), FieldKind.YES_NO),
            SectionField("no_income", _("Non ha soldi per mangiare o per le medicine?"), FieldKind.YES_NO),
            SectionField("remarks", _("Note sulla prima valutazione"), FieldKind.LONG_TEXT),
        ),
    ),
    SectionForm(Section.HOUSING, 1, _HOUSING),
    SectionForm(Section.HOUSING, 2, (*_HOUSING[:3], *_HOUSEHOLD, *_HOUSING[3:])),
    SectionForm(
        Section.WORK,
        1,
        (
            SectionField(
                "kind",
                _("Che cosa chiede per il lavoro"),
                FieldKind.CHOICE,
                (
                    ("search", _("Cerca lavoro")),
                    ("dispute", _("Ha una lite di lavoro")),
                    ("self_employed", _("Vuole lavorare in proprio")),
                ),
            ),
            SectionField("experience", _("Esperienze di lavoro"), FieldKind.LONG_TEXT),
            SectionField("licences", _("Patenti")),
            SectionField(
                "hours",
                _("Orario possibile"),
                FieldKind.CHOICE,
                (
                    ("full", _("Tutto il giorno")),
                    ("part", _("Mezza giornata")),
                    ("nights", _("Anche di notte")),
                    ("weekend", _("Solo il fine settimana")),
                ),
            ),
            SectionField("is_registered", _("È iscritta al centro per l'impiego?"), FieldKind.YES_NO),
        ),
    ),
    SectionForm(
        Section.EDUCATION,
        1,
        (
            SectionField("course", _("Corso chiesto")),
            SectionField("is_italian", _("È un corso di italiano?"), FieldKind.YES_NO),
            SectionField("level", _("Livello di italiano"), FieldKind.CHOICE, list_name="lingua_livello"),
            SectionField("days", _("Giorni e orari possibili")),
        ),
    ),
    SectionForm(
        Section.MEDIATION,
        1,
        (
            SectionField("language", _("Lingua della mediazione")),
            SectionField("minutes", _("Minuti di mediazione"), FieldKind.NUMBER),
            SectionField("mediator", _("Chi ha fatto da mediatore")),
        ),
    ),
    SectionForm(
        Section.MONEY,
        1,
        (
            SectionField("benefits", _("Aiuti che il nucleo riceve già, da chi"), FieldKind.LONG_TEXT),
            SectionField("amount", _("Somma ricevuta negli ultimi 12 mesi"), FieldKind.MONEY),
            SectionField("last_on", _("Ultimo aiuto ricevuto il"), FieldKind.DAY),
        ),
    ),
    SectionForm(
        Section.FOREIGN,
        1,
        (
            SectionField(
                "status", _("Situazione del permesso"), FieldKind.CHOICE, list_name="permesso_soggiorno_stato"
            ),
            SectionField("permit", _("Tipo di permesso"), FieldKind.CHOICE, list_name="permesso_soggiorno_tipo"),
            SectionField("permit_ends_on", _("Scadenza del permesso"), FieldKind.DAY),
            SectionField("arrived_on", _("In Italia dal"), FieldKind.DAY),
            SectionField("level", _("Quanto parla italiano"), FieldKind.CHOICE, list_name="lingua_livello"),
            SectionField("is_alone_minor", _("È un minore arrivato da solo?"), FieldKind.YES_NO),
        ),
    ),
)

_BY_VERSION = {(form.section, form.version): form for form in FORMS}
_LATEST = {form.section: form for form in sorted(FORMS, key=lambda form: form.version)}
LISTS = tuple(sorted({field.list_name for form in FORMS for field in form.fields if field.list_name}))


def latest(section: Section) -> SectionForm:
    """The form to fill in now."""
    return _LATEST[section]


def in_version(section: Section, version: int) -> SectionForm:
    """The form as it was when it was answered."""
    return _BY_VERSION[section, version]
