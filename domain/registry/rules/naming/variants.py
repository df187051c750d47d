"""One name in several languages, where spelling alone does not tell: what parents and clerks take for the same.

A short list of the commonest names of people who live in Italy. Each line is one name; the order means nothing.
"""

from domain.registry.rules.naming.sounds import Word, sound_of

_NAMES = """
mhmd mohamed mohammed muhammad mohammad mohamad muhammed mehmet mamadou mohamadou mouhamed mahamadou
ahmed ahmad ahmet achmed
yusuf youssef yousef yosef josef joseph yousuf yusif iosif osip josip giuseppe
ibrahim ibrahima brahim abraham abramo ebrahim
ismail ismael smail
ali aly
husein hussein hussain hocine huseyin hossain
hassan hasan hacen lahcen
omar umar oumar omer
othman usman osman ousmane uthman
khadija khadidja hadija kadija khadijah hatice
fatima fatma fatoumata fatimah fatou
aish aisha aicha ayesha aissatou
maryam mariam meryem myriam miriam
zahra zohra zahraa
said sayid saeed
mustafa mostafa moustapha mustapha
abdullah abdallah abdoulaye
abderrahim abdelrahim
abdelkader abdulkadir
sheikh cheikh shaikh
oleksandr aleksandr alexandr alexander alessandro aliaksandr alexandru aleksander
oleksandra aleksandra alexandra alessandra
olena elena helena yelena
oksana xenia ksenia
serhii serhiy sergei sergey sergiu sergii sergio
volodymyr vladimir wladimir
mykola nikolai nikolay nicolae nicola mikola
mykhailo mikhail mihail michail michele mihai mykhaylo mihajlo
dmytro dmitri dmitry dmitrii dumitru
andrii andrey andrei andriy andrea
kateryna ekaterina katerina caterina ecaterina katarzyna katarina
hanna anna ganna
hryhorii grigori grigory grigore gregorio
yevhen evgeny evgeni evgenij eugen
yuliia yulia iulia julia giulia
iryna irina irena
natalia nataliya natalya nataliia
tetiana tatiana tetyana tatyana
svitlana svetlana
halyna galina
ivan ioan jan johann giovanni john juan jean
stefan stephan stepan stefano
petro petru piotr pietro peter petar
pavlo pavel paul paolo pawel
vasyl vasile vasili vasilij
gheorghe georgi giorgi giorgio georg yuri yurii jurij
constantin konstantin costantino kostiantyn
cristian christian cristiano
singh sing simgh
kaur kor
nguyen nguien
chen chan
zhang chang cheung
wang wong
hu hou
xhoana joana ioana giovanna
arben arber
shpetim spetim
islam eslam
rahman rahaman rehman
hoque haque hoq
begum begam
chowdhury choudhury chaudhry choudhary
"""


def _of(line: str) -> frozenset[str]:
    return frozenset(map(sound_of, line.split()))


_GROUPS = tuple(_of(line) for line in _NAMES.strip().splitlines())
_BY_SOUND: dict[str, frozenset[str]] = {}
for _group in _GROUPS:
    for _sound in _group:
        _BY_SOUND[_sound] = _BY_SOUND.get(_sound, frozenset()) | _group


def same_name(one: Word) -> frozenset[str]:
    """The sounds of the same name in other languages; only its own when we know of none."""
    return _BY_SOUND.get(one.sound, frozenset()) | {one.sound}


def are_one_name(one: Word, other: Word) -> bool:
    """Whether both are the same name in two languages."""
    return other.sound in _BY_SOUND.get(one.sound, ())
