"""Stand: how many are there, how that follows from a year before, and which tlv's end."""

import streamlit as st

from monitor.compare import breaks
from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.pages.pieces import downloads, figure_parts, number_table
from monitor.pages.verwijzingen import in_a_row, split
from monitor.pages.verwijzingen.asked import Asked, Line, amount, country_at, since, trust, were
from monitor.sections import origins
from monitor.values import dutch, moments
from monitor.values.collation import by_name
from monitor.views.charts import breakdown
from monitor.views.files import tables
from monitor.views.words import sentences


COURSE = (
    ("stand een jaar eerder", "Stand een jaar eerder", 1),
    ("erbij: nieuw", "Erbij: nieuw", 1),
    ("erbij: verhuisd hierheen", "Erbij: verhuisd hierheen", 1),
    ("erbij: verschil", "Erbij: verschil dat niet te verklaren is", 1),
    ("eraf: tlv afgelopen", "Eraf: tlv afgelopen", -1),
)
"""(part, words, sign)"""


def show(asked: Asked) -> None:
    _share(asked)
    _course(asked)
    _ending(asked)
    _valid(asked)
    in_a_row.show(asked, "Terug naar een reguliere school", ("terugplaatsing",))
    back = asked.line("terugplaatsing")
    if back is not None and back.now.waarde != back.now.waarde_max:
        st.caption("Het laagste getal zijn de leerlingen die zeker terug zijn. In het hoogste tellen "
                   "ook de leerlingen mee die nog geen achttien zijn en nergens te zien "
                   "zijn.")  # fmt: skip


def _share(asked: Asked) -> None:
    """The stand as a share, through the years."""
    line = asked.line("deelname_vso_tlv")
    if line is None:
        return
    st.header(f"{line.indicator.short} door de jaren")
    land = [f for f in origins.country_figures(asked.store, asked.viewer, line.indicator)
            if f.periode <= line.now.periode]  # fmt: skip
    said = sentences.trend_sentence(breakdown.Series(line.region.naam, line.figures), line.indicator,
                                    breakdown.Series("Nederland", land))  # fmt: skip
    if said:
        st.markdown(f"**{said}**")
    asked.whole_only(line.indicator)
    series = [
        breakdown.Series(line.region.naam, line.figures, "accent", indicator=line.indicator.name)
    ]
    if land:
        series.append(breakdown.Series("Nederland", land, "grey", indicator=line.indicator.name))
    _drawn(asked, line, series, "alle jaren van deze grafiek")


def _drawn(asked: Asked, line: Line, series: list[breakdown.Series], whole: str) -> None:
    indicator = line.indicator
    key = f"verwijzingen_{indicator.name}_verloop"
    found = breaks.breaks(asked.store, indicator, line.region.per, line.region.code,
                          tuple(figure.periode for figure in line.figures))  # fmt: skip
    cuts = [breakdown.Break(one.periode, one.short, one.is_source) for one in found]
    figure_parts.chart(breakdown.trend(series, indicator, cuts),
                breakdown.trend_description(series, indicator, cuts), key)  # fmt: skip
    for one in found:
        st.caption(f"{'Breuk: ' if one.is_source else ''}{one.why}")
    land = country_at(asked, indicator, line.now.periode) if len(series) > 1 else None
    trust(asked, line, line.now, origins.country_origin(asked.store, indicator, land))
    others = [figure for one in series[1:] for figure in one.figures]
    downloads.table_twin(tables.figure_rows([*line.figures, *others], indicator), f"{key}_tabel")
    pieces = [(indicator, line.region.per, line.figures), (indicator, "land", others)]
    downloads.together(asked.store, pieces, f"{indicator.name}-door-de-tijd", whole, key)


# ------------------------------------------------------------------------------------ verloop


