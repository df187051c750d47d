"""What the forms of many services ask in the same words, and how their cards begin."""

from typing import Any

from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import Field, Step
from domain.catalogue.seeds.home_care_people import isee as isee_at_a_price
from domain.catalogue.seeds.questions import ask, row, step
from domain.catalogue.terms import FieldKind
from domain.kernel.text import Text, _
from domain.platform.localised import Localised

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off

YES_OR_NO_OR_UNKNOWN = (("yes", _("Sì")), ("no", _("No")), ("unknown", _("Non lo so")))


def card(title: Text, summary: Text, addressed_to: Text, obtained: Text, **more: Any) -> ServiceCard:
    """A card; of ``more``, what is not said (needed, conditions, costs, also_called) as most services say it.

    ``benefit_code`` is said only where the list of the national register leaves no doubt.
    """
    said = Localised.of
    needed = (_("Un documento d'identità o il permesso di soggiorno"), *more.get("needed", ()))
    return ServiceCard(
        title=said(title), summary=said(summary), addressed_to=said(addressed_to),
        how_to=said(_("Fai la domanda qui con il telefono. Rispondi alle domande e manda i documenti. "
                      "Se preferisci, puoi fare la domanda allo sportello.")),
        needed=tuple(said(one) for one in needed), obtained=said(obtained),
        times=said(_("L'ufficio risponde al massimo in 30 giorni.")),
        costs=said(more.get("costs") or _("Il servizio non costa niente.")),
        conditions=said(more.get("conditions") or _("Devi vivere in uno dei Comuni di questa zona.")),
        topic=said(more["topic"]), area=said(more["area"]),
        also_called=tuple(said(one) for one in more.get("also_called", ())), benefit_code=more.get("benefit_code"))


def decided_by_the_comune() -> Text:
    """The condition of what is given by rules that each comune sets."""
    return _("Devi vivere in uno dei Comuni di questa zona. Il Comune guarda l'ISEE e decide chi può avere l'aiuto.")


def who(*more: Field, label: Text | None = None) -> Step:
    """The first step: for whom, where they live, how to reach who writes."""
    return step(
        "who", _("Chi ha bisogno di aiuto"),
        ask("person", FieldKind.PERSON, label or _("Per chi chiedi l'aiuto?"), prefill="person"),
        ask("home", FieldKind.ADDRESS, _("Dove vive?"), prefill="residence"),
        *more,
        ask("phone", FieldKind.PHONE, _("Il tuo telefono"), prefill="contact.phone",
            why=_("L'operatore ti chiama per conoscere la situazione.")),
        ask("email", FieldKind.EMAIL, _("La tua e-mail"), prefill="contact.email", required=False,
            hint=_("Se non la usi, lascia vuoto.")))


def isee() -> Step:
    """The ISEE, where it decides and not the price."""
    words = Localised.of(_("L'ISEE è il foglio con i redditi della famiglia. Serve per decidere l'aiuto."))
    return isee_at_a_price().model_copy(update={"intro": words})


def family(*columns: dict[str, Any], hint: Text | None = None) -> Field:
    """The people who live together, one a row; ``columns`` are asked of each besides name and birth."""
    return ask(
        "family", FieldKind.GROUP, _("Con chi vive?"), required=False, max_rows=12,
        hint=hint or _("Aggiungi una riga per ogni persona. Se vive da sola, vai avanti."), parts=(
            row("full_name", FieldKind.TEXT, _("Nome e cognome"), max_length=120),
            row("born_on", FieldKind.DATE, _("Data di nascita"), is_past=True), *columns))


def people_in_all() -> Field:
    """How many live together: the rows of the family and the person."""
    return ask(
        "people_in_all", FieldKind.COMPUTED, _("Persone che vivono insieme, in tutto"), shown_as=FieldKind.NUMBER,
        tells="household_size",
        expression={"+": [1, {"count": {"var": "family"}}]})


def iban() -> Field:
    """Where the money goes."""
    return ask("iban", FieldKind.IBAN, _("Su quale conto mandiamo i soldi (IBAN)?"), required=False,
               hint=_("Se non hai un conto, lascia vuoto: troviamo un altro modo."))


def identity() -> Field:
    """The document that every service wants."""
    return ask("identity", FieldKind.DOCUMENT, _("Documento d'identità o permesso di soggiorno"),
               document_kind="identity_card", hint=_("Una foto davanti e una dietro, oppure un PDF."))


def disability_report(*, required: bool = False, **more: Any) -> Field:
    """The report of the commission."""
    return ask("disability_report", FieldKind.DOCUMENT, _("Verbale di invalidità"), required=required,
               document_kind="disability_report", **more)


def papers(*more: Field) -> Step:
    """The documents, each of which may be sent later."""
    return step("papers", _("Documenti"), identity(), *more,
                intro=_("Va bene una foto fatta con il telefono. Puoi anche mandare i documenti dopo."))


def own_words() -> Field:
    """What no question has asked."""
    return ask("own_words", FieldKind.LONG_TEXT, _("Racconta la situazione con parole tue"), required=False,
               hint=_("Scrivi quello che per te è importante."), max_length=2000)
