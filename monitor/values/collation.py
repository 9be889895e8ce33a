"""The one order of names: as a Dutch reader looks them up, on every page and in every file."""

import re
import unicodedata


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters with something through them or together, which Unicode does not take apart."""


def fold(text: str) -> str:
    """A text without what does not matter when searching: accents, capitals, signs."""
    plain = unicodedata.normalize("NFKD", re.sub("['’‘`]", "", text))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = plain.translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def by_name(naam: str) -> tuple[str, str]:
    """What to sort a name by: as it is read, and of those that read alike always in one order.

    's-Gravenhage stands at the s, De Bilt at the d, Übach at the u, `aan` beside `Aan`. SQL leaves
    the order of names to this: no collation of a database is the same elsewhere.
    """
    return fold(naam), naam
