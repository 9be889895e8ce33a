"""What OCW counts in the whole country, under the definitions that it has."""

import datetime as dt

import streamlit as st

from monitor.compare import ocw_series
from monitor.figures.door import Figure
from monitor.pages.pieces import download_choice, downloads, figure_parts
from monitor.pages.thuiszitters.subject import Subject
from monitor.store.definitions import Definition, definitions
from monitor.values import dutch, moments
from monitor.views.charts import breakdown
from monitor.views.files import export, tables


def show(subject: Subject) -> None:
    """The country's own series of counts: never a part of ours, nor ours of it."""
    definition: Definition = subject.definition
    if not definition.national:
        st.markdown(
            f"Naar de definitie ‘{definition.title}’ wordt landelijk niet geteld. Vergelijken met "
            "Nederland kan met een definitie die OCW ook gebruikt: "
            f"{dutch.joined([d.short for d in definitions().values() if d.national])}."
        )
        return
    years = ocw_series.series(subject.store, definition)
    known = [year for year in years if year.leerlingen is not None]
    if not known:
        figure_parts.empty_state("Er is nog geen landelijke reeks.",
                          "Lever de landelijke reeks van OCW uit de Leerplichttelling.")  # fmt: skip
        return
    first, last = known[0], known[-1]
    st.markdown(
        f"**In Nederland waren het er {dutch.number(last.leerlingen)} in schooljaar "
        f"{last.schooljaar}; in {first.schooljaar} {dutch.number(first.leerlingen)}.**"
    )
    unknown = [year.schooljaar for year in years if year.leerlingen is None]
    if unknown:
        st.markdown(
            f"Over {dutch.joined(unknown)} is het landelijke aantal niet bekend, of de bronnen "
            "spreken elkaar tegen."
        )
    st.caption(
        "Dit is het aantal leerlingen van heel Nederland in een heel schooljaar, van alle leerlingen "
        "die leerplichtig zijn, in het basis- en voortgezet onderwijs samen. Daarom staat het hier "
        "los, en niet naast uw eigen aantal. Per 1.000 leerlingen staat de vergelijking bij Verloop."
    )
    indicator = subject.indicator("thuiszitters_jaar")
    line = [
        Figure("NL", "Nederland", year.schooljaar, "", float(year.leerlingen),
               float(year.leerlingen), None, None, float(year.leerlingen), float(year.leerlingen))
        for year in known if year.leerlingen is not None
    ]  # fmt: skip
    lines = [breakdown.Series("Nederland", line, "grey", indicator=indicator.name)]
    figure_parts.chart(breakdown.trend(lines, indicator, height=260), breakdown.trend_description(lines, indicator),
                key=f"thuiszitters_{subject.code}_landelijk")  # fmt: skip
    file, _, day = ocw_series.delivered(subject.store).partition("|")
    if file:
        st.caption(f"Bron: OCW, Leerplichttelling ({file}) · "
                   f"geleverd {moments.date(dt.date.fromisoformat(day))}")  # fmt: skip
    rows = [
        {"Schooljaar": year.schooljaar,
         "Nederland, leerlingen": dutch.number(year.leerlingen) if year.leerlingen is not None
         else dutch.UNKNOWN}
        for year in reversed(years)
    ]  # fmt: skip
    downloads.table_twin(rows, key=f"thuiszitters_{subject.code}_landelijk_tabel")
    _downloads(subject, years, file)


def _downloads(subject: Subject, years: list[ocw_series.Year], file: str) -> None:
    """The series as OCW gave it: it is none of our indicators, so it has columns of its own."""
    indicator = subject.indicator("thuiszitters_jaar")
    rows: list[tables.Row] = [
        {"schooljaar": year.schooljaar, "nederland_leerlingen": year.leerlingen} for year in years
    ]
    about = export.About(
        indicator=indicator, selection="Nederland, alle schooljaren",
        origins=[f"OCW: Leerplichttelling ({file})"], is_demo=subject.store.settings.demo,
    )  # fmt: skip
    name = f"thuiszitters-landelijk-{subject.code.lower()}"
    download_choice.choice(
        f"{len(rows)} schooljaren, Nederland", name, name,
        lambda form: export.lists_to_csv(rows, form),
        lambda: export.to_xlsx({"landelijk": rows}, about),
    )  # fmt: skip
