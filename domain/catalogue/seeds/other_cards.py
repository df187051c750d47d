"""Cards of services that are asked for at the desk."""

from domain.catalogue.rules.card import ServiceCard
from domain.kernel.text import _
from domain.platform.localised import Localised

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def money_help_card() -> ServiceCard:
    """Help in money, for who cannot pay for what is needed."""
    said = Localised.of
    return ServiceCard(
        title=said(_("Aiuto in denaro (contributo economico)")),
        summary=said(_("Un aiuto in denaro per chi non riesce a pagare le spese più importanti.")),
        addressed_to=said(_("Il servizio è per le persone e le famiglie con pochi soldi o in un momento difficile.")),
        how_to=said(_(
            "Prendi un appuntamento allo sportello. Un assistente sociale ascolta la tua situazione e fa la domanda "
            "con te.")),
        needed=(
            said(_("Un documento d'identità o il permesso di soggiorno")),
            said(_("Il foglio con i redditi della famiglia (ISEE)")),
            said(_("Le bollette o le altre spese da pagare"))),
        obtained=said(_("Una somma di denaro, oppure il pagamento diretto di una spesa.")),
        times=said(_("L'ufficio risponde al massimo in 30 giorni.")),
        costs=said(_("Il servizio non costa niente.")),
        conditions=said(_("Devi vivere in uno dei Comuni di questa zona. L'ufficio guarda i redditi della famiglia.")),
        topic=said(_("Soldi e spese")),
        area=said(_("Famiglie e persone in difficoltà")),
        also_called=(said(_("sussidio")), said(_("bollette")), said(_("affitto")), said(_("spesa e cibo"))))


def disabled_transport_card() -> ServiceCard:
    """Rides for people with disabilities."""
    said = Localised.of
    return ServiceCard(
        title=said(_("Trasporto per persone con disabilità")),
        summary=said(_("Un mezzo con l'autista ti porta a scuola, al lavoro, al centro o dal medico.")),
        addressed_to=said(_("Il servizio è per le persone con disabilità che non possono usare l'autobus.")),
        how_to=said(_("Prendi un appuntamento allo sportello, oppure telefona. La domanda si fa con un operatore.")),
        needed=(
            said(_("Un documento d'identità o il permesso di soggiorno")),
            said(_("Il verbale di invalidità")),
            said(_("Gli orari e i luoghi dove devi andare"))),
        obtained=said(_("Un viaggio di andata e ritorno nei giorni decisi insieme, anche con la carrozzina.")),
        times=said(_("L'ufficio risponde al massimo in 30 giorni.")),
        costs=said(_("Il servizio può avere un costo: dipende dal tuo ISEE.")),
        conditions=said(_("Devi vivere in uno dei Comuni di questa zona.")),
        topic=said(_("Muoversi")),
        area=said(_("Anziani e persone con disabilità")),
        also_called=(said(_("pulmino")), said(_("accompagnamento")), said(_("carrozzina"))))
