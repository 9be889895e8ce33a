"""Drawings of verzuimmeldingen: short ones, in a register that is whole for two schooljaren.

    register(given).has('''
        leerling | sinds      | einde      | ingeschreven
        Aya      | 01-10-2018 | 29-10-2018 | ja            # four weeks to the day
    ''')

Who is drawn without more is not enrolled, unlawfully absent, without exemption, and still at home.
Who is drawn as enrolled, without hours or kind, is registered as langdurig: he misses all lessons.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from helpers.drawings import Answer, Given, _text, rows

from monitor.store.settings import Settings


SHORT = {
    "nummer": "meldingnummer",
    "sinds": "verzuim_sinds",
    "einde": "einde_verzuim",
    "pc4": "postcode4",
    "gemeente": "gemeentecode",
    "vraag": "ondersteuningsvraag",
}
ORDINARY = {
    "ingeschreven": "nee",
    "geoorloofd": "nee",
    "vrijstelling": "geen",
    "status": "aangemeld",
}
TELLS_LESSONS = {"uren", "soort_verzuim", "alle_lessen_gemist"}
EMPTY = "(leeg)"
"""What a drawing says of a cell with nothing in it, where an ordinary one has something."""
# Withdrawn meldingen, so nobody's: they say from when to when the register was kept. Every month
# from August 2017 to December 2019 is whole, and so are two schooljaren.
KEPT = ["01-09-2017"] * 12 + ["31-12-2019"]
MONTHS = [f"{2017 + (7 + n) // 12}-{(7 + n) % 12 + 1:02}" for n in range(29)]


@dataclass(frozen=True)
class Register:
    """The meldingen of one SWV; '' = of whom they are, is not said."""

    given: Given
    swv: str

    def has(self, drawing: str) -> None:
        """Deliver a drawing."""
        add(self.given, rows(drawing), self.swv)


def register(given: Given, swv: str = "VO0101") -> Register:
    return Register(given, swv)


def add(given: Given, drawn: Iterable[dict[str, str]], swv: str = "VO0101") -> None:
    if swv:
        given.settings = given.settings.model_copy(update={"swv": swv})
    full = []
    for i, row in enumerate(drawn):
        named = {SHORT.get(name, name): value for name, value in row.items()}
        cells = {"meldingnummer": f"M{i}", "leerling": f"L{i}", **ORDINARY, **named}
        if not TELLS_LESSONS & named.keys():
            cells["soort_verzuim"] = "langdurig"
        full.append({name: "" if value == EMPTY else value for name, value in cells.items()})
    given.add("verzuimmeldingen", full + _kept(full[0] if full and not swv else {}))


def _kept(home: dict[str, str]) -> list[dict[str, str]]:
    where = {name: home[name] for name in ("postcode4", "gemeentecode") if home.get(name)}
    return [
        {"meldingnummer": f"K{i}", "leerling": f"K{i}", "verzuim_sinds": day, "einde_verzuim": day,
         **ORDINARY, "status": "ingetrokken", **where}
        for i, day in enumerate(KEPT)
    ]  # fmt: skip


def in_school_weeks(given: Given, regio: str) -> None:
    given.settings = Settings.model_validate(
        {**given.settings.model_dump(), "vakantieregio": regio}
    )


def meets(given: Given, code: str) -> Answer:
    """Who meets a definition, from and until which day: the rows of its file."""
    found = given.store.dicts(
        "select melding.leerling, regel.vanaf, regel.tot, regel.zeker "
        f"from definitions.{code.lower()} as regel "
        "join views.melding as melding on melding.meldingnummer = regel.meldingnummer "
        "order by melding.leerling, regel.vanaf"
    )
    return Answer(lambda columns: [{c: _text(row[c]) for c in columns} for row in found])


def stock(given: Given, code: str, period: str) -> tuple[float | None, float | None]:
    """(certain, possible) pupils of the SWV on the last day of a month, once there is anybody."""
    (figure,) = given.figures(f"thuiszitters_{code.lower()}", "swv", period=period)
    return figure.teller, figure.teller_max


def region(given: Given) -> None:
    """VO0101 with three gemeenten and two schools of two besturen; VO0202 next to it."""
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk
        1011      | VO0101 | GM0001       | Aadorp       | Noord    | Oost
        1012      | VO0101 | GM0001       | Aadorp       | Noord    | West
        1021      | VO0101 | GM0002       | Beekstad     | Zuid     |
        1031      | VO0101 | GM0003       | Ceehuizen    | Zuid     |
        2011      | VO0202 | GM0004       | Deerveen     |          |
    """)
    given.vestigingen("""
        vestiging | postcode | schooltype | swv    | bestuursnummer | bestuur
        01AA00    | 1011     | vo         | VO0101 | 10001          | Een
        01BB00    | 1021     | vso        | VO0101 | 10002          | Twee
        02CC00    | 2011     | vo         | VO0202 | 10003          | Drie
    """)
