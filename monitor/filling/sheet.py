"""One list as it is at this moment: what is asked, what was answered, what is still to do."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from monitor.rounds.beforehand import Bekend
from monitor.rounds.beforehand import Rij as Row
from monitor.rounds.handing_in import IN, Gedaan, Inlevering, last_of, of_all, sha256_of
from monitor.rounds.kept_answers import Kept, current, history, unseen
from monitor.rounds.known import Known
from monitor.rounds.vragenlijst.conditions import Answer, Asked, Place, asked
from monitor.rounds.vragenlijst.kinds import asked_as
from monitor.rounds.vragenlijst.model import Deel, Vraag, Vragenlijst
from monitor.rounds.whose import Taak
from monitor.store.journal import Journal


MOST_NEW_ROWS = 40
NEW = re.compile(r"nieuw-([1-9][0-9]?)")
TITEL = "/titel"
"""The name of an added row: a code that no question of a file can have."""
ADDED = Vraag(code="titel", soort="tekst", tekst="Hoe heet het?", verplicht=True, weet_niet=False,
              waarom_verplicht="Zonder naam weet niemand wat u aanbiedt.").model_copy(
    update={"code": TITEL}
)  # fmt: skip
NOT_IN_ONE_CLICK = {"aantal", "getal", "bedrag", "document"}
"""Kinds that are looked at one by one, and never confirmed with others at once."""
SECONDS = {"lange_tekst": 60, "tekst": 60, "document": 60, "aantal": 15, "getal": 15, "bedrag": 15}
"""Per open question, until a first ronde told better; a choice takes 8."""


OF_PUPILS = {"arrangementen.bezet", "arrangementen.wachtend", "leerlingtelling.aantal"}


class Said(NamedTuple):
    """What is offered to be confirmed: as a form sends it, from where, and of when (ISO, or '')."""

    given: str
    source: str
    when: str


class Part(NamedTuple):
    """A deel with how far it is."""

    deel: Deel
    asked: list[Asked]
    open: list[Asked]
    """What is asked and not answered."""
    missing: list[Asked]
    """Of these, what cannot stay open."""


@dataclass(frozen=True)
class Sheet:
    """Read once per request, in two questions to the journal."""

    taak: Taak
    known: Known
    found: dict[Place, list[Kept]]
    done: list[Inlevering]

    @property
    def lijst(self) -> Vragenlijst:
        return self.taak.lijst

    @property
    def stap(self) -> Gedaan:
        return last_of(self.done)

    @property
    def is_in(self) -> bool:
        return self.stap in IN

    @cached_property
    def current(self) -> dict[Place, Kept]:
        return current(self.found)

    @cached_property
    def answers(self) -> dict[Place, Answer]:
        """As conditions know them; what had another meaning counts as not answered."""
        return {
            place: kept.answer for place, kept in self.current.items() if kept.answer is not None
        }

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """Per deel its rows: those that were known, and those that the school added."""
        found = {
            deel.code: list(self.known.vooraf.rijen.get(deel.code, [])) for deel in self.lijst.deel
        }
        swv = Row(self.taak.ronde.swv, self.known.named.swv)
        for deel in self.lijst.deel:
            if deel.rijen_uit == "swv" and not found[deel.code]:
                found[deel.code] = [swv]
        if (at := self.may_grow) is not None:
            added = sorted({int(m[1]) for place in self.current if (m := NEW.fullmatch(place.rij))})
            for number in added:
                rij = f"nieuw-{number}"
                name = self.current.get(Place(rij, TITEL))
                title = str(name.waarde) if name is not None and name.waarde else "Nieuw"
                found[at.code].append(Row(rij, title))
        return found

    @property
    def may_grow(self) -> Deel | None:
        """The deel to which a school may add a row."""
        return next((one for one in self.lijst.deel if one.rijen_uit == "arrangementen"), None)

    def new_row(self) -> str:
        """The code of the next row; '' when there are too many."""
        numbers = [int(m[1]) for place in self.found if (m := NEW.fullmatch(place.rij))]
        number = max(numbers, default=0) + 1
        return f"nieuw-{number}" if number <= MOST_NEW_ROWS else ""

    @cached_property
    def asked(self) -> list[Asked]:
        """Every question that is asked now, with the name of an added row before its questions."""
        codes = {deel: [row.code for row in rows] for deel, rows in self.rows.items()}
        found: list[Asked] = []
        named: set[str] = set()
        grows = self.may_grow.code if self.may_grow else ""
        for one in asked(self.lijst, self.answers, codes):
            rij = one.place.rij
            if one.deel == grows and NEW.fullmatch(rij) and rij not in named:
                named.add(rij)
                found.append(Asked(Place(rij, TITEL), ADDED, one.deel))
            found.append(one)
        return found

    def is_open(self, one: Asked) -> bool:
        return one.place not in self.current

    @cached_property
    def parts(self) -> list[Part]:
        found = []
        for deel in self.lijst.deel:
            here = [one for one in self.asked if one.deel == deel.code]
            still = [one for one in here if self.is_open(one)]
            found.append(Part(deel, here, still, [one for one in still if one.vraag.verplicht]))
        return found

    @property
    def open(self) -> list[Asked]:
        return [one for part in self.parts for one in part.open]

    @property
    def missing(self) -> list[Asked]:
        return [one for part in self.parts for one in part.missing]

    def last_year(self, place: Place) -> Said | None:
        """What the school said a year ago, where it may say that this still holds."""
        return _said(self.known.vooraf.vorig.get(place))

    def proposed(self, place: Place, vraag: Vraag) -> Said | None:
        """What a register says; a count of pupils is not told: a school sees those in classes."""
        if vraag.voorstel in OF_PUPILS:
            return None
        return _said(self.known.vooraf.voorstel.get(place))

    def own_words(self, vraag: Vraag) -> list[str]:
        """The SWV's own words, where a question says `uit`."""
        if vraag.uit == "arrangementen":
            return [row.titel for rows in self.known.vooraf.rijen.values() for row in rows]
        return self.known.named.words.get(vraag.uit, []) if vraag.uit else []

    @property
    def offered(self) -> list[Asked]:
        """Open questions of which last year's answer is there."""
        return [one for one in self.open if self.last_year(one.place) is not None]

    @property
    def minutes(self) -> int:
        """About how long it still takes."""
        return max(1, round(sum(SECONDS.get(one.vraag.soort, 8) for one in self.open) / 60))

    @cached_property
    def pairs(self) -> dict[Place, tuple[Kept, Kept]]:
        """Where two people said something else without having seen it: (the one before, the last)."""
        found = {}
        places = {one.place for one in self.asked}
        for place, rows in self.found.items():
            if place in places and (other := unseen(rows)) is not None:
                found[place] = (other, rows[-1])
        return found

    @property
    def sha256(self) -> str:
        """Of what counts: an answer to a question that is not asked does not."""
        return sha256_of(
            {one.place: self.current[one.place] for one in self.asked if not self.is_open(one)}
        )

    def question(self, place: Place, also: str = "") -> tuple[Deel, Vraag] | None:
        """What is asked at a place, whether or not its conditions hold now; None when nothing is.
        `also` is a row that is about to be added."""
        for deel in self.lijst.deel:
            rows = [row.code for row in self.rows[deel.code]]
            grows = deel is self.may_grow
            if deel.rijen_uit is None:
                if place.rij:
                    continue
            elif place.rij not in rows and not (grows and place.rij and place.rij == also):
                continue
            if grows and place.vraag == TITEL and NEW.fullmatch(place.rij):
                return deel, ADDED
            for vraag in deel.vraag:
                for one in asked_as(vraag):
                    if one.code == place.vraag:
                        return deel, one
        return None


def _said(known: Bekend | None) -> Said | None:
    """As somebody types it; what was not known is no offer."""
    if known is None or known.staat or isinstance(known.waarde, list | dict | None):
        return None
    value = known.waarde
    text = str(value)
    if isinstance(value, int | float):
        text = str(int(value)) if float(value).is_integer() else f"{value:.2f}".replace(".", ",")
    elif re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        text = f"{text[8:]}-{text[5:7]}-{text[:4]}"
    return Said(text, known.bron, known.datum)


def read_sheet(journal: Journal, taak: Taak, known: Known) -> Sheet:
    return Sheet(
        taak, known, history(journal, taak.nummer), of_all(journal, [taak.nummer])[taak.nummer]
    )
