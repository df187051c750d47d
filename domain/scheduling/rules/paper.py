"""The sheet of an appointment that people take with them, in their language."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.kernel.languages import BY_CODE
from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Items, Note, PageWords, QrCode


@dataclass(frozen=True)
class PaperFacts:
    """All that the sheet says, already in the language; ``code`` is shown on arrival."""

    language: str
    ente_name: str
    when: str
    need: str
    manner: Text
    office: str
    address: str
    phone: str
    code: str
    to_bring: Sequence[str]


def appointment_act(facts: PaperFacts) -> Act:
    """The sheet."""

    def words(text: Text) -> str:
        return say(text, facts.language)

    rows = [
        (words(_("Quando")), facts.when),
        (words(_("Motivo")), facts.need),
        (words(_("Come vi incontrate")), words(facts.manner)),
        (words(_("Ufficio")), facts.office),
        (words(_("Indirizzo")), facts.address),
        (words(_("Telefono")), facts.phone),
    ]
    blocks: list[Block] = [Facts([row for row in rows if row[1]])]
    if facts.to_bring:
        blocks += [Heading(words(_("Che cosa portare"))), Items(list(facts.to_bring))]
    blocks += [
        QrCode(facts.code, words(_("Mostra questo codice quando arrivi: %(code)s", code=facts.code))),
        Note(words(_("Se non puoi venire, disdici: il posto serve a un'altra persona."))),
    ]
    return Act(
        title=words(_("Il tuo appuntamento")),
        language=facts.language,
        direction="rtl" if BY_CODE[facts.language].direction == "rtl" else "ltr",
        ente=Ente(facts.ente_name),
        page_words=PageWords(words(_("Pagina")), words(_("di"))),
        blocks=blocks,
    )
