"""How much a file that somebody sends may ask of us."""

from dataclasses import dataclass

MEGA = 1_000_000
MEBI = 1024 * 1024


@dataclass(frozen=True)
class IntakeLimits:
    """Upper limits for one file: its size, its pixels, its pages, and what it may unfold to."""

    size: int = 40 * MEBI
    """Bytes of the file as it arrives."""
    pixels: int = 80 * MEGA
    """Pixels of one image, also inside a PDF."""
    pages: int = 200
    """Pages of a PDF."""
    longest_side: int = 3000
    """Pixels to which a larger photo is reduced."""
    envelopes: int = 3
    """Signed containers (P7M) one inside the other."""
    unfolded: int = 400 * MEBI
    """Bytes to which all compressed parts of a PDF may unfold together."""

    @property
    def megabytes(self) -> int:
        """The size limit as people read it."""
        return self.size // MEBI

    @property
    def megapixels(self) -> int:
        """The pixel limit as people read it."""
        return self.pixels // MEGA
