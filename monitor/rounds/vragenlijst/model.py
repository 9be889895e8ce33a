"""A vragenlijst as it is written in TOML: its parts, their questions, and the figures made of them.

What each key means stands in docs/vragenlijst.md. Here is the shape of one part at a time; what must
agree between them is judged in `checking.py`.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field


MOST_DELEN, MOST_VRAGEN, MOST_CIJFERS = 40, 400, 200
MOST_OPTIES, MOST_CONDITIONS = 60, 10
LARGEST_NUMBER = 1_000_000_000
"""Of `minimum` and `maximum`: a bound beyond it would be no bound."""
WEET_NIET, NVT = "weet-niet", "nvt"
"""What is answered instead of a value; no option of a question's own may be called so."""

_UNSEEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def _seen(text: str) -> str:
    """A text in which nothing hides: no control marks, none that turn the order of letters."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise ValueError("is leeg. Schrijf er iets, of haal de sleutel weg.")
    if _UNSEEN.search(text):
        raise ValueError("bevat een teken dat niet te zien is. Typ de tekst opnieuw.")
    if "${" in text:
        raise ValueError("bevat ${, wat in een XLSForm naar een vraag verwijst. Haal het weg.")
    return text


def _one_or_more(value: Any) -> Any:
    """`is = "ja"` says the same as `is = ["ja"]`."""
    return [value] if isinstance(value, str) else value


Code = Annotated[str, Field(pattern=r"^[a-z0-9-]{2,40}$")]
OptieCode = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
Word = Annotated[str, Field(pattern=r"""^[^'"\x00-\x1f$]{1,100}$"""), AfterValidator(_seen)]
"""An option, or a word of the SWV itself (`uit`); without the quotes that XLSForm puts around it."""
Naam = Annotated[str, Field(max_length=100), AfterValidator(_seen)]
Titel = Annotated[str, Field(max_length=200), AfterValidator(_seen)]
Tekst = Annotated[str, Field(max_length=600), AfterValidator(_seen)]
Uitleg = Annotated[str, Field(max_length=2_000), AfterValidator(_seen)]
Words = Annotated[
    tuple[Word, ...], Field(min_length=1, max_length=MOST_OPTIES, strict=False),
    BeforeValidator(_one_or_more),
]  # fmt: skip
Soort = Literal[
    "janee", "jadeelsnee", "keuze", "keuzes", "schaal", "stelling", "aantal", "getal", "bedrag",
    "datum", "maand", "schooljaar", "leeftijd_bewijs", "tekst", "lange_tekst", "document",
    "matrix", "uitleg",
]  # fmt: skip
Voor = Literal["vestiging", "bestuur", "swv", "ketenpartner", "panel"]
Schooltype = Literal["bao", "sbo", "so", "vo", "pro", "vso", "opdc"]
Rol = Literal["directeur", "consultant", "bestuur", "school", "gemeente", "beheerder"]
Voorstel = Literal[
    "arrangementen.plaatsen_plan", "arrangementen.plaatsen_praktijk", "arrangementen.bezet",
    "arrangementen.wachtend", "arrangementen.evaluatiedatum", "leerlingtelling.aantal",
    "middelen.toegekend", "vestigingen.naam", "basisondersteuning.status",
]  # fmt: skip
"""What the monitor itself may propose: a closed list, so that no file can ask for another table."""
Uit = Literal["ondersteuningsvragen", "niveaus", "arrangementen", "doelen"]


class Part(BaseModel):
    """What every table of the file has in common: an unknown key or another type is a fault."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False, hide_input_in_errors=True
    )


class Optie(Part):
    code: OptieCode
    tekst: Titel


class Voorwaarde(Part):
    """One condition: of an earlier question, and one comparison. What was not answered meets none."""

    vraag: Code
    is_: Words | None = Field(default=None, alias="is")
    is_niet: Words | None = None
    minstens: float | None = Field(default=None, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)
    hoogstens: float | None = Field(default=None, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)
    bevat: Words | None = None

    @property
    def compares(self) -> list[str]:
        """The names of the comparisons that were written: one, when it is right."""
        names = ("is_", "is_niet", "minstens", "hoogstens", "bevat")
        return [name.rstrip("_") for name in names if getattr(self, name) is not None]


class Wordt(Part):
    """What an answer becomes when the ronde is published; `becoming.py` says which go together."""

    bestand: Literal["praktijk"] | None = None
    kolom: Naam | None = None
    norm: Code | None = None
    item: Naam | None = None
    middelen: Literal["ingezet", "uren ingezet"] | None = None
    doel: Naam | None = None
    afspraak: Naam | None = None
    document: Code | None = None
    behoefte: Literal[True] | None = None
    vraag: Word | None = None
    """Of `behoefte`: the ondersteuningsvraag, in the SWV's own word."""


Opties = Annotated[tuple[Optie, ...], Field(max_length=MOST_OPTIES, strict=False)]
Conditions = Annotated[tuple[Voorwaarde, ...], Field(max_length=MOST_CONDITIONS, strict=False)]


class Vraag(Part):
    """One question; which keys go with which `soort` is in `kinds.py`."""

    code: Code
    betekenis: int = Field(default=1, ge=1, le=1000)
    soort: Soort
    tekst: Tekst
    hulp: Uitleg | None = None
    verplicht: bool = False
    waarom_verplicht: Tekst | None = None
    weet_niet: bool = False
    nvt: bool = False
    lijst: Opties = ()
    uit: Uit | None = None
    van: int | None = Field(default=None, ge=0, le=100)
    tot: int | None = Field(default=None, ge=0, le=100)
    woorden: Annotated[dict[str, Naam], Field(max_length=MOST_OPTIES)] = {}
    minimum: float | None = Field(default=None, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)
    maximum: float | None = Field(default=None, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)
    decimalen: int | None = Field(default=None, ge=0, le=6)
    niet_na: Literal["vandaag"] | None = None
    toelichting: bool = False
    thema: bool = False
    openbaar: bool = False
    rijen: Opties = ()
    soort_rij: Literal["janee", "jadeelsnee", "keuze", "schaal", "aantal"] | None = None
    bewijs: Literal["datum"] | None = None
    volgt_op: Annotated[tuple[Code, ...], Field(max_length=10, strict=False)] = ()
    alleen_als: Conditions = ()
    voorstel: Voorstel | None = None
    wordt: Wordt | None = None


class Deel(Part):
    """One page of questions. With `rijen_uit` they are asked once per row, with `vragen_uit` they are
    the items of a norm and the file has none of its own."""

    code: Code
    titel: Titel
    uitleg: Uitleg | None = None
    onderdeel_van: Naam | None = None
    alleen_swv: bool = False
    rijen_uit: Literal["arrangementen", "middelen", "swv"] | None = None
    vragen_uit: Literal["norm"] | None = None
    vraag: Annotated[tuple[Vraag, ...], Field(strict=False)] = ()


class Cijfer(Part):
    """A figure made of answers, in words: nothing in it can be SQL. With `per_vraag` one for every
    question of `deel`, called as that question."""

    code: Code
    titel: Titel
    maat: Literal["aandeel", "aantal", "som", "gemiddelde", "verdeling"]
    vraag: Code | None = None
    deel: Code | None = None
    per_vraag: bool = False
    telt: Annotated[tuple[OptieCode, ...], Field(max_length=MOST_OPTIES, strict=False)] = ()
    richting: Literal["hoger", "lager"] | None = None
    publiek: Annotated[tuple[Rol, ...], Field(min_length=1, max_length=6, strict=False)] = (
        "directeur",
        "consultant",
        "bestuur",
        "school",
        "beheerder",
    )


class Vragenlijst(Part):
    """A text with a version. A file that a ronde used is kept with that ronde: changing it later
    changes nothing there."""

    code: Code
    versie: Annotated[str, Field(pattern=r"^[A-Za-z0-9. -]{1,20}$"), AfterValidator(_seen)]
    titel: Titel
    uitleg: Uitleg | None = None
    voor: Voor
    schooltypen: Annotated[tuple[Schooltype, ...], Field(max_length=7, strict=False)] = ()
    norm: Code | None = None
    bewaren_jaren: int = Field(default=5, ge=1, le=20)
    deel: Annotated[tuple[Deel, ...], Field(strict=False)] = ()
    cijfer: Annotated[tuple[Cijfer, ...], Field(strict=False)] = ()

    def vragen(self) -> list[tuple[Deel, Vraag]]:
        """Every question with its deel, in the order in which they are asked."""
        return [(deel, vraag) for deel in self.deel for vraag in deel.vraag]
