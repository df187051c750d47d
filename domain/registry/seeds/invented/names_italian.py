"""Names of invented Italians: given names by how common they are, surnames built from syllables."""

from itertools import product
from random import Random


def _words(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


WOMEN = _words("""
    Maria Anna Giuseppina Rosa Angela Giovanna Teresa Lucia Carmela Caterina Francesca Antonietta Carla Elena
    Concetta Rita Margherita Franca Paola Giulia Sara Laura Chiara Valentina Martina Alessandra Federica Silvia Elisa
    Roberta Simona Daniela Cristina Monica Barbara Patrizia Antonella Claudia Stefania Luisa Giorgia Alessia Sofia
    Aurora Ginevra Alice Emma Greta Beatrice Vittoria Matilde Gaia Noemi Nicole Camilla Bianca Ludovica Viola
    Arianna Serena Ilaria Veronica Michela Manuela Sabrina Donatella Emanuela Mariangela Annamaria Rosanna Marisa
    Graziella Ornella Loredana Tiziana Nadia Katia Debora Eleonora Irene Marta Miriam Ines Iolanda Assunta Filomena
    Vincenza Domenica Pasqualina Addolorata Immacolata Nunzia Gerarda Ermelinda Ersilia Fiorenza Gabriella Gianna
    Ivana Lidia Liliana Lina Luciana Mafalda Mirella Norma Olga Onorina Pierina Renata Rosaria Santina Silvana Wanda
    Zaira Zita Adele Agata Agnese Albina
""")
MEN = _words("""
    Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo Franco Domenico Bruno
    Paolo Michele Giorgio Aldo Sergio Luciano Andrea Marco Matteo Alessandro Luca Davide Stefano Roberto Fabio
    Simone Lorenzo Federico Riccardo Daniele Massimo Claudio Leonardo Gabriele Tommaso Edoardo Filippo Giacomo
    Nicola Diego Samuele Emanuele Pasquale Raffaele Gennaro Ciro Carmine Rocco Gaetano Alfonso Umberto Vittorio
    Enrico Renato Guido Mauro Maurizio Fabrizio Gianluca Gianfranco Giancarlo Giampiero Pierluigi Piergiorgio
    Alberto Alfredo Armando Arturo Attilio Camillo Cesare Corrado Dario Dino Donato Egidio Elio Emilio Enzo Ettore
    Ezio Fausto Ferdinando Fulvio Gino Giuliano Gustavo Ivano Lino Livio Loris Marcello Mirko Nino Oreste Orlando
    Osvaldo Ottavio Patrizio Piero Quirino Remo Romano Romeo Ruggero Sandro Saverio Silvio Tiziano Tullio Ugo
    Valerio Walter Zeno
""")
COMMON = (
    *_words("""
    Rossi Ferrari Russo Bianchi Esposito Colombo Romano Ricci Marino Greco Bruno Gallo Conti Costa Giordano
    Mancini Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone
    Longo Gentile Martinelli Vitale Lombardo Serra Coppola D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri
    Fabbri Bianco Marini Grasso Valentini Messina Sala Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo
    Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti Caputo
    Montanari Guerra Palmieri Bernardi Martino Fiore
"""),
    "De Luca",
    "De Santis",
    "Di Stefano",
    "De Angelis",
    "De Rosa",
    "D'Amico",
    "De Simone",
    "Dell'Acqua",
    "Della Valle",
    "Lo Presti",
    "La Rosa",
    "Di Maio",
    "D'Agostino",
    "De Marco",
    "Di Giovanni",
    "Dal Pozzo",
    "Del Bianco",
    "Degli Esposti",
)
_STARTS = _words("""
    Bel Bal Bar Ber Bor Bran Bru Cal Cam Can Cap Car Cas Cav Cer Cor Cri Dal Dor Fal Fan Far Fer Fil Fon For Fra
    Gal Gam Gar Gen Ghir Gra Gri Gual Lan Lam Lor Luc Mal Man Mar Mas Mer Mon Mor Nar Ner Nor Pal Pan Par Pas Per
    Pic Pin Por Pra Quar Ran Rav Rin Rol Ron Sal San Sar Scar Ser Sil Sol Spa Stra Tan Tar Tor Tra Val Ven Ver
    Vig Vin Zam Zan Zor
""")
_MIDDLES = _words("""
    and ar at av ell em end er est ett ic ign il in isc it od ol omb on ond or orz oss ott ov ucc ul un urr ust
    alb anz arg asch
""")
_ENDINGS = ("i", "ini", "oni", "etti", "ucci", "elli", "aro", "ese", "ano", "otto", "acci", "eri", "azzi", "an", "is")


def _built() -> tuple[str, ...]:
    built = [f"{start}{middle}{end}" for start, middle, end in product(_STARTS, _MIDDLES, _ENDINGS)]
    Random("surnames").shuffle(built)  # which are common is always the same
    return tuple(built)


FAMILY_NAMES = COMMON + _built()
"""All surnames, the commonest first."""
