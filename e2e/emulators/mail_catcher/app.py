"""The page on which the kept messages are read. What messages say is shown as text, never as HTML."""

from collections.abc import Iterable
from html import escape

from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException, ValidationException
from litestar.params import FromPath

from e2e.emulators.mail_catcher.keeping import Kept, MailFolder, text_message

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
STYLE = """
body { margin: 2rem auto; max-inline-size: 46rem; padding-inline: 1rem; font: 1.125rem/1.5 system-ui, sans-serif; }
li { margin-block: 0.75rem; } time, .to { color: #455a64; } pre { white-space: pre-wrap; font: inherit; }
a { color: #0066cc; } a:focus-visible { outline: 3px solid #000; outline-offset: 2px; }
"""


def create_app(folder: MailFolder) -> Litestar:
    """The mail catcher's pages over one folder."""
    return Litestar(
        [list_messages, keep_text_message, show_message, download_attachment, show_style],
        state=State({"folder": folder}),
        openapi_config=None,
        logging_config=None,
        after_request=_protect,
    )


def _protect(response: Response) -> Response:
    response.headers.update(HEADERS)
    return response


@get("/", media_type=MediaType.HTML, sync_to_thread=False)
def list_messages(state: State) -> str:
    """Every message, the last one first."""
    rows = [
        f'<li><a href="/messaggi/{kept.name}">{_header(kept, "Subject") or "(senza oggetto)"}</a><br>'
        f'<span class="to">a {_header(kept, "X-Recipients")}</span> · <time>{_header(kept, "Date")}</time></li>'
        for kept in state.folder.newest_first()
    ]
    return _page("E-mail e SMS raccolti", f"<ul>{''.join(rows)}</ul>" if rows else "<p>Ancora nessun messaggio.</p>")


@post("/sms", status_code=202)
async def keep_text_message(state: State, request: Request) -> dict[str, str]:
    """Take a text message as an SMS gateway does, and keep it among the others."""
    sent = await request.json()
    if not isinstance(sent, dict) or not all(isinstance(sent.get(name), str) for name in ("key", "to", "text")):
        raise ValidationException("key, to and text are needed")
    return {"id": state.folder.keep(text_message(sent["to"], sent["text"]))}


@get("/messaggi/{name:str}", media_type=MediaType.HTML, sync_to_thread=False)
def show_message(state: State, name: FromPath[str]) -> str:
    """One message: what it says and what came with it."""
    kept = _found(state.folder, name)
    headers = [
        f"<dt>{label}</dt><dd>{_header(kept, header)}</dd>"
        for label, header in (("Da", "From"), ("A", "X-Recipients"), ("Data", "Date"))
    ]
    return _page(
        _header(kept, "Subject") or "(senza oggetto)",
        f'<p><a href="/">Tutti i messaggi</a></p><dl>{"".join(headers)}</dl><pre>{escape(kept.text)}</pre>'
        f"{_attachments(kept)}",
    )


@get("/messaggi/{name:str}/allegati/{number:int}", sync_to_thread=False)
def download_attachment(state: State, name: FromPath[str], number: FromPath[int]) -> Response[bytes]:
    """One attached file, always as a download."""
    attached = _found(state.folder, name).attachments
    if not 0 <= number < len(attached):
        raise NotFoundException
    content = attached[number].get_payload(decode=True)
    name = f"allegato-{number}.{_ending(attached[number].get_filename())}"
    return Response(
        content if isinstance(content, bytes) else b"",
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


@get("/stile.css", media_type=MediaType.CSS, sync_to_thread=False)
def show_style() -> str:
    """The style sheet."""
    return STYLE


def _found(folder: MailFolder, name: str) -> Kept:
    if (kept := folder.find(name)) is None:
        raise NotFoundException
    return kept


def _attachments(kept: Kept) -> str:
    links: Iterable[str] = (
        f'<li><a href="/messaggi/{kept.name}/allegati/{number}">{escape(part.get_filename() or "allegato")}</a></li>'
        for number, part in enumerate(kept.attachments)
    )
    return f"<h2>Allegati</h2><ul>{''.join(links)}</ul>" if kept.attachments else ""


def _ending(filename: str | None) -> str:
    ending = (filename or "").rpartition(".")[2]
    return ending if ending.isalnum() and len(ending) <= 5 else "bin"


def _header(kept: Kept, name: str) -> str:
    return escape(str(kept.message.get(name, "")))


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="it"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/stile.css">'
        f"</head><body><main><h1>{title}</h1>{body}</main></body></html>"
    )
