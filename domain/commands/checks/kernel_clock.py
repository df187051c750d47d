"""Whether the clock of this machine follows the time of the world, as its kernel knows."""

import ctypes
import ctypes.util

UNSYNCHRONISED = 5  # TIME_ERROR of adjtimex(2)
_ROOM = 512  # struct timex has 208 bytes on 64 bits; only the answer of the call counts


def is_synchronised() -> bool | None:
    """False when nobody has set the clock right for a while; None where the kernel does not say."""
    library = ctypes.CDLL(ctypes.util.find_library("c") or None)
    if not hasattr(library, "adjtimex"):
        return None
    state: int = library.adjtimex(ctypes.byref(ctypes.create_string_buffer(_ROOM)))  # zeros change nothing
    return None if state < 0 else state != UNSYNCHRONISED
