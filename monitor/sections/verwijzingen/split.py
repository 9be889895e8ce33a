"""What kind they are: a figure in parts, now beside a year before."""

from collections.abc import Callable, Mapping, Sequence

from monitor.figures.door import Figure
from monitor.sections.section import Column, Drawn, Piece, Said, Section, Table, said
from monitor.sections.values import Value, value_of
from monitor.sections.verwijzingen.asked import Asked, Line, amount, selection, trust_in
from monitor.sections.what_a_role_sees import TOO_SMALL, is_seen
from monitor.values import moments
from monitor.views.charts.before_and_now import MOST, Pair, pair_rows, paired
from monitor.views.charts.kinds import BeforeAndNow


QUESTION = "Wat voor tlv's zijn er afgegeven, naast een jaar eerder?"
TITLE = "Wat voor tlv's zijn er afgegeven?"
BREAKDOWNS = {
    "categorie": "Categorie",
    "overgang": "Nieuw of verlenging",
    "ondersteuningsvraag": "Vraag",
    "leeftijd": "Leeftijd",
    "soort": "Soort onderwijs",
}
NAMES = {
    "laag": "categorie 1 (laag)",
    "midden": "categorie 2 (midden)",
    "hoog": "categorie 3 (hoog)",
    "verhuizing": "verhuisd hierheen",
    "ja": "dossier compleet",
    "nee": "wacht nog op stukken",
}
NOTHING = "Er is niets om uit te splitsen."


def make(asked: Asked, breakdown: str) -> Section | None:
    """What was issued in the schooljaar, by `breakdown`; None where it is not known."""
    line = asked.line("tlv_afgegeven")
    if line is None or line.now.periode != asked.year:
        return None
    words = (
        f"In {moments.period(asked.year)} gaf het samenwerkingsverband "
        f"{amount(line.now, line.indicator)} af voor leerlingen van {line.region.naam}: nieuwe, "
        "verlengde en verhuisde samen."
    )
    return in_parts(asked, line, breakdown, BREAKDOWNS[breakdown], QUESTION, TITLE, words)


def in_parts(
    asked: Asked,
    line: Line,
    breakdown: str,
    what: str,
    question: str,
    title: str,
    *words: str,
    name_of: Callable[[str], str] | None = None,
    notes: tuple[str, ...] = (),
    whole_series: bool = False,
) -> Section:
    """The parts of the last figure of a line beside those of a year before it; `words` say what the
    figure itself is, `what` is the heading of the parts. With `whole_series` a file also holds the
    figure of every moment."""
    key = f"verwijzingen_{line.indicator.name}_{breakdown}"
    first, *rest = words or ("",)
    shut = closed(asked, line, breakdown)
    shown = [] if shut else parts_of(asked, line, breakdown, line.now)
    earlier = [] if shut or not line.before else parts_of(asked, line, breakdown, line.before)
    trust = (trust_in(asked, line),)
    if not shown and not earlier:
        return Section(
            key=key, question=question, title=title, says=Said(first), selection=selection(line),
            beside=said(*rest, shut or NOTHING), trust=trust, notes=notes,
        )  # fmt: skip
    pairs = _pairs(line, breakdown, shown, earlier, name_of)
    when = _when(line.now)
    was = _when(line.before) if line.before else "geen eerder cijfer"
    under = f"U ziet {MOST} van de {len(pairs)} delen; in de tabel staan ze alle."
    chart = BeforeAndNow(tuple(pairs), line.indicator, when, was)
    return Section(
        key=key,
        question=question,
        title=title,
        says=Said(first),
        selection=selection(line),
        beside=said(*rest),
        drawn=(Drawn(chart, (under,) if len(pairs) > MOST else ()),),
        table=_table(line, pairs, what, when, was, [*shown, *earlier], whole_series),
        trust=trust,
        notes=notes,
    )


def parts_of(asked: Asked, line: Line, breakdown: str, total: Figure) -> list[Figure]:
    """The parts of a figure of a line."""
    return asked.parts_of(line.indicator, breakdown, total.periode)


def closed(asked: Asked, line: Line, breakdown: str) -> str:
    """Why such parts are not for this viewer; "" where they are."""
    per = line.region.per
    if is_seen(asked.store, asked.viewer, line.indicator, per, breakdown):
        return ""
    if per == "swv":
        return (
            "Deze uitsplitsing is er niet voor uw rol: zij gaat over enkele leerlingen per school."
        )
    return f"De uitsplitsing van een deel van het samenwerkingsverband ziet u niet: {TOO_SMALL}."


def _pairs(
    line: Line,
    breakdown: str,
    shown: Sequence[Figure],
    earlier: Sequence[Figure],
    name_of: Callable[[str], str] | None,
) -> list[Pair]:
    indicator = line.indicator
    codes = {figure.uitsplitsing.partition("=")[2] for figure in (*shown, *earlier)}
    order = sorted(codes, key=lambda code: indicator.place(f"{breakdown}={code}"))
    own = [code for code in order if indicator.has_order(f"{breakdown}={code}")]
    return paired(shown, earlier, _names(codes, breakdown, name_of), own)


def _table(
    line: Line,
    pairs: Sequence[Pair],
    what: str,
    when: str,
    was: str,
    found: Sequence[Figure],
    whole_series: bool,
) -> Table:
    indicator, per = line.indicator, line.region.per
    rows = pair_rows(pairs, indicator, what, when, was)
    cells = []
    for pair, row in zip(pairs, rows, strict=True):
        own = {when: pair.now, was: pair.before}
        cells.append(tuple(
            value_of(figure, indicator, text)
            if (figure := own.get(title)) is not None
            else Value(text)
            for title, text in row.items()
        ))  # fmt: skip
    pieces = [Piece(indicator, per, tuple(found))]
    whole = f"naar {what.lower()}, {when} en {was}"
    if whole_series:
        pieces.append(Piece(indicator, per, tuple(line.figures)))
        whole += ", en het aantal per maand"
    return Table(
        f"{indicator.short} naar {what.lower()}",
        tuple(Column(one, "number" if one in (when, was) else "text") for one in rows[0]),
        tuple(cells), tuple(pieces), f"{indicator.name}-per-{per}", whole,
    )  # fmt: skip


def _names(
    codes: set[str], breakdown: str, name_of: Callable[[str], str] | None
) -> Mapping[str, str]:
    if name_of is not None:
        return {code: name_of(code) for code in codes}
    if breakdown == "leeftijd":
        return {code: f"{code} jaar" if code.isdigit() else code for code in codes}
    return {code: NAMES.get(code, code) for code in codes}


def _when(figure: Figure) -> str:
    """2024-2025 | 31 oktober 2025"""
    return figure.periode if len(figure.periode) == 9 else moments.period(figure.periode)
