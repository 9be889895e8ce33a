"""The invented pupils. There is no child behind any of them: only a key, a home and a school."""

from dataclasses import dataclass, replace

from sample_data.making.dice import Dice
from sample_data.making.duo import STREAMS
from sample_data.making.geography import Place, nearness
from sample_data.making.schools import INTO, MERGED
from sample_data.making.years import FUSION


LETTERS = "abcdefghjkmnpqrstvwxyz"
SIGNS = LETTERS + "23456789"

VRAGEN = {
    "leren": 14,
    "werkhouding": 17,
    "angst": 13,
    "gedrag": 15,
    "autisme": 16,
    "taal": 6,
    "medisch": 5,
    "motoriek": 3,
    "thuissituatie": 7,
    "hoogbegaafdheid": 4,
}
# In Oost angst is asked for more often: that is where nothing is offered for it.
MORE_ANGST = {"Oost": 1.8}


@dataclass(frozen=True)
class Leerling:
    code: str
    home: Place
    vestigingscode: str | None  # school of enrolment, or the last one
    niveau: str
    vraag: str
    born: int


class Register:
    """Hands out new pupils, each with a pseudonym of its own."""

    def __init__(self, region, vestigingen, counts):
        self.region = region
        self.vestigingen = vestigingen
        self.counts = counts
        self._codes = set()
        self._code_dice = Dice("pseudonyms")

    def open_regular(self, year):
        return [v for v in self.vestigingen.values() if v.is_regular and v.is_open(year)]

    def new_code(self):
        while True:
            signs = [self._code_dice.one_of(SIGNS) for _ in range(5)]
            code = f"L-{''.join(signs)}{self._code_dice.one_of(LETTERS)}"
            if code not in self._codes:
                self._codes.add(code)
                return code

    def pupil_of(self, vestiging, year, dice, vraag=None):
        """Someone who goes to this school and lives near it."""
        home = self.home_near(vestiging, dice)
        niveau = dice.weighted(STREAMS[vestiging.kind])
        return Leerling(
            code=self.new_code(),
            home=home,
            vestigingscode=vestiging.code,
            niveau=niveau,
            vraag=vraag or self.vraag_at(home, dice),
            born=year - (dice.whole(12, 15) if niveau.startswith("vmbo") else dice.whole(12, 16)),
        )

    def home_near(self, vestiging, dice, scale=6, more=None):
        """Where a pupil of this vestiging lives; `more` weighs the subregio's."""
        more = more or {}
        return dice.weighted(
            {
                p: p.inhabitants * nearness(p, vestiging, scale) * more.get(p.subregio, 1)
                for p in self.region.places
            }
        )

    def vraag_at(self, home, dice):
        weights = dict(VRAGEN)
        weights["angst"] *= MORE_ANGST.get(home.subregio, 1)
        return dice.weighted(weights)


def after_fusion(leerling, year):
    """The same pupil, at the school that took the place of the old one."""
    if year >= FUSION and leerling.vestigingscode in MERGED:
        return replace(leerling, vestigingscode=INTO)
    return leerling
