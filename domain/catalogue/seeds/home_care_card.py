"""The card of home care."""

from domain.catalogue.rules.card import ServiceCard
from domain.kernel.text import _
from domain.platform.localised import Localised

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def home_care_card() -> ServiceCard:
    """What people read before they ask for help at home."""
    said = Localised.of
    return ServiceCard(
        title=said(_("Aiuto a casa (assistenza domiciliare)")),
        summary=said(_("Un operatore viene a casa e aiuta chi non riesce a fare tutto da solo.")),
        addressed_to=said(_(
            "Il servizio è per le persone anziane, malate o con disabilità che vivono a casa. "
            "Puoi chiederlo per te o per un'altra persona.")),
        how_to=said(_(
            "Fai la domanda qui con il telefono. Rispondi alle domande e manda i documenti. "
            "Poi un operatore ti chiama e viene a casa per capire che cosa serve. "
            "Se preferisci, puoi fare la domanda allo sportello.")),
        needed=(
            said(_("Un documento d'identità o il permesso di soggiorno")),
            said(_("Il codice fiscale della persona che ha bisogno di aiuto")),
            said(_("Il certificato del medico, se lo hai")),
            said(_("Il foglio con i redditi della famiglia (ISEE), se lo hai")),
            said(_("Il verbale di invalidità, se lo hai"))),
        obtained=said(_(
            "Un operatore viene a casa nei giorni decisi insieme. Aiuta a lavarsi, a mangiare, a pulire la casa, "
            "a fare la spesa.")),
        times=said(_("L'ufficio risponde al massimo in 30 giorni. Se è urgente, scrivilo nella domanda.")),
        costs=said(_("Fare la domanda non costa niente. Il servizio può avere un costo: dipende dal tuo ISEE.")),
        conditions=said(_("Devi vivere in uno dei Comuni di questa zona.")),
        topic=said(_("Aiuto a casa")),
        area=said(_("Anziani e persone con disabilità")),
        also_called=(
            said(_("badante")), said(_("assistente familiare")), said(_("servizio di assistenza domiciliare (SAD)")),
            said(_("aiuto per anziani")), said(_("pasti a casa"))),
        benefit_code="A2.07")
