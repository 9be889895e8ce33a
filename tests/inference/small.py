"""Small samenwerkingsverbanden with well-kept files: seven gemeenten, twenty to sixty pupils at home,
nothing left empty. An empty field is an interval, and hides; here nothing but the classes does."""

import datetime as dt
from pathlib import Path

from helpers.drawings import Given

from inference.worlds import Drawn, World
from inference.worlds import draw as draw_worlds


GEMEENTEN = 7
LAST = dt.date(2019, 9, 30)
ONE_EACH = 0
"""The seed of which each gemeente has one pupil at home, all year: the file that was hidden worst."""


class Small(Drawn):
    """The rows of one of them."""

    def __init__(self, world: World, number: int) -> None:
        super().__init__(world, number)
        self.unknown = 0.0
        self.last = LAST
        self.many = GEMEENTEN if world.seed == ONE_EACH else self.dice.randint(20, 60)
        self.mood = "spread" if world.seed % 2 else "skewed"

    def _gemeenten(self) -> int:
        return GEMEENTEN

    def verzuimmeldingen(self) -> list[dict[str, str]]:
        found = super().verzuimmeldingen()
        if self.world.seed != ONE_EACH:
            return found
        homes = {gemeente: postcode for postcode, gemeente in self.places.gemeente_of.items()}
        own = iter(sorted(homes.values()))
        return [
            row if row["status"] == "ingetrokken" else row
            | {"leerling": row["meldingnummer"], "verzuim_sinds": "01-09-2018",
               "einde_verzuim": "", "status": "aangemeld", "postcode4": next(own),
               "ingeschreven": "ja", "geoorloofd": "nee", "vrijstelling": "geen",
               "vestiging": self.places.schools[0]}
            for row in found
        ]  # fmt: skip


def small_worlds(many: int, own: str = "THUIS_OCW") -> list[World]:
    """So many of them, the first with one pupil in each gemeente."""
    return [World(ONE_EACH + i, f"VO{31 + i}01", "vo", own, 0) for i in range(many)]


def draw(folder: Path, found: list[World]) -> Given:
    """A store with them."""
    return draw_worlds(folder, found, Small)
