"""What is measured: one SQL file in `queries/indicators/` is one indicator.

The comment above the SQL is its definition. A file that says `definitions: thuiszitter` is one
indicator per definition in the register; one that says `sector: vo, po` is one per sector. Its rows
are `code, periode, uitsplitsing, teller, teller_max, noemer, noemer_max` per finest unit, with
`definitie` before them where it is one per definition.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from monitor.access import Role
from monitor.errors import NotFound, QueryHeaderError
from monitor.figures.levels import LEVELS, SECTOR_OF
from monitor.resources import QUERIES
from monitor.sources import sources
from monitor.store.definitions import Definition, definitions
from monitor.store.query_headers import headers_of, wrong_header
from monitor.store.settings import Settings


EIGEN = "eigen"
"""In `teller_of` and `noemer_of`: nothing else counts these pupils."""
COLUMNS = ("code", "periode", "uitsplitsing", "teller", "teller_max", "noemer", "noemer_max")


class Indicator(BaseModel):
    """The words of an indicator: everything that stands above its SQL."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    measure: str = ""
    """What its file measures: the name of the file, or of the variant."""
    definitie: str = ""
    """The code of the definition that it counts under (`definitions.Definition`)."""
    title: str
    short: str
    """Its name on a card or an axis."""
    definition: str
    teller: str
    """What the teller counts, in words that can stand after a number."""
    noemer: str = ""
    kind: Literal["aandeel", "per_duizend", "aantal", "gemiddelde", "duur"]
    """Of a `duur` the file gives how many cases took how many days (`dagen=34`, or `dagen=34+` of
    what has not ended yet); its value is the `statistic`."""
    statistic: Literal["", "mediaan", "binnen"] = ""
    """mediaan = half takes longer, in weeks; binnen = the part that ended within `within_days`."""
    within_days: int = 0
    unit: str
    usual: tuple[float, float] | None = None
    """`0,2-10`: between which values, nought aside, it is ordinary, in its unit. A target or a
    yardstick beyond it may be in another unit, and that is asked."""
    per: Literal["vestiging", "herkomst", "woonplaats", "aanbod", "swv", "land"]
    """The finest unit for which it is computed (`views.eenheid`): herkomst = who decided and the
    school that a pupil comes from, woonplaats = where a pupil lives and is enrolled, aanbod = where an arrangement is."""
    levels: tuple[str, ...] = LEVELS
    """The levels at which it means something."""
    sector: Literal["po", "vo"]
    moment: Literal["1 oktober", "1 februari", "maandeinde", "maand", "schooljaar", "jaar"]
    flow: bool = False
    """Whether each period counts other cases: only then chance says something about two of them.
    A stand counts mostly the same pupils as a year before (`docs/statistiek.md`)."""
    source: tuple[str, ...]
    counts: tuple[str, ...] = ()
    """Groups of pupils (`views.groep`) that must have been counted in a whole SWV."""
    both: bool = False
    """Counts pupils of po and vo together: then `counts` holds for both, in either sector."""
    together: tuple[str, ...] = ()
    """Measures that count this and what a file does not split from it: known where this is an
    interval; the one that says most first."""
    teller_is: Literal["los", "deel", "gewogen"] = "los"
    """What ties teller to noemer, which keeps an interval from being wider than it can be: part
    of it, or the noemer times a value that the source gives per vestiging."""
    teller_of: str = ""
    """The measure that counts the same pupils as its teller (`dekking`; `dekking/noemer` where that
    is its noemer), or `eigen`. What counts the same pupils has one name in a release, else two
    classes of one number would narrow each other."""
    noemer_of: str = ""
    """The same of its noemer."""
    theme: str
    direction: Literal["hoger", "lager", "geen"]
    """Which way is better."""
    audience: tuple[Role, ...]
    breakdown: tuple[str, ...] = ()
    rang: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """`duur = tot 4 weken < langer; zwaarte = …`: the parts of an uitsplitsing in their own order,
    where that is not the order of their names."""
    caveat: str = ""
    """What a reader must know before using it."""
    changed: str = ""
    """Since which version published figures differ from before, and why; a definition may add to
    it."""
    decimals: int = Field(default=0, ge=0, le=2)
    computed: Literal["", "dekking"] = ""
    """What fills the table that it reads (`queries/dekking/`) when somebody asks for it."""
    card: bool = True
    """Whether it is one of the main figures, that stand on the Overzicht."""

    @field_validator(
        "source", "counts", "together", "levels", "breakdown", "audience", mode="before"
    )
    @classmethod
    def _split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

    @field_validator("usual", mode="before")
    @classmethod
    def _range(cls, value: object) -> object:
        parts = value.replace(",", ".").split("-") if isinstance(value, str) else value
        return tuple(map(str.strip, parts)) if isinstance(parts, list) else parts

    @field_validator("rang", mode="before")
    @classmethod
    def _ladders(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ladders = (ladder.partition("=") for ladder in value.split(";"))
        return tuple(
            (name.strip(), tuple(part.strip() for part in parts.split("<")))
            for name, _, parts in ladders
        )

    @model_validator(mode="after")
    def _rang_is_of_a_breakdown(self) -> Self:
        if strange := set(dict(self.rang)) - set(self.breakdown):
            raise ValueError(f"rang: no such uitsplitsing: {', '.join(sorted(strange))}")
        return self

    @field_validator("source")
    @classmethod
    def _is_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [name for name in value if name not in sources()]
        if unknown:
            raise ValueError(f"no such source: {', '.join(unknown)}")
        return value

    @field_validator("levels")
    @classmethod
    def _is_level(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(level not in LEVELS for level in value):
            raise ValueError(f"levels are: {', '.join(LEVELS)}")
        return value

    def place(self, uitsplitsing: str) -> tuple[int, int, int, str]:
        """Where a part (`duur=tot 4 weken`) stands among the others: what `rang` names, then numbers
        from low to high, then words by the alphabet, and what is unknown at the end. A part that
        says more than its name (`… (met vrijstelling)`) stands where its name does."""
        breakdown, _, part = uitsplitsing.partition("=")
        for place, name in enumerate(dict(self.rang).get(breakdown, ())):
            if part == name or part.startswith(f"{name} ("):
                return 0, place, 0, part
        if part.isdecimal():
            return 1, 0, int(part), part
        return (3 if part == "onbekend" else 2), 0, 0, part

    def has_order(self, uitsplitsing: str) -> bool:
        """Whether a part has a place of its own, that its name does not give it."""
        return self.place(uitsplitsing)[0] < 2

    @model_validator(mode="after")
    def _says_whom_it_counts(self) -> Self:
        if self.teller_is == "deel" and "" in (self.teller_of, self.noemer_of):
            raise ValueError(
                "teller_of and noemer_of: say which measure counts the same pupils, or eigen"
            )
        return self

    @property
    def counts_of(self) -> tuple[str, str]:
        """What its teller and noemer count, by the name of who counted it first: `dekking`,
        `dekking/noemer`; "" where there is no noemer."""
        suffix = self.name.removeprefix(self.measure)
        said = self.teller_of or EIGEN, self.noemer_of or EIGEN
        own = self.measure, f"{self.measure}/noemer"
        names = (mine if one == EIGEN else one for mine, one in zip(own, said, strict=True))
        teller, noemer = (
            f"{measure}{suffix}{slash}{side}"
            for measure, slash, side in (name.partition("/") for name in names)
        )
        return teller, noemer if self.noemer else ""

    @property
    def is_of_pupils(self) -> bool:
        """Whether it is counted from rows of single pupils, or from groups as small as those who
        wait for one arrangement."""
        is_beside_offer = self.theme == "aanbod" and self.unit == "leerlingen"
        return is_beside_offer or any(sources()[name].pupils for name in self.source)

    @property
    def groups(self) -> tuple[str, ...]:
        """`counts`, of its own sector only (a file for both names the groups of both), unless it
        counts both sectors together."""
        return tuple(group for group in self.counts if self.both or SECTOR_OF[group] == self.sector)


@cache
def catalogue(folder: Path = QUERIES / "indicators") -> dict[str, Indicator]:
    """All indicators by name; QueryHeaderError names the file and key that is wrong."""
    read = (one for file in sorted(folder.glob("*.sql")) for one in read_headers(file))
    found = {indicator.name: indicator for indicator in read}
    own = {
        name
        for one in found.values()
        for name, mine in zip(one.counts_of, (one.name, f"{one.name}/noemer"), strict=True)
        if name == mine
    }
    for one in found.values():
        if unknown := sorted(set(one.counts_of) - own - {""}):
            raise QueryHeaderError(
                f"{folder}: {one.measure}: teller_of, noemer_of: nothing counts {unknown[0]} first"
            )
    return found


def in_use(settings: Settings) -> list[Indicator]:
    """The catalogue, of what is one per definition only the one that the SWV works with."""
    own = working_definition(settings)
    return [one for one in catalogue().values() if one.definitie in ("", own)]


def working_definition(settings: Settings) -> str:
    """The code of the definition of thuiszitter that the SWV chose, else that of OCW."""
    return settings.thuiszitter if settings.thuiszitter in definitions() else "THUIS_OCW"


def indicator_named(name: str) -> Indicator:
    """The indicator of that name, or NotFound."""
    if name in catalogue():
        return catalogue()[name]
    raise NotFound(f"Er is geen indicator '{name}'. Bekend zijn: {', '.join(catalogue())}.")


def of_definition(measure: str, definitie: str, sector: str) -> Indicator:
    """The indicator that counts a measure under a definition, or NotFound."""
    return indicator_named(_name(measure, definitie, sector))


def read_headers(file: Path) -> Iterator[Indicator]:
    """The indicators of one file."""
    for measure, header in headers_of(file).items():
        yield from _of_measure(file, measure, header)


def _of_measure(file: Path, measure: str, header: dict[str, str]) -> Iterator[Indicator]:
    register: list[Definition | None] = [None]
    if header.get("definitions"):
        if header.pop("definitions") != "thuiszitter":
            raise QueryHeaderError(f"{file}: definitions: there is a register of: thuiszitter")
        register = [*definitions().values()]
    sectors = [part.strip() for part in header.get("sector", "").split(",")]
    for definition in register:
        for sector in sectors:
            words = {key: _filled_in(value, definition) for key, value in header.items()}
            code = definition.code if definition else ""
            own = {
                "name": _name(measure, code, sector if len(sectors) > 1 else ""),
                "measure": measure,
                "definitie": code,
            }
            values: dict[str, Any] = {**words, **own}
            if definition and definition.changed:
                values["changed"] = f"{values.get('changed', '')} {definition.changed}".strip()
            if sector:
                values["sector"] = sector
            try:
                yield Indicator.model_validate(values)
            except ValidationError as error:
                raise wrong_header(file, error) from None


def _name(measure: str, definitie: str, sector: str) -> str:
    """thuiszitters_thuis_ocw | tlv_afgegeven | tlv_afgegeven_po"""
    code = f"_{definitie.lower()}" if definitie else ""
    return f"{measure}{code}{'_po' if sector == 'po' else ''}"


def _filled_in(words: str, definition: Definition | None) -> str:
    """The words of a definition in the places that a header keeps for them."""
    if definition is None:
        return words
    weeks = {
        "schoolweken": "Het zijn schoolweken, als de schoolvakanties zijn geleverd.",
        "kalenderweken": "",
    }
    places = {
        "{titel}": definition.title,
        "{kort}": definition.short,
        "{tekst}": definition.text,
        "{onzeker}": definition.unsure,
        "{weken}": weeks[definition.weeks],
    }
    for place, value in places.items():
        words = words.replace(place, value)
    return " ".join(words.split())


def timed() -> frozenset[str]:
    """What a norm in weeks can be of: the indicators that are a duration, and their measures."""
    own = (one for one in catalogue().values() if one.kind == "duur")
    return frozenset(name for one in own for name in (one.name, one.measure))


def durations() -> dict[str, str]:
    """Measure → title of what a norm in weeks is held against: how long the SWV itself takes."""
    mine = [one for one in catalogue().values() if one.kind == "duur" and not one.definitie]
    return {one.measure: one.title for one in mine}
