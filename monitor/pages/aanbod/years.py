"""Plaatsen en kosten: how many places there are through the years, and what the offer costs."""

import streamlit as st

from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.pages.aanbod.asked import Asked
from monitor.pages.pieces import downloads, figure_parts, phone_table
from monitor.values import dutch
from monitor.views.charts import breakdown
from monitor.views.files import tables


def show(asked: Asked) -> None:
    _places(asked)
    _costs(asked)


def _places(asked: Asked) -> None:
    st.header("Hoeveel plaatsen zijn er?")
    indicator = asked.indicator("plaatsen")
    parts_ = asked.figures("plaatsen", "aanbod")
    now = [f for f in parts_ if f.uitsplitsing == "aanbod=praktijk"]
    plan = [f for f in parts_ if f.uitsplitsing == "aanbod=plan"]
    if indicator is None or not now or not plan:
        st.markdown("Hoeveel plaatsen er zijn, is niet bekend.")
        return
    last = now[-1]
    said = (f"In {last.periode} zijn er {wording.value(last, indicator)} plaatsen in de praktijk; "
            f"afgesproken zijn er {wording.value(plan[-1], indicator)}")  # fmt: skip
    if len(plan) > 1:
        said += (f". In {plan[0].periode} waren dat er {wording.value(now[0], indicator)} en "
                 f"{wording.value(plan[0], indicator)}")  # fmt: skip
    st.markdown(f"**{said}.**")
    if len(plan) > 1:
        lines = [
            breakdown.Series("afgesproken", plan, "grey", indicator=indicator.name),
            breakdown.Series("in de praktijk", now, "accent", indicator=indicator.name),
        ]
        figure_parts.chart(breakdown.trend(lines, indicator, height=280),
                    breakdown.trend_description(lines, indicator), "aanbod_plaatsen")  # fmt: skip
        st.caption("Een driehoek is ‘ten minste zo veel’: niet elke school gaf de plaatsen op.")
    phone_table.table(_per_year(asked), "aanbod_per_jaar", "Plaatsen per schooljaar")
    _proof(asked, indicator, [*asked.figures("plaatsen"), *plan])


def _per_year(asked: Asked) -> list[dict[str, str]]:
    """A row per schooljaar, newest first; hidden is said as hidden."""
    columns = {
        "Afgesproken": ("plaatsen", "aanbod=plan"),
        "In de praktijk": ("plaatsen", ""),
        **({"Vrij": ("plaatsen_vrij", "")} if asked.viewer.sees_exact else {}),
        "Leerlingen die wachten": ("wachtend", ""),
    }
    rows: dict[str, dict[str, str]] = {}
    for title, (name, part) in columns.items():
        indicator = asked.indicator(name)
        for figure in asked.figures(name, part.partition("=")[0]):
            if indicator is not None and figure.uitsplitsing == part:
                row = rows.setdefault(figure.periode, {"Schooljaar": figure.periode})
                row[title] = wording.value(figure, indicator)
    return [
        {title: row.get(title, dutch.UNKNOWN) for title in ("Schooljaar", *columns)}
        for _, row in sorted(rows.items(), reverse=True)
    ]


def _costs(asked: Asked) -> None:
    st.header("Wat kosten de arrangementen?")
    indicator = asked.indicator("kosten_arrangementen")
    found = [f for f in asked.figures("kosten_arrangementen") if wording.is_known(f)]
    if indicator is None or not found:
        st.markdown("Dat is niet te zeggen: er is geen kalenderjaar waarvan beide schooljaren zijn "
                    "geleverd, of de tarieven ontbreken.")  # fmt: skip
        return
    first, last = found[0], found[-1]
    said = f"In {last.periode} kostten de arrangementen {_euro(last, indicator)}"
    if len(found) > 1:
        said += f"; in {first.periode} was dat {_euro(first, indicator)}"
    st.markdown(f"**{said}.**")
    if len(found) > 1:
        line = breakdown.Series(asked.whole.naam, found, "accent", indicator=indicator.name)
        figure_parts.chart(breakdown.trend([line], indicator, height=240),
                    breakdown.trend_description([line], indicator), "aanbod_kosten")  # fmt: skip
    st.caption("Per kalenderjaar: zeven twaalfde van het schooljaar dat erin eindigt en vijf "
               "twaalfde van het schooljaar dat erin begint. Gerekend met de afgesproken plaatsen, "
               "ook als die er in de praktijk niet zijn.")  # fmt: skip
    _proof(asked, indicator, found)


def _euro(figure: Figure, indicator: Indicator) -> str:
    words = wording.value(figure, indicator)
    least = "ten minste "
    return f"{least if words.startswith(least) else ''}€{dutch.SPACE}{words.removeprefix(least)}"


def _proof(asked: Asked, indicator: Indicator, found: list[Figure]) -> None:
    last = next(f for f in reversed(found) if not f.uitsplitsing)
    figure_parts.trust_line(asked.store, indicator, last.periode, asked.whole)
    figure_parts.about(asked.store, asked.viewer, indicator, last.periode, asked.whole, last)
    key = f"aanbod_{indicator.measure}"
    downloads.table_twin(tables.figure_rows(found[::-1], indicator), key=f"{key}_tabel")
    downloads.of_figures(asked.store, indicator, "swv", found, "alle jaren", key=key)
