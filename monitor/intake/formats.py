"""Which files can be delivered and what stands in them, in words: from the row models themselves.

The page Leveringen shows a kind of file; `docs/formaten.md` has all of them (`dekkend formaten`).
"""

import datetime as dt
import re
from collections.abc import Callable
from itertools import groupby

from monitor.intake.judging import questions
from monitor.sources import sources
from monitor.sources.source import Column, Source
from monitor.store.mappings import SHIPPED, read_mappings
from monitor.values import dutch, moments
from monitor.values.spelling import Choice


Mark = Callable[[str], str]
"""How a heading or a word of a file is written, so that it stays as it is."""
PUBLISHERS = ("SWV", "DUO", "OCW", "CBS")

OPENING = """# Bestandsformaten

Gemaakt door `dekkend formaten`, uit de beschrijving waarmee de monitor bestanden keurt. Op de pagina Leveringen staat
hetzelfde, met van elke soort een leeg bestand.

**Wat voor bestand.** CSV met `;`, `,`, `|` of een tab, in UTF-8, UTF-16 of Windows-1252 (één van die in het hele bestand);
het eerste zichtbare blad van een XLSX; GeoJSON, TopoJSON of JSON met één lijst van rijen; een tabel in Markdown. De soort
wordt herkend aan de kolomkoppen.

**Koppen.** De volgorde is vrij. Hoofdletters, accenten, spaties, `_` en `-` maken niet uit. Kolommen die de monitor niet kent,
worden genoemd en niet gelezen. Titelregels mogen boven de koppen staan; onder de rijen mag een voetregel staan die met
`Bron:`, `Peildatum:`, `Filters:` en dergelijke begint. Totaalregels niet: die rekent de monitor zelf uit.

**Cellen.** Leeg is onbekend, en dat is niet 0. Datums als `01-10-2025`, `2025-10-01` of een datum van Excel; een tijd erachter
vervalt. Getallen met een decimale komma of punt; `1.234` kan twee dingen zijn en wordt alleen bij aantallen en bedragen
gelezen, als duizendtal. Aantallen mogen `<5` of `-1` (1 tot en met 4) of `x` (onbekend) zijn. Een lijst in een cel heeft `|`
ertussen. Verborgen en doorgestreepte rijen van een werkblad tellen gewoon mee, en dat wordt gezegd.

**Leerlingen** staan onder een pseudoniem in een bestand. Een bestand met burgerservicenummers wordt geweigerd.

**Volledig of aanvulling.** Van een register zegt wie levert of het bestand alles noemt wat nog loopt (`--volledig`) of alleen
iets toevoegt (`--aanvulling`). Wat een volledige lijst niet meer noemt, is geëindigd op een dag die niet bekend is.

**Gewoon.** Waar staat wat gewoon is, wordt een getal daarbuiten geladen met een vraag: is het een andere eenheid?

**Koppelingen** vertalen de koppen en woorden van een ander systeem (`koppelingen/NAAM.toml` in de map met gegevens, of te maken
op Leveringen): `[headings]` van hun kop naar de onze, `[words.KOLOM]` van hun woord naar het onze, en `[constants]` voor een
kolom die het bestand niet heeft en die overal dezelfde waarde heeft."""


def document() -> str:
    """All kinds of file as one Markdown document."""
    parts = [OPENING, *_presets()]
    kinds = sorted(sources().values(), key=rank)
    for publisher, group in groupby(kinds, key=lambda source: source.publisher):
        parts.append(f"## Van {'het samenwerkingsverband' if publisher == 'SWV' else publisher}")
        parts.extend(map(_kind, group))
    return "\n\n".join(parts) + "\n"


def rank(source: Source) -> tuple[int, str]:
    """What the samenwerkingsverband itself makes comes first."""
    at = PUBLISHERS.index(source.publisher) if source.publisher in PUBLISHERS else 9
    return at, source.title


def _presets() -> list[str]:
    lines = []
    for name, mapping in read_mappings(SHIPPED).items():
        headings = ", ".join(f"`{theirs}` = {ours}" for theirs, ours in mapping.headings.items())
        line = f"- `{name}`, voor `{mapping.source}`: {headings}"
        if mapping.everywhere:
            line += f". Overal dezelfde waarde: {mapping.everywhere}"
        for heading, table in mapping.words.items():
            line += f". {heading}: " + ", ".join(f"`{a}` = {b}" for a, b in table.items())
        lines.append(f"{line}.")
    return ["Koppelingen die bij de monitor horen:", "\n".join(lines)] if lines else []


def _kind(source: Source) -> str:
    lines = [f"### {source.title} (`{source.name}`)", "  \n".join(about(source, _code))]
    rows = ["| kolom | nodig | wat er in de cellen staat | ook goed als kop |", "|---|---|---|---|"]
    for column in in_order(source):
        cells = [
            f"**{heading_of(column, 'jjjj')}**",
            "moet" if column.is_required else "mag",
            expected(column),
            ", ".join(others(column)),
        ]
        rows.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    lines.append("\n".join(rows))
    if said := words(source, _code):
        lines.append("Andere schrijfwijzen:\n\n" + "\n".join(f"- {line}" for line in said))
    return "\n\n".join(lines)


