"""Paper: nobody reads words back from it here; whether something was put behind it can be told."""

from collections.abc import Iterator


ADDED = (
    "Achter het bestand is iets gezet, zoals een opmerking of een handtekening. Dat kan ook over een bladzijde "
    "heen liggen; of dat zo is, is hier niet te zien."
)


def changes(made: bytes, now: bytes) -> Iterator[str]:
    """One line, or nothing where the file is another one from within."""
    if now.startswith(made):
        yield ADDED
