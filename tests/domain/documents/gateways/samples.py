"""Files such as people send, good and bad, made on the spot."""

import struct
import zlib
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

GPS = 0x8825
ORIENTATION = 0x0112
TURNED_RIGHT = 6


def photo(width: int = 400, height: int = 300, kind: str = "JPEG", *, orientation: int = 1) -> bytes:
    """A photo, red on the left and blue on the right, that says where it was taken."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Invented Phones"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (45.0, 30.0, 15.0)
    made = BytesIO()
    image.save(made, kind, exif=exif)
    return made.getvalue()


def lying_png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be huge."""

    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(bytes(1000))) + part(b"IEND", b"")


def blank_pdf(pages: int = 1) -> pikepdf.Pdf:
    """An open PDF of blank pages, to be spoiled."""
    pdf = pikepdf.Pdf.new()
    for _page in range(pages):
        pdf.add_blank_page()
    return pdf


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    """The bytes of ``pdf``."""
    made = BytesIO()
    pdf.save(made, **options)  # pyright: ignore[reportArgumentType]
    return made.getvalue()


def pdf_with_commands() -> bytes:
    """A PDF with a script at opening, one behind a button, a program to launch, a form script and a file inside."""
    pdf = blank_pdf()
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('evil')"))
    pdf.Root.OpenAction = pdf.make_indirect(script)
    launch = Dictionary(S=Name.Launch, F=String("evil.exe"))
    button = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=launch, AA=Dictionary(E=script))
    pdf.pages[0].Annots = Array([button])
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("<xdp/>"))
    pdf.attachments["evil.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ evil", filename="evil.exe")  # pyright: ignore[reportCallIssue]
    pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), script]))
    return saved(pdf)


def signed_pdf(*, with_script: bool = False) -> bytes:
    """A PDF that claims a signature inside itself."""
    pdf = blank_pdf()
    signature = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String("x" * 20))
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Sig, V=pdf.make_indirect(signature)))]), SigFlags=3
    )
    if with_script:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    return saved(pdf)


def bomb_pdf(megabytes: int) -> bytes:
    """A small PDF with a stream that unfolds to ``megabytes``."""
    pdf = blank_pdf()
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1024 * 1024)) for _ in range(megabytes)) + packer.flush()
    pdf.pages[0].Contents = pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def double_bomb_pdf() -> bytes:
    """A PDF whose stream is packed twice: it looks small until it is opened twice."""
    pdf = blank_pdf()
    packed = zlib.compress(zlib.compress(bytes(10_000_000), 9), 9)
    pdf.pages[0].Contents = pikepdf.Stream(pdf, packed, Filter=Array([Name.FlateDecode, Name.FlateDecode]))
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


class Signer:
    """An invented person's signing key and certificate."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Firma di prova")])
        now = datetime.now(UTC)
        self.certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self.key.public_key())
            .serial_number(1)
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .sign(self.key, SHA256())
        )

    def sign(self, content: bytes, *, detached: bool = False, encoding: Encoding = Encoding.DER) -> bytes:
        """A CMS container around ``content``, or beside it when ``detached``."""
        options = [pkcs7.PKCS7Options.Binary]
        if detached:
            options.append(pkcs7.PKCS7Options.DetachedSignature)
        return (
            pkcs7.PKCS7SignatureBuilder()
            .set_data(content)
            .add_signer(self.certificate, self.key, SHA256())
            .sign(encoding, options)
        )
