"""Euros, always exact: what people type becomes a Decimal with two places."""

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator

_CENT = Decimal("0.01")


def parse(typed: object) -> Decimal:
    """Euros from ``8.400``, ``8400,50``, ``8,400.50`` or ``8 400 €``; ``ValueError('money')`` otherwise."""
    if isinstance(typed, Decimal | int):
        return Decimal(typed).quantize(_CENT)
    text = re.sub(r"[\s€\u00a0]", "", str(typed))
    comma, dot = text.rfind(","), text.rfind(".")
    if comma > dot:
        text = text.replace(".", "").replace(",", ".")
    elif dot > comma and (comma >= 0 or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text)):
        text = text.replace(",", "") if comma >= 0 else text.replace(".", "")
    try:
        return Decimal(text).quantize(_CENT)
    except InvalidOperation as refused:
        raise ValueError("money") from refused


Money = Annotated[Decimal, BeforeValidator(parse)]