def _course(asked: Asked) -> None:
    """Stand + in - out = stand; what does not fit is a term with a name."""
    line = asked.line("verloop_vso")
    if line is None or line.before is None:
        return
    now, before = line.now, line.before
    st.header("Van de stand van vorig jaar naar die van nu")
    found = {
        figure.uitsplitsing.partition("=")[2]: figure
        for figure in asked.parts_of(line.indicator, "verloop", now.periode)
    }
    start = f"Van {wording.value(before, line.indicator)} op {moments.period(before.periode)} naar "
    end = f"{wording.value_long(now, line.indicator)} op {moments.period(now.periode)}"
    asked.whole_only(line.indicator)
    if split.is_closed(asked, line, "verloop"):
        trust(asked, line)
        return
    st.markdown(f"**{start}{end}: {_moves(found)}.**")
    number_table.show(_rows(found, now), "verwijzingen_verloop_tabel", "Het verloop van de stand")
    gap = found.get("erbij: verschil")
    if gap is not None and gap.teller_max != 0:
        st.caption(f"Het verschil van {wording.teller(gap)} zijn leerlingen die erbij komen "
                   "zonder nieuwe tlv: hun vorige liep al af voor de verlenging begon, of er is "
                   "niet ingevuld wat voor tlv het is.")  # fmt: skip
    else:
        st.caption("De som klopt: er is geen verschil dat niet te verklaren is.")
    trust(asked, line)
    downloads.of_figures(asked.store, line.indicator, line.region.per, [*found.values(), now],
                    "dit verloop", "verwijzingen_verloop")  # fmt: skip


def _moves(found: dict[str, Figure]) -> str:
    """222 nieuw, 10 verhuisd hierheen en 215 afgelopen"""
    words = {"erbij: nieuw": "nieuw", "erbij: verhuisd hierheen": "hierheen verhuisd",
             "eraf: tlv afgelopen": "van wie de tlv afliep"}  # fmt: skip
    said = [f"{wording.teller(found[part])} {word}" for part, word in words.items()
            if part in found]  # fmt: skip
    return dutch.joined(said) or "niemand erbij of eraf"


def _rows(found: dict[str, Figure], now: Figure) -> list[dict[str, str]]:
    rows = []
    for part, words, sign in COURSE:
        figure = found.get(part)
        amount = wording.teller(figure) if figure is not None else "0"
        mark = "" if part == COURSE[0][0] else "+" if sign > 0 else "\u2212"
        rows.append({"Verloop": words, "Leerlingen": f"{mark}{amount}" if amount != "0" else "0"})
    rows.append(
        {"Verloop": f"Stand op {moments.period(now.periode)}", "Leerlingen": wording.teller(now)}
    )
    return rows


# ------------------------------------------------------------------------------------- ending


def _ending(asked: Asked) -> None:
    """How many tlv's end in the schooljaar after the one chosen, per school where pupils are."""
    indicator = asked.measure("tlv_eindigt")
    now = asked.figure_of(indicator, asked.year_after) if indicator else None
    if indicator is None or now is None:
        return
    line = Line(indicator, asked.region_of(indicator), [now])
    when = moments.period(asked.year_after)
    st.header(f"Tlv's die aflopen in {when}")
    st.markdown(f"**Van {amount(now, indicator)} loopt de tlv af in {when}, zonder dat er al een "
                "nieuwe op volgt:** over hen is dan een besluit nodig.")  # fmt: skip
    asked.whole_only(indicator)
    if split.is_closed(asked, line, "bestemming"):
        trust(asked, line)
        return
    found = split.parts_of(asked, line, "bestemming", now)
    named = [
        figure._replace(
            uitsplitsing=f"school={asked.school_name(figure.uitsplitsing.partition('=')[2])}"
        )
        for figure in found
    ]
    if named:
        figure_parts.chart(breakdown.breakdown_bars(named, indicator),
                    breakdown.breakdown_bars_description(named, indicator),
                    "verwijzingen_aflopen")  # fmt: skip
    trust(asked, line)
    rows = [{"School": breakdown.part_name(f.uitsplitsing), "Leerlingen": wording.teller(f)}
            for f in sorted(named, key=lambda f: (f.is_hidden, -(f.teller or 0),
                                                  by_name(f.uitsplitsing)))]  # fmt: skip
    downloads.table_twin(rows, "verwijzingen_aflopen_tabel")
    downloads.of_figures(asked.store, indicator, line.region.per, [now, *found],
                    f"per school, {when}", "verwijzingen_aflopen")  # fmt: skip


# -------------------------------------------------------------------------------------- valid


def _valid(asked: Asked) -> None:
    """Valid tlv's at the end of every month."""
    line = asked.line("tlv_geldig")
    if line is None or len(line.figures) < 2:
        return
    st.header("Geldige tlv's per maand")
    asked.whole_only(line.indicator)
    change = since(line.now, line.before, line.indicator)
    st.markdown(f"**Op {moments.date(line.now.periode)} {were(line.now)} er "
                f"{amount(line.now, line.indicator)} geldig"
                f"{f': {change}' if change else ''}.**")  # fmt: skip
    series = [breakdown.Series(line.region.naam, line.figures, "accent",
                            indicator=line.indicator.name)]  # fmt: skip
    _drawn(asked, line, series, "alle maanden van deze grafiek")
