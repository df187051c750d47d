"""x"""
from domain.commands.italian import command


@command()
def bench() -> None:
    """x"""
