"""What an answer becomes (`wordt`) and what the monitor proposes (`voorstel`), held against the
contract of the kind of file it ends in or comes from."""

from collections.abc import Iterator
from functools import cache

from monitor.rounds.vragenlijst.faults import meant, words
from monitor.rounds.vragenlijst.kinds import options
from monitor.rounds.vragenlijst.model import Deel, Vraag, Vragenlijst, Wordt
from monitor.sources import sources
from monitor.sources.source import Column
from monitor.values.spelling import Choice, Spelling


PRAKTIJK = (
    "PLAATSEN PRAKTIJK", "BEZET", "WACHTEND", "EVALUATIEDATUM", "TITEL", "ONDERSTEUNINGSVRAGEN",
    "NIVEAUS", "BEREIK",
)  # fmt: skip
"""What a school may declare of an arrangement: columns of `arrangementen`, spelled as there."""
SPELLED = {
    "geheel getal": ("aantal",),
    "getal": ("getal", "aantal"),
    "bedrag": ("bedrag", "aantal"),
    "datum": ("datum",),
    "tekst": ("tekst", "keuze"),
    "lijst": ("keuzes",),
}
"""Which kinds of question give what a column with this spelling takes."""
SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "bestand": ({"kolom"}, set()),
    "norm": ({"item"}, set()),
    "middelen": (set(), {"doel"}),
    "afspraak": (set(), set()),
    "document": (set(), set()),
    "behoefte": (set(), {"vraag"}),
}
"""By its first key: what goes with it, and what may."""
PROPOSED = {
    "arrangementen.plaatsen_plan": ("arrangementen", ("aantal",)),
    "arrangementen.plaatsen_praktijk": ("arrangementen", ("aantal",)),
    "arrangementen.bezet": ("arrangementen", ("aantal",)),
    "arrangementen.wachtend": ("arrangementen", ("aantal",)),
    "arrangementen.evaluatiedatum": ("arrangementen", ("datum",)),
    "leerlingtelling.aantal": (None, ("aantal",)),
    "middelen.toegekend": ("middelen", ("bedrag", "aantal")),
    "vestigingen.naam": (None, ("tekst",)),
    "basisondersteuning.status": (None, ("jadeelsnee", "janee")),
}
"""Per voorstel: of which rows it is, and which kinds of question it can answer."""
Said = Iterator[tuple[str, str]]


@cache
def columns(kind: str) -> dict[str, Column]:
    """The columns of a kind of file by their heading."""
    return {column.shown: column for column in sources()[kind].columns()}


def check(lijst: Vragenlijst | None, deel: Deel, vraag: Vraag) -> Said:
    """Every fault of `wordt` and `voorstel`; `lijst` is None when its head could not be read."""
    if vraag.voorstel is not None:
        rows, kinds = PROPOSED[vraag.voorstel]
        if vraag.soort not in kinds:
            yield (
                "voorstel",
                f"{vraag.voorstel} past bij soort {words(kinds)}, niet bij {vraag.soort}.",
            )
        if rows != deel.rijen_uit:
            need = f'een deel met rijen_uit = "{rows}"' if rows else "een deel zonder rijen_uit"
            yield "voorstel", f"{vraag.voorstel} hoort in {need}."
    if vraag.wordt is not None:
        yield from (("wordt", text) for text in _wordt(vraag.wordt, lijst, deel, vraag))


def _wordt(wordt: Wordt, lijst: Vragenlijst | None, deel: Deel, vraag: Vraag) -> Iterator[str]:
    given = wordt.model_fields_set
    kinds = [name for name in SHAPES if name in given]
    if len(kinds) != 1:
        yield f"moet precies één hiervan noemen: {words(list(SHAPES))}."
        return
    (kind,) = kinds
    needed, may = SHAPES[kind]
    if missing := sorted(needed - given):
        yield f"bij {kind} ontbreekt {words(missing)}."
    if wrong := sorted(given - needed - may - {kind}):
        yield f"{words(wrong)} hoort niet bij {kind}. Haal het weg."
    if missing or wrong:
        return
    voor = lijst.voor if lijst else None
    match kind:
        case "bestand":
            yield from _column(str(wordt.kolom), deel, vraag)
            yield from _only_for(voor, ("vestiging",))
        case "norm":
            if vraag.soort not in ("jadeelsnee", "janee"):
                yield f"een punt van een norm is jadeelsnee of janee, niet {vraag.soort}."
            if lijst is not None and wordt.norm != lijst.norm:
                yield (
                    f"noemt norm '{wordt.norm}', en bovenaan staat "
                    f"{f'norm {lijst.norm!r}' if lijst.norm else 'geen norm'}. Maak ze gelijk."
                )
            if deel.rijen_uit:
                yield "een punt van een norm kan niet per rij gevraagd worden."
            yield from _only_for(voor, ("vestiging",))
        case "middelen":
            column = columns("middelen")[str(wordt.middelen).upper()]
            yield from _fits(column.spelling, "middelen", str(wordt.middelen), vraag)
            if (wordt.doel is None) != (deel.rijen_uit == "middelen"):
                yield (
                    'noem een doel, of zet de vraag in een deel met rijen_uit = "middelen": dan is '
                    "elke rij een doel. Niet allebei."
                )
            yield from _only_for(voor, ("vestiging", "bestuur"))
        case "document":
            if vraag.soort != "document":
                yield f"hoort bij soort document, niet bij {vraag.soort}."
        case "behoefte":
            if vraag.soort != "aantal":
                yield f"een behoefte is een aantal, niet {vraag.soort}."
        case _:
            if vraag.soort in ("uitleg", "matrix"):
                yield f"kan niet bij soort {vraag.soort}."


def _only_for(voor: str | None, allowed: tuple[str, ...]) -> Iterator[str]:
    if voor is not None and voor not in allowed:
        yield f"kan alleen bij voor = {words(allowed)}; deze vragenlijst is voor {voor}."


def _column(name: str, deel: Deel, vraag: Vraag) -> Iterator[str]:
    if name not in PRAKTIJK:
        yield f"praktijk heeft geen kolom '{name}'.{meant(name, PRAKTIJK)} Kies uit: {words(PRAKTIJK)}."
        return
    if deel.rijen_uit != "arrangementen":
        yield 'hoort in een deel met rijen_uit = "arrangementen": een rij per arrangement.'
    yield from _fits(columns("arrangementen")[name].spelling, "praktijk", name, vraag)


def _fits(spelling: Spelling, file: str, name: str, vraag: Vraag) -> Iterator[str]:
    """Whether every answer is a value of that column."""
    if isinstance(spelling, Choice):
        allowed = tuple(dict.fromkeys(word for _, word in spelling.words))
        there = [option.code for option in options(vraag)]
        if vraag.soort not in ("keuze", "janee", "jadeelsnee"):
            yield f"kolom {name} van {file} is een keuze uit {words(allowed)}; gebruik soort keuze."
        elif unknown := [code for code in there if code not in allowed]:
            yield f"kolom {name} van {file} kent {words(unknown)} niet. Kies uit: {words(allowed)}."
        return
    kinds = SPELLED[spelling.name]
    if vraag.soort not in kinds:
        yield (
            f"kolom {name} van {file} is {spelling.expected}; dat past bij soort {words(kinds)}, "
            f"niet bij {vraag.soort}."
        )