def _code(word: str) -> str:
    return f"`{word}`"


def in_order(source: Source) -> list[Column]:
    """Its columns that have a heading, what must be there first."""
    columns = [column for column in source.columns() if column.heading.melted != "value"]
    return sorted(columns, key=lambda column: not column.is_required)


def about(source: Source, mark: Mark) -> list[str]:
    """Where it comes from, how often, what it replaces and of which day it is."""
    lines = [
        f"**Te halen bij** {source.where}; {source.every}.",
        f"**Een nieuwe levering** {_replaces(source, mark)}.",
    ]
    if source.moment is not None:
        month = moments.date(dt.date(2025, source.moment.month, source.moment.day))[:-5]
        whole = ", of de hele datum (2024-11-22)" if source.moment.fallback == "onbekend" else ""
        lines.append(
            f"**De datum** staat niet in het bestand: zet het jaar in de bestandsnaam, dan geldt "
            f"{month} van dat jaar{whole}, of kies de datum bij het leveren."
        )
    if source.running is not None:
        one = "de volledige lijst" if source.running.is_whole else "een aanvulling"
        lines.append(
            f"**Volledig of niet**: een bestand geldt als {one}, tenzij u bij het leveren iets anders "
            f"zegt. Van {source.running.what[1]} die nog lopen en niet in een volledige lijst staan, "
            "geldt dat zij geëindigd zijn, op een dag die niet bekend is."
        )
    if one_of := [c for c in source.columns() if c.name in source.row.one_of]:
        names = [mark(column.heading.headings[0]) for column in one_of]
        lines.append(f"**In elke rij** is minstens één van deze ingevuld: {dutch.joined(names)}.")
    if source.pupils:
        lines.append(
            "**Leerlingen** staan er onder een pseudoniem in. Een bestand met "
            "burgerservicenummers wordt geweigerd."
        )
    return lines


def _replaces(source: Source, mark: Mark) -> str:
    if source.replaces == ("*",):
        return "vervangt de hele lijst"
    if not source.replaces:
        return "komt naast de vorige; niets wordt vervangen"
    if source.replaces[0] == "lijstdatum":
        return "vervangt alleen een lijst van dezelfde datum"
    columns = {column.name: column for column in source.columns()}
    if source.moment is not None and source.replaces == (source.moment.column,):
        return "vervangt wat er al was van dezelfde peildatum"
    if any(columns[name].heading.melted for name in source.replaces):
        return "vervangt wat er al was van dezelfde jaren"
    names = [mark(columns[name].heading.headings[0]) for name in source.replaces]
    return f"vervangt rijen die gelijk zijn in {dutch.joined(names)}"


def heading_of(column: Column, year: str) -> str:
    """The heading to deliver a column under; of one column per year that of `year`."""
    if column.heading.melted == "key":
        return re.sub(r"\[_ \]\?\(.*\)", f"_{year}", column.heading.headings[0])
    return column.heading.headings[0]


def expected(column: Column) -> str:
    """What stands in its cells."""
    if column.heading.melted == "key":
        return "een aantal leerlingen; één kolom per jaar"
    # What stands behind a semicolon is about a wrong value, and so is what a spreadsheet makes of it.
    spelled = column.spelling.expected.partition(";")[0]
    spelled = re.sub(
        r" \((een getal als|zet de kolom|verwisseld met|niet 1\.234).*\)$", "", spelled
    )
    parts = (column.heading.description, spelled, _usual(column))
    out = ", ".join(part for part in parts if part)
    return f"{out}; mag leeg zijn" if column.heading.empty else out


def _usual(column: Column) -> str:
    """Between what the monitor does not ask whether the unit is right."""
    if column.heading.usual is None:
        return ""
    low, high = map(questions.number, column.heading.usual)
    return f"gewoon is {low} tot en met {high}"


def others(column: Column) -> list[str]:
    """Other headings that are taken for it."""
    if column.heading.melted:
        return []
    out = list(column.heading.headings[1:])
    if column.heading.brin:
        out.append(f"twee kolommen: {column.heading.brin[0]} en een nummer van twee tekens")
    return out


def words(source: Source, mark: Mark) -> list[str]:
    """Per column the other spellings of its fixed words, and the words that say nothing."""
    out = []
    for column in in_order(source):
        spelled: dict[str, list[str]] = {}
        if isinstance(column.spelling, Choice):
            for other, word in column.spelling.words:
                if other != word.lower():
                    spelled.setdefault(word, []).append(mark(other))
        told = [f"{word} (ook {', '.join(more)})" for word, more in spelled.items()]
        if column.heading.unknown:
            nothing = dutch.joined([mark(word) for word in column.heading.unknown])
            told.append(f"{nothing} {'is' if len(column.heading.unknown) == 1 else 'zijn'} leeg")
        if told:
            out.append(f"{mark(column.heading.headings[0])}: {'; '.join(told)}.")
    return out
