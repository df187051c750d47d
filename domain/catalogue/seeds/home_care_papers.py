"""Home care, steps 6 and 7: the documents and the declarations."""

from domain.catalogue.rules.form_definition import Step
from domain.catalogue.seeds.questions import ask, step
from domain.catalogue.terms import FieldKind
from domain.kernel.text import Text, _

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def papers() -> Step:
    """Step 6: each document may be sent later."""
    return step(
        "papers", _("Documenti"),
        ask("identity", FieldKind.DOCUMENT, _("Documento d'identità o permesso di soggiorno"),
            document_kind="identity_card", hint=_("Una foto davanti e una dietro, oppure un PDF.")),
        ask("medical_certificate", FieldKind.DOCUMENT, _("Certificato del medico"), required=False,
            document_kind="medical_certificate", hint=_("Il medico di famiglia lo fa gratis."),
            why=_("Serve per capire che cura è adatta.")),
        ask("disability_report", FieldKind.DOCUMENT, _("Verbale di invalidità"), required=False,
            document_kind="disability_report", only_if={"==": [{"var": "disability"}, "yes"]}),
        intro=_("Va bene una foto fatta con il telefono. Puoi anche mandare i documenti dopo."))


def declarations() -> Step:
    """Step 7: what the person has read and declares, in plain words; the words of the law beside them."""
    return step(
        "declarations", _("Dichiarazioni"),
        ask("privacy_read", FieldKind.DECLARATION, _("Uso dei tuoi dati"),
            text=_("Ho letto come il Comune usa i miei dati e quelli della persona che riceve l'aiuto."),
            legal_text=_privacy_law()),
        ask("declares_true", FieldKind.DECLARATION, _("Risposte vere"),
            text=_("Dichiaro che le mie risposte sono vere. So che dire il falso è un reato e che posso perdere "
                   "l'aiuto."),
            legal_text=_declaration_law()),
        ask("accepts_checks", FieldKind.DECLARATION, _("Controlli e cambiamenti"),
            text=_("So che l'ufficio può controllare le mie risposte. Se qualcosa cambia, lo dico all'ufficio."),
            legal_text=_check_law()),
        intro=_("Leggi e conferma. Le parole della legge sono sotto ogni frase."))


def _privacy_law() -> Text:
    # NOTA: testo di legge: Regolamento (UE) 2016/679, artt. 6, 9, 13 e 14
    return _(
        "Dichiaro di aver preso visione dell'informativa resa ai sensi degli artt. 13 e 14 del Regolamento (UE) "
        "2016/679. Il trattamento è necessario per l'esecuzione di un compito di interesse pubblico e per motivi di "
        "interesse pubblico rilevante (art. 6, par. 1, lett. e, e art. 9, par. 2, lett. g).")


def _declaration_law() -> Text:
    # NOTA: testo di legge: D.P.R. 445/2000, artt. 46, 47, 75 e 76
    return _(
        "Ai sensi degli artt. 46 e 47 del D.P.R. 28 dicembre 2000, n. 445, consapevole delle sanzioni penali previste "
        "dall'art. 76 per chi rilascia dichiarazioni mendaci e della decadenza dai benefici prevista dall'art. 75, "
        "dichiaro sotto la mia responsabilità che quanto riportato nella domanda corrisponde al vero.")


def _check_law() -> Text:
    # NOTA: testo di legge: D.P.R. 445/2000, art. 71
    return _(
        "Sono a conoscenza che l'amministrazione effettua controlli, anche a campione, sulla veridicità delle "
        "dichiarazioni sostitutive ai sensi dell'art. 71 del D.P.R. 28 dicembre 2000, n. 445.")
