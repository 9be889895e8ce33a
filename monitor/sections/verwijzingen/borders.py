"""Who goes to a school of another samenwerkingsverband, and who comes from one: two different counts."""

from collections.abc import Mapping

from monitor.figures import wording
from monitor.figures.door import Figure, figures
from monitor.sections.section import Column, Piece, Said, Section, Table, said
from monitor.sections.values import Value, value_of
from monitor.sections.verwijzingen import split
from monitor.sections.verwijzingen.asked import Asked, Line, selection, since, trust_in
from monitor.values import moments
from monitor.values.collation import by_name


OUTWARD = "Hoeveel leerlingen van ons zitten op een vso-school van een ander?"
INWARD = "Hoeveel leerlingen van een ander zitten op een vso-school bij ons?"
TOO_SHORT = "Nog niet te zeggen: daarvoor moet de lijst minstens drie jaar oud zijn."


def outward(asked: Asked) -> Section:
    title = "Grensverkeer uit"
    line = asked.line("grensverkeer_uit")
    if line is None:
        return _nothing_yet(asked, "verwijzingen_grens_uit", OUTWARD, title)
    found = {
        asked.school_name(figure.uitsplitsing.partition("=")[2]): figure
        for figure in split.parts_of(asked, line, "bestemming", line.now)
    }
    words = "leerlingen van ons op een vso-school van een ander samenwerkingsverband"
    return _section(asked, line, "verwijzingen_grens_uit", OUTWARD, title, words, found,
                    asked.whole_only(line.indicator))  # fmt: skip


def inward(asked: Asked) -> Section:
    title = "Grensverkeer in"
    line = asked.line("grensverkeer_in")
    if line is None:
        return _nothing_yet(asked, "verwijzingen_grens_in", INWARD, title)
    every = figures(
        asked.store, asked.viewer, line.indicator, "vestiging", period=line.now.periode,
        within=(line.region.per, line.region.code),
    )  # fmt: skip
    found = {f.naam: f for f in every if f.is_hidden or f.teller_max}
    words = "leerlingen van een ander samenwerkingsverband op een vso-school bij ons"
    return _section(asked, line, "verwijzingen_grens_in", INWARD, title, words, found, ())


def _nothing_yet(asked: Asked, key: str, question: str, title: str) -> Section:
    where = f"{title}, {asked.region.sentence}, {moments.period(asked.year)}"
    return Section(key, question, title, Said(TOO_SHORT), where)


def _section(
    asked: Asked,
    line: Line,
    key: str,
    question: str,
    title: str,
    words: str,
    found: Mapping[str, Figure],
    notes: tuple[str, ...],
) -> Section:
    now = line.now
    many = "geen" if now.teller_max == 0 else wording.value(now, line.indicator)
    change = since(now, line.before, line.indicator)
    return Section(
        key=key,
        question=question,
        title=title,
        says=Said(f"Op {moments.period(now.periode)} zaten {many} {words}."),
        selection=selection(line),
        beside=said(f"Dat is {change}." if change else ""),
        table=_table(line, title, found),
        trust=(trust_in(asked, line),),
        notes=notes,
    )


def _table(line: Line, title: str, found: Mapping[str, Figure]) -> Table:
    """Largest first, those that are hidden last, by name."""
    seen = sorted((n for n, f in found.items() if not f.is_hidden),
                  key=lambda n: (-(found[n].teller or 0), by_name(n)))  # fmt: skip
    names = [*seen, *sorted((n for n, f in found.items() if f.is_hidden), key=by_name)]
    indicator, per = line.indicator, line.region.per
    return Table(
        f"{title}: leerlingen per school",
        (Column("School"), Column("Leerlingen", "number")),
        tuple(
            (Value(name), value_of(found[name], indicator, wording.teller(found[name])))
            for name in names
        ),
        (Piece(indicator, per, (*line.figures, *(found[name] for name in names))),),
        f"{indicator.name}-per-{per}", "alle jaren en scholen",
    )  # fmt: skip
