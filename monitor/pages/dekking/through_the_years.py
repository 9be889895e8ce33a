"""Through the years, and other measures than the matching, each under its own name."""

from collections import defaultdict

import streamlit as st

from monitor.dekking import from_store
from monitor.dekking.matching.measures import naive
from monitor.figures import levels, wording
from monitor.figures.door import Figure, figures, indicator_named
from monitor.pages.dekking.subject import Subject
from monitor.pages.pieces import downloads, figure_parts
from monitor.values import dutch
from monitor.views.charts import breakdown
from monitor.views.files import tables
from monitor.views.words import sentences


def show(subject: Subject) -> None:
    st.header("Door de jaren")
    _trend(subject)
    _tekort(subject)
    st.header("Andere maten")
    st.markdown(
        "Deze maten zijn **geen dekking**: ze zeggen niet hoeveel leerlingen tegelijk een plek "
        "vinden. Ze staan hier om ermee te vergelijken."
    )
    if subject.exact:
        _naive(subject)
    _druk(subject)
    _nearby(subject)


def years(subject: Subject, name: str) -> list[Figure]:
    """The figures of the whole samenwerkingsverband, oldest first."""
    return sorted(
        figures(
            subject.store, subject.viewer, indicator_named(name), "swv",
            codes=(subject.whole.code,), within=("swv", subject.whole.code),
        ),
        key=lambda figure: figure.periode,
    )  # fmt: skip


def _trend(subject: Subject) -> None:
    indicator = indicator_named("dekking")
    real, plan = years(subject, "dekking"), years(subject, "dekking_plan")
    if len(real) < 2:
        st.markdown("Er is één schooljaar geleverd. Vanaf twee is hier het verloop te zien.")
        return
    said = sentences.trend_sentence(breakdown.Series("De dekking", real), indicator)
    if said:
        st.markdown(f"**{said}**")
    lines = [
        breakdown.Series("in de praktijk", real, "accent", indicator=indicator.name),
        # The same unit and the same pupils; only the places are those of the plan.
        *([breakdown.Series("op papier", plan, "grey")] if plan else []),
    ]
    figure_parts.chart(
        breakdown.trend(lines, indicator), breakdown.trend_description(lines, indicator),
        key="dekking_trend",
    )  # fmt: skip
    if not subject.is_standard:
        st.caption("Het verloop is altijd zonder vso.")
    figure_parts.trust_line(subject.store, indicator, real[-1].periode, subject.whole)
    figure_parts.about(
        subject.store, subject.viewer, indicator, real[-1].periode, subject.whole, real[-1]
    )
    downloads.table_twin(tables.figure_rows([*real, *plan], indicator), key="dekking_jaren")
    downloads.together(
        subject.store,
        [(indicator, "swv", real), (indicator_named("dekking_plan"), "swv", plan)],
        "dekking-door-de-jaren", "alle schooljaren", key="dekking_jaren",
    )  # fmt: skip


def _tekort(subject: Subject) -> None:
    indicator = indicator_named("tekort")
    found = years(subject, "tekort")
    if len(found) < 2:
        return
    said = sentences.trend_sentence(breakdown.Series("Het tekort", found), indicator)
    if said:
        st.markdown(f"**{said}**")
    lines = [breakdown.Series("tekort", found, "accent", indicator=indicator.name)]
    figure_parts.chart(
        breakdown.trend(lines, indicator, height=240), breakdown.trend_description(lines, indicator),
        key="tekort_trend",
    )  # fmt: skip
    figure_parts.trust_line(subject.store, indicator, found[-1].periode, subject.whole)
    figure_parts.about(
        subject.store, subject.viewer, indicator, found[-1].periode, subject.whole, found[-1],
    )  # fmt: skip
    downloads.table_twin(tables.figure_rows(found, indicator), key="tekort_jaren")
    downloads.of_figures(
        subject.store, indicator, "swv", found, "alle schooljaren", key="tekort_jaren"
    )


# ---------------------------------------------------------------------------------- other measures


