"""An address as a picture that a telephone reads."""

import segno


def qr_picture(address: str) -> str:
    """A QR code as an address with the picture in it (``data:image/svg+xml``), black on white."""
    return segno.make(address, error="m").svg_data_uri(scale=5, border=4, dark="#000", light="#fff")
