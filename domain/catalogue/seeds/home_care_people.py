"""Home care, steps 1 to 3: who needs help, with whom they live, with how much money."""

from domain.catalogue.rules.form_definition import Step
from domain.catalogue.seeds.questions import answered, ask, step
from domain.catalogue.terms import YES, FieldKind
from domain.kernel.text import _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off

ME, OTHER = answered("for_whom", "me"), answered("for_whom", "other")


def who() -> Step:
    """Step 1: the person who needs help, and who writes."""
    return step(
        "who", _("Chi ha bisogno di aiuto"),
        ask("for_whom", FieldKind.CHOICE, _("Per chi chiedi l'aiuto?"), prefill="application.for_whom", options=(
            ("me", _("Per me")), ("other", _("Per un'altra persona")))),
        ask("codice_fiscale", FieldKind.CODICE_FISCALE, _("Il tuo codice fiscale"), prefill="person.codice_fiscale",
            required=False, hint=_("È sulla tessera sanitaria. Se non lo hai, lascia vuoto."), only_if=ME),
        ask("relation", FieldKind.CHOICE, _("Chi è per te questa persona?"), only_if=OTHER, options=(
            ("parent", _("Mio padre o mia madre")), ("spouse", _("Mio marito, mia moglie o chi vive con me")),
            ("child", _("Mio figlio o mia figlia")), ("relative", _("Un altro parente")),
            ("guardian", _("Sono tutore o amministratore di sostegno")), ("none", _("Non siamo parenti")))),
        ask("other_name", FieldKind.TEXT, _("Nome e cognome della persona"), prefill="other.full_name",
            hint=_("Come sono scritti sul documento."), only_if=OTHER, max_length=120),
        ask("other_codice_fiscale", FieldKind.CODICE_FISCALE, _("Codice fiscale della persona"),
            prefill="other.codice_fiscale", required=False, only_if=OTHER,
            hint=_("È sulla tessera sanitaria. Se non lo hai, lascia vuoto.")),
        ask("other_born_on", FieldKind.DATE, _("Quando è nata la persona?"), prefill="other.born_on", is_past=True,
            hint=_("Per esempio: 2 marzo 1946."), only_if=OTHER),
        ask("street", FieldKind.TEXT, _("Via e numero della casa dove serve l'aiuto"), prefill="residence.street",
            max_length=160),
        ask("city", FieldKind.TEXT, _("Comune della casa"), prefill="residence.city", max_length=80),
        ask("phone", FieldKind.PHONE, _("Il tuo telefono"), prefill="contact.phone",
            why=_("L'operatore ti chiama per conoscere la situazione.")),
        ask("email", FieldKind.EMAIL, _("La tua e-mail"), prefill="contact.email", required=False,
            hint=_("Se non la usi, lascia vuoto.")),
        intro=_("Puoi chiedere aiuto per te o per un'altra persona."))


def home() -> Step:
    """Step 2: the home and the family."""
    not_alone = answered("lives_alone", "no")
    helped = answered("has_carer", YES)
    return step(
        "home", _("Casa e famiglia"),
        ask("lives_alone", FieldKind.YES_NO, _("La persona vive da sola?")),
        ask("people_count", FieldKind.NUMBER, _("Quante persone vivono in casa?"), only_if=not_alone,
            tells="household_size",
            hint=_("Conta anche chi ha bisogno di aiuto.")),
        ask("lives_with", FieldKind.CHOICES, _("Con chi vive?"), only_if=not_alone, options=(
            ("spouse", _("Marito, moglie o convivente")), ("children", _("Figli")), ("parents", _("Genitori")),
            ("relatives", _("Altri parenti")), ("carer", _("Una badante")), ("others", _("Altre persone")))),
        ask("has_carer", FieldKind.YES_NO, _("C'è già qualcuno che la aiuta?"),
            hint=_("Un parente, un vicino, una badante, un volontario.")),
        ask("carer_name", FieldKind.TEXT, _("Nome e cognome di chi la aiuta di più"), only_if=helped, required=False,
            max_length=120),
        ask("carer_phone", FieldKind.PHONE, _("Telefono di chi la aiuta"), only_if=helped, required=False),
        ask("carer_time", FieldKind.CHOICE, _("Quanto tempo la aiuta?"), only_if=helped, options=(
            ("always", _("Giorno e notte")), ("daily", _("Alcune ore ogni giorno")),
            ("weekly", _("Alcune volte alla settimana")), ("rarely", _("Ogni tanto")))),
        ask("home_problems", FieldKind.CHOICES, _("Ci sono difficoltà in casa?"), required=False,
            hint=_("Puoi scegliere più risposte."), options=(
                ("stairs", _("Ci sono scale e manca l'ascensore")), ("bathroom", _("Il bagno è difficile da usare")),
                ("cold", _("La casa è fredda o umida")), ("isolated", _("La casa è lontana da tutto")))))


def isee() -> Step:
    """Step 3: the ISEE, of which nobody is turned away for not having one."""
    return step(
        "isee", _("Redditi della famiglia (ISEE)"),
        ask("isee_has", FieldKind.CHOICE, _("Hai un ISEE di quest'anno?"), prefill="isee.has", tells="has_isee",
            options=((YES, _("Sì, ce l'ho")), ("no", _("No, non ce l'ho")), ("unknown", _("Non lo so")))),
        ask("isee_amount", FieldKind.MONEY, _("Quanto è il tuo ISEE?"), prefill="isee.amount", tells="isee",
            only_if=answered("isee_has", YES), hint=_("Per esempio: 8.400,00 euro.")),
        ask("isee_help", FieldKind.YES_NO, _("Vuoi che ti spieghiamo come fare l'ISEE?"), required=False,
            only_if={"!=": [{"var": "isee_has"}, YES]}),
        intro=_("L'ISEE è il foglio con i redditi della famiglia. Serve per sapere quanto paghi il servizio."))
