"""Home care, steps 4 and 5: what the person does alone, and which help is needed."""

from domain.catalogue.rules.form_definition import Field, Step
from domain.catalogue.seeds.questions import answered, ask, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import Text, _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def _ability(key: str, label: Text) -> Field:
    return ask(key, FieldKind.CHOICE, label, options=(
        ("alone", _("Sì, da sola")), ("helped", _("Sì, ma con un aiuto")), ("unable", _("No, non ci riesce"))))


def autonomy() -> Step:
    """Step 4: everyday acts, in the order in which people lose them."""
    certified = answered("disability", YES)
    return step(
        "autonomy", _("Che cosa fa da sola la persona"),
        _ability("washing", _("Si lava?")),
        _ability("dressing", _("Si veste?")),
        _ability("eating", _("Mangia?")),
        _ability("moving", _("Si alza e cammina in casa?")),
        _ability("toilet", _("Va in bagno?")),
        _ability("going_out", _("Esce di casa?")),
        _ability("medicines", _("Prende le medicine nel modo giusto?")),
        ask("memory", FieldKind.CHOICE, _("Dimentica le cose o si confonde?"), options=(
            ("never", _("No, mai")), ("sometimes", _("Qualche volta")), ("often", _("Spesso")))),
        ask("disability", FieldKind.CHOICE, _("Ha un'invalidità riconosciuta?"),
            tells="has_disability_certificate", options=(
            (YES, _("Sì")), ("asked", _("L'abbiamo chiesta e aspettiamo")), ("no", _("No")),
            ("unknown", _("Non lo so")))),
        ask("disability_rate", FieldKind.NUMBER, _("Di quanto è l'invalidità, in percentuale?"), required=False,
            only_if=certified, hint=_("È scritto sul verbale. Per esempio: 100.")),
        ask("attendance_allowance", FieldKind.CHOICE, _("Riceve l'assegno di accompagnamento?"), only_if=certified,
            options=((YES, _("Sì")), ("no", _("No")), ("unknown", _("Non lo so")))),
        intro=_("Pensa a una giornata normale. Non ci sono risposte giuste o sbagliate."))


def needs() -> Step:
    """Step 5: the help wanted, when, how soon, and how to talk with each other."""
    return step(
        "needs", _("Che aiuto serve"),
        ask("help_wanted", FieldKind.CHOICES, _("In che cosa serve aiuto?"), hint=_("Puoi scegliere più risposte."),
            options=(
                ("hygiene", _("Lavarsi e vestirsi")), ("meals", _("Preparare i pasti o mangiare")),
                ("home", _("Pulire la casa")), ("shopping", _("Fare la spesa e le commissioni")),
                ("company", _("Stare in compagnia")), ("outings", _("Andare dal medico o in ufficio")),
                ("respite", _("Far riposare chi la aiuta ogni giorno")))),
        ask("days_wanted", FieldKind.CHOICES, _("In quali giorni?"), options=(
            ("weekdays", _("Dal lunedì al venerdì")), ("saturday", _("Sabato")), ("sunday", _("Domenica")))),
        ask("times_wanted", FieldKind.CHOICES, _("In quali momenti?"), options=(
            ("morning", _("Mattina")), ("noon", _("Ora di pranzo")), ("afternoon", _("Pomeriggio")),
            ("evening", _("Sera")))),
        ask("urgency", FieldKind.CHOICE, _("Quanto è urgente?"), options=(
            ("days", _("Serve nei prossimi giorni")), ("month", _("Serve entro un mese")),
            ("later", _("Può aspettare")))),
        ask("urgency_reason", FieldKind.TEXT, _("Perché è urgente?"), only_if=answered("urgency", "days"),
            required=False, hint=_("Per esempio: torna a casa dall'ospedale."), max_length=300),
        ask("own_words", FieldKind.LONG_TEXT, _("Racconta la situazione con parole tue"), required=False,
            hint=_("Scrivi quello che per te è importante."), max_length=2000),
        ask("second_contact_name", FieldKind.TEXT, _("Un'altra persona che possiamo chiamare"), required=False,
            max_length=120, hint=_("Nome e cognome.")),
        ask("second_contact_phone", FieldKind.PHONE, _("Il telefono di questa persona"), required=False),
        ask("mediator", FieldKind.CHOICE, _("Per parlare con l'operatore, serve qualcuno?"), required=False, options=(
            ("none", _("No, parliamo in italiano")), ("interpreter", _("Sì, una persona che parla la nostra lingua")),
            ("sign_language", _("Sì, un interprete di lingua dei segni (LIS)")))),
        ask("spoken_language", FieldKind.TEXT, _("Quale lingua?"), only_if=answered("mediator", "interpreter"),
            max_length=60))
