"""Words for what people are to each other, whatever household they live in."""

from enum import StrEnum

from domain.kernel.text import Text, _


class RelationAspect(StrEnum):
    """Of what a relation speaks; two people have one relation of each aspect at a time."""

    PARENT = "parent"
    COUPLE = "couple"
    TWIN = "twin"
    TIE = "tie"


class RelationKind(StrEnum):
    """What somebody is to somebody else, whatever household they live in. The first is the parent of the second."""

    PARENT = "parent"
    ADOPTIVE_PARENT = "adoptive_parent"
    FOSTER_PARENT = "foster_parent"
    MARRIED = "married"
    CIVIL_UNION = "civil_union"
    COHABITING = "cohabiting"
    ENGAGED = "engaged"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    WIDOWED = "widowed"
    TWIN = "twin"
    IDENTICAL_TWIN = "identical_twin"
    CLOSE = "close"
    DISTANT = "distant"
    CONFLICT = "conflict"
    VIOLENCE = "violence"
    CUT_OFF = "cut_off"

    @property
    def label(self) -> Text:
        """The relation as operators read it."""
        return RELATION_LABELS[self]

    @property
    def aspect(self) -> RelationAspect:
        """Of what the relation speaks."""
        for aspect, kinds in RELATION_ASPECTS.items():
            if self in kinds:
                return aspect
        return RelationAspect.TIE


class OutsiderKind(StrEnum):
    """What stands in a drawing without a record: a person, or a place or body that counts in somebody's life."""

    PERSON = "person"
    SCHOOL = "school"
    HEALTH = "health"
    SOCIAL_SERVICE = "social_service"
    PARISH = "parish"
    ASSOCIATION = "association"
    WORK = "work"
    OTHER = "other"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return OUTSIDER_LABELS[self]


RELATION_ASPECTS: dict[RelationAspect, tuple[RelationKind, ...]] = {
    RelationAspect.PARENT: (RelationKind.PARENT, RelationKind.ADOPTIVE_PARENT, RelationKind.FOSTER_PARENT),
    RelationAspect.COUPLE: (
        RelationKind.MARRIED,
        RelationKind.CIVIL_UNION,
        RelationKind.COHABITING,
        RelationKind.ENGAGED,
        RelationKind.SEPARATED,
        RelationKind.DIVORCED,
        RelationKind.WIDOWED,
    ),
    RelationAspect.TWIN: (RelationKind.TWIN, RelationKind.IDENTICAL_TWIN),
    RelationAspect.TIE: (
        RelationKind.CLOSE,
        RelationKind.DISTANT,
        RelationKind.CONFLICT,
        RelationKind.VIOLENCE,
        RelationKind.CUT_OFF,
    ),
}

RELATION_LABELS: dict[RelationKind, Text] = {
    RelationKind.PARENT: _("Genitore"),
    RelationKind.ADOPTIVE_PARENT: _("Genitore adottivo"),
    RelationKind.FOSTER_PARENT: _("Affidatario"),
    RelationKind.MARRIED: _("Sposati"),
    RelationKind.CIVIL_UNION: _("Uniti civilmente"),
    RelationKind.COHABITING: _("Conviventi"),
    RelationKind.ENGAGED: _("Fidanzati"),
    RelationKind.SEPARATED: _("Separati"),
    RelationKind.DIVORCED: _("Divorziati"),
    RelationKind.WIDOWED: _("Coppia finita per una morte"),
    RelationKind.TWIN: _("Gemelli"),
    RelationKind.IDENTICAL_TWIN: _("Gemelli identici"),
    RelationKind.CLOSE: _("Legame forte"),
    RelationKind.DISTANT: _("Legame debole"),
    RelationKind.CONFLICT: _("Conflitto"),
    RelationKind.VIOLENCE: _("Violenza"),
    RelationKind.CUT_OFF: _("Rapporto interrotto"),
}

OUTSIDER_LABELS: dict[OutsiderKind, Text] = {
    OutsiderKind.PERSON: _("Persona"),
    OutsiderKind.SCHOOL: _("Scuola"),
    OutsiderKind.HEALTH: _("Medico o servizio sanitario"),
    OutsiderKind.SOCIAL_SERVICE: _("Servizio sociale"),
    OutsiderKind.PARISH: _("Parrocchia o comunità religiosa"),
    OutsiderKind.ASSOCIATION: _("Associazione o volontariato"),
    OutsiderKind.WORK: _("Lavoro"),
    OutsiderKind.OTHER: _("Altra risorsa"),
}
