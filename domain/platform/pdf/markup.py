"""The HTML of a printable act, made only of escaped text; for the PDF engine, never for a browser."""

import base64
from collections.abc import Iterable
from functools import singledispatch
from html import escape

import segno

from domain.platform.pdf.act import (
    PNG,
    Act,
    Block,
    Ente,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    QrCode,
    Stamp,
    Table,
)

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def to_html(act: Act) -> str:
    """The page: running head and foot, the ente, the title, the blocks in their order."""
    body = "\n".join(
        [_running(act), _letterhead(act.ente), f"<h1>{_words(act.title)}</h1>"]
        + [_block(block) for block in act.blocks]
    )
    return (
        f'<!doctype html><html lang="{escape(act.language)}" dir="{act.direction}"><head><meta charset="utf-8">'
        f"<title>{escape(act.title)}</title></head><body>{body}</body></html>"
    )


def _running(act: Act) -> str:
    words = act.page_words
    mark = f"<br>{_words(act.mark)}" if act.mark else ""
    return (
        f'<div class="running-head">{_words(act.ente.name)}</div>'
        f'<div class="running-foot">{_words(words.before)} <span class="page"></span> {_words(words.between)} '
        f'<span class="pages"></span> {_words(words.after)}{mark}</div>'
    )


def _letterhead(ente: Ente) -> str:
    logo = ""
    if ente.logo is not None:
        media_type = "image/png" if ente.logo.startswith(PNG) else "image/jpeg"
        source = base64.b64encode(ente.logo).decode()
        logo = f'<img class="logo" alt="{escape(ente.name)}" src="data:{media_type};base64,{source}">'
    lines = "".join(f"<p>{_words(line)}</p>" for line in ente.address)
    sender = f'<div class="sender"><p class="ente">{_words(ente.name)}</p>{lines}</div>'
    return f'<div class="letterhead">{logo}{sender}</div>'


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(f"{type(block).__name__} is no block of a printable act.")


@_block.register
def _(block: Heading) -> str:
    return f"<h{block.level}>{_words(block.text)}</h{block.level}>"


@_block.register
def _(block: Paragraph) -> str:
    if block.language is None:
        return f"<p>{_words(block.text)}</p>"
    direction = "rtl" if block.language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
    return f'<p lang="{escape(block.language)}" dir="{direction}">{_words(block.text)}</p>'


@_block.register
def _(block: Facts) -> str:
    rows = (f'<tr><th scope="row">{_words(label)}</th><td>{_words(value)}</td></tr>' for label, value in block.rows)
    return f'<table class="facts"><tbody>{"".join(rows)}</tbody></table>'


@_block.register
def _(block: Items) -> str:
    tag = "ol" if block.numbered else "ul"
    return f"<{tag}>{''.join(f'<li>{_words(item)}</li>' for item in block.items)}</{tag}>"


@_block.register
def _(block: Table) -> str:
    head = _cells(block.header, 'th scope="col"', "th")
    rows = "".join(
        f'<tr><th scope="row">{_words(row[0])}</th>{_cells(row[1:], "td", "td")}</tr>' for row in block.rows if row
    )
    return f'<table class="grid"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


@_block.register
def _(block: Note) -> str:
    return f'<div class="note"><p>{_words(block.text)}</p></div>'


@_block.register
def _(block: Stamp) -> str:
    return (
        f'<div class="stamp"><p>{_words(block.label)}</p><p class="number">{_words(block.number)}</p>'
        f"<p>{_words(block.date)}</p></div>"
    )


@_block.register
def _(block: QrCode) -> str:
    drawing = segno.make(block.text, error="m", micro=False).svg_data_uri(border=4, scale=4)
    return (
        f'<div class="code"><img alt="{escape(block.caption)}" src="{escape(drawing)}">'
        f"<p>{_words(block.caption)}</p></div>"
    )


def _cells(texts: Iterable[str], opening: str, closing: str) -> str:
    return "".join(f"<{opening}>{_words(text)}</{closing}>" for text in texts)


def _words(text: str) -> str:
    """Escaped text; a new line in it is a new line on paper."""
    return "<br>".join(escape(line) for line in text.splitlines())