def _naive(subject: Subject) -> None:
    """Pupils against places in the same region: what it seems, and what it hides."""
    per = subject.per
    counted = naive(
        from_store.needs(subject.store, subject.basis),
        from_store.arrangements(
            subject.store, subject.basis.sector, subject.basis.swv, subject.basis.schooljaar
        ),
        per,
        subject.basis.run,
    )
    seems = sum(min(one.behoefte, one.plaatsen) for one in counted)
    need = sum(one.behoefte for one in counted)
    real = subject.outcome.gedekt
    st.subheader("Tellen zonder te verdelen")
    way = "minder" if seems < real else "meer"
    apart = dutch.number(abs(seems - real))
    beside = f"{apart} {way} dan" if seems != real else "even veel als"
    st.markdown(
        f"**Wie per {levels.LEVEL_TITLES[per]}, vraag en niveau de leerlingen naast de plaatsen "
        f"legt, denkt dat er {dutch.number(seems)} van de {dutch.number(need)} een plek hebben: "
        f"{beside} er tegelijk kunnen.**"
    )
    st.markdown(
        "Zo'n telling gebruikt een plaats voor elke vraag en elk niveau opnieuw, en laat niemand "
        f"een grens van een {levels.LEVEL_TITLES[per]} over. Ze kan dus te hoog en te laag zijn."
    )
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in counted:
        row = rows[one.ondersteuningsvraag]
        row[0] += one.behoefte
        row[1] += min(one.behoefte, one.plaatsen)
        row[2] += max(0, one.behoefte - one.plaatsen)
    short = {key.partition("|")[0]: cell for key, cell in subject.cells.items() if key[-1] == "|"}
    table = [
        {
            "Ondersteuningsvraag": vraag,
            "Leerlingen": dutch.number(behoefte),
            "Lijkt te kunnen": dutch.number(fits),
            "Lijkt tekort": dutch.number(gap),
            "Echt tekort": wording.interval(short[vraag].certain, short[vraag].possible),
        }
        for vraag, (behoefte, fits, gap) in sorted(rows.items())
        if vraag in short
    ]
    downloads.table_twin(table, key="dekking_naief", label="Per vraag, naast de dekking")


def _druk(subject: Subject) -> None:
    indicator = indicator_named("druk")
    now = subject.now("druk")
    if now is None or not wording.is_known(now):
        return
    st.subheader("Plekken in bereik")
    st.markdown(
        f"**Per leerling met een ondersteuningsvraag zijn er {wording.value_bare(now, indicator)} plekken "
        "binnen bereik**, als elke plek wordt verdeeld over alle leerlingen die er gebruik van kunnen "
        "maken (2SFCA). Boven de 1 betekent niet dat iedereen een plek vindt: de plekken liggen "
        "niet altijd waar de vraag is. Waar het krap is, staat op de kaart ‘Bereikbare plekken’."
    )
    figure_parts.trust_line(subject.store, indicator, subject.periode, subject.whole)
    figure_parts.about(
        subject.store, subject.viewer, indicator, subject.periode, subject.whole, now,
    )  # fmt: skip


def _nearby(subject: Subject) -> None:
    indicator = indicator_named("thuisnabij")
    found = {f.uitsplitsing.partition("=")[2]: f
             for f in subject.figures("thuisnabij", "swv", "binnen")}  # fmt: skip
    if not any(wording.is_known(figure) for figure in found.values()):
        return
    st.subheader("Thuisnabij")
    words = [
        f"{wording.value(found[level], indicator)} in de eigen {levels.LEVEL_TITLES[level]}"
        for level in ("wijk", "gemeente", "subregio")
        if level in found and wording.is_known(found[level])
    ]
    st.markdown(
        f"**Van de leerlingen die een plek vinden, is dat voor {dutch.joined(words)}**, als de "
        "plekken zo verdeeld worden dat iedereen samen het minst ver hoeft. Waar leerlingen nu echt "
        "zitten, kan anders zijn."
    )
    if subject.outcome.gedekt and subject.exact:
        km = dutch.number(subject.outcome.km / subject.outcome.gedekt, 1)
        st.markdown(f"Gemiddeld is die plek {km} km van huis, hemelsbreed.")
    figure_parts.trust_line(subject.store, indicator, subject.periode, subject.whole)
    figure_parts.about(
        subject.store, subject.viewer, indicator, subject.periode, subject.whole, subject.now("thuisnabij"),
    )  # fmt: skip
