"""What a process that reads the files of strangers may take."""

import resource

OPEN_FILES = 64


def set_bounds(memory: int, seconds: int) -> None:
    """From now on this process has ``memory`` bytes and ``seconds`` of the processor, and writes no file."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
