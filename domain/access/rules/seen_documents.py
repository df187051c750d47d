"""The document by which an operator recognises somebody."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from domain.access.terms import IdentityDocument
from domain.kernel.refusals import Invalid
from domain.kernel.text import _

Word = Annotated[str, AfterValidator(str.strip), Field(min_length=1, max_length=100)]


class SeenDocument(BaseModel):
    """The document that the operator has in hand."""

    document_kind: IdentityDocument
    document_number: Word
    document_issuer: Word
    document_expires_on: date


def check_document(seen: SeenDocument, today: date) -> None:
    """Refuses Invalid for a document that has expired."""
    if seen.document_expires_on < today:
        raise Invalid({"document_expires_on": _("Questo documento è scaduto. Chiedi un documento valido.")})
