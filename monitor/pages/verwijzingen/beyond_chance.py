"""Schools beside schools of the same niveaus, over four schooljaren: which differ by more than chance."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import STAFF
from monitor.compare import schools_that_stand_out
from monitor.compare.school_kinds import KINDS
from monitor.compare.schools_that_stand_out import Alike, Judged
from monitor.figures import wording
from monitor.figures.binomial import Verdict
from monitor.figures.door import Figure, Indicator, figures
from monitor.pages.pieces import downloads, figure_parts, filters
from monitor.pages.pieces.side_by_side import padded
from monitor.pages.verwijzingen.asked import Asked
from monitor.sections import units
from monitor.values import dutch
from monitor.values.safe_text import plain
from monitor.views.charts import funnel


ORDER = {one: place for place, one in enumerate(Verdict)}


def show(asked: Asked, indicator: Indicator) -> None:
    """Nothing where there are too few schools of any kind to compare, nor for who sees some of
    the schools only."""
    if asked.viewer.role not in STAFF:
        return
    store, viewer, swv = asked.store, asked.viewer, asked.whole.code
    kinds = schools_that_stand_out.kinds(store, viewer, indicator, swv, asked.year)
    if not kinds:
        return
    st.header("Scholen naast vergelijkbare scholen")
    found = [one for kind in kinds
             if (one := schools_that_stand_out.alike(store, viewer, indicator, swv, kind, asked.year))]  # fmt: skip
    if not found[0].is_enough:
        st.markdown(f"**{_too_few(found[0])}**")
        return
    st.markdown(f"**{_sentence(found, indicator)}**")
    _links(found)
    kind = kinds[0]
    if len(kinds) > 1:
        kind = filters.remembered_choice("vergelijk", "Vergelijk scholen met", kinds, kinds[0],
                                         lambda one: KINDS[one])  # fmt: skip
    one = next(one for one in found if one.kind == kind)
    _drawing(asked, indicator, one)
    _table(asked, indicator, one)


def _drawing(asked: Asked, indicator: Indicator, one: Alike) -> None:
    every = [judged.figure for judged in one.schools]
    verdicts = {judged.figure.code: judged.verdict for judged in one.schools}
    chosen = _chosen(asked, every)
    # Pupils of several years: one who stays is counted in each.
    over = indicator.model_copy(update={"noemer": f"leerlingen, {_many(one)} schooljaren opgeteld"})
    st.markdown(_together(one, indicator))
    figure_parts.chart(
        funnel.funnel(every, over, one.share, chosen, verdicts),
        funnel.funnel_description(every, over, one.share, verdicts).replace(
            "Trechtergrafiek van", f"Trechtergrafiek over {_span(one)} van"
        ),
        f"verwijzingen_{indicator.name}_trechter",
    )
    st.caption(
        "Hoe kleiner de school, hoe meer toeval. Van scholen die eigenlijk gelijk zijn, liggen er "
        "95 van de 100 in het grijze vlak: van twintig scholen ligt er dus gewoonlijk één buiten. "
        "Tussen de gestippelde lijnen liggen er 998 van de 1.000; alleen daarbuiten is toeval geen "
        "goede verklaring meer. Dat is een vraag waard, geen oordeel: leerlingen verschillen ook. De "
        "lijnen horen bij alle scholen van deze groep samen; elke school zelf is vergeleken met de "
        "andere, zonder haarzelf." + (f" Blauw is {asked.region.naam}." if chosen else "")
    )
    st.caption(
        "Hier staan alleen scholen met dezelfde niveaus, en alleen tlv's waarvan de school van "
        "herkomst bekend is. Daarom is ‘samen’ anders dan het cijfer van het hele "
        "samenwerkingsverband."
    )
    hidden = sum(figure.is_hidden for figure in every)
    if hidden:
        few = wording.few(asked.store.settings.drempel)
        st.caption(f"{hidden} scholen met in een van de jaren {few} nieuwe tlv's staan niet in de "
                   "tekening. Het gezamenlijke percentage is daarom een schatting.")  # fmt: skip
    added = f"opgeteld over {one.years[0]} tot en met {one.years[-1]}"
    figure_parts.trust_line(asked.store, indicator, asked.year, asked.whole, added)
    figure_parts.about(asked.store, asked.viewer, indicator, asked.year, asked.whole, None)


def _chosen(asked: Asked, found: list[Figure]) -> set[str]:
    """The schools of the region, when a part was chosen."""
    if asked.region.per == "swv":
        return set()
    inside = units.units(asked.store, asked.region, "vestiging")
    return {figure.code for figure in found if figure.code in inside}


def _many(one: Alike) -> str:
    return {3: "drie", 4: "vier"}[len(one.years)]


def _span(one: Alike) -> str:
    """de vier schooljaren 2021-2022 tot en met 2024-2025"""
    return f"de {_many(one)} schooljaren {one.years[0]} tot en met {one.years[-1]}"


def _too_few(one: Alike) -> str:
    years = "dit ene jaar" if len(one.years) == 1 else "deze twee schooljaren"
    return (
        f"In {years} is van geen school te zeggen of zij vaker of minder vaak verwijst dan de andere: "
        "per school gaat het om een handvol tlv's. Daarvoor zijn minstens drie schooljaren achter "
        "elkaar nodig."
    )


def _sentence(found: Sequence[Alike], indicator: Indicator) -> str:
    """Over de vier schooljaren … verwijst 1 van de 40 scholen vaker dan toeval verklaart: A …"""
    every = [judged for one in found for judged in one.schools]
    said = [judged for judged in every if judged.verdict is not Verdict.OPEN]
    start = f"Over {_span(found[0])} samen"
    above = _above(found)
    below = sum(judged.verdict is Verdict.BELOW for judged in every)
    if not said:
        return f"{start} is van geen school te zeggen of zij anders verwijst dan de andere."
    verb = "verwijst" if below == 1 else "verwijzen"
    less = f" {below} {verb} minder vaak dan toeval verklaart." if below else ""
    rest = len(every) - len(said)
    unsaid = f" Van {rest} is niets te zeggen." if rest else ""
    if not above:
        return (f"{start} is van geen van de {len(every)} scholen te zeggen dat zij vaker verwijst dan "
                f"toeval verklaart.{less}{unsaid}")  # fmt: skip
    names = [f"{plain(one.figure.naam)} ({wording.value(one.figure, indicator)}, de andere scholen met "
             f"dezelfde niveaus {_others(one, indicator)})" for one in above]  # fmt: skip
    verb = "verwijst" if len(above) == 1 else "verwijzen"
    some = dutch.joined(names) if len(names) <= 4 else (
        f"{', '.join(names[:3])} en {len(names) - 3} andere")  # fmt: skip
    return (f"{start} {verb} {len(above)} van de {len(every)} scholen vaker dan toeval verklaart: "
            f"{some}.{less}{unsaid}")  # fmt: skip


def _others(one: Judged, indicator: Indicator) -> str:
    """0,97 % | 0,60–1,53 %"""
    low, high = one.others or (0.0, 0.0)
    ends = [dutch.number(100 * end, indicator.decimals) for end in (low, high)]
    return f"{ends[0] if ends[0] == ends[1] else '–'.join(ends)}{dutch.SPACE}{indicator.unit}"


def _together(one: Alike, indicator: Indicator) -> str:
    about = (
        "ongeveer " if any(f.figure.is_hidden or f.figure.is_banded for f in one.schools) else ""
    )
    share = dutch.percentage(100 * one.share, indicator.decimals)
    return f"De {len(one.schools)} scholen voor {KINDS[one.kind]}: samen {about}{share}."


def _above(found: Sequence[Alike]) -> list[Judged]:
    every = [judged for one in found for judged in one.schools if judged.verdict is Verdict.ABOVE]
    return sorted(every, key=lambda judged: -(judged.figure.waarde or 0))


def _links(found: Sequence[Alike]) -> None:
    """The way to the schools that chance does not explain."""
    far = _above(found)
    if not far:
        return
    with st.container(horizontal=True, gap="small"):
        for judged in far[: funnel.MOST_NAMED]:
            figure_parts.link("school", f"Naar {judged.figure.naam}", ":material/school:",
                       school=judged.figure.code)  # fmt: skip


def _table(asked: Asked, indicator: Indicator, one: Alike) -> None:
    rows = sorted(
        ((judged.figure, judged.verdict) for judged in one.schools),
        key=lambda pair: (pair[0].is_hidden, ORDER[pair[1]], -(pair[0].waarde or 0),
                          pair[0].naam),
    )  # fmt: skip
    found = [figure for figure, _ in rows]
    tellers = padded([wording.teller(figure) for figure in found])
    values = padded([wording.value_bare(figure, indicator) for figure in found])
    noemers = padded([wording.interval(figure.noemer, figure.noemer_max) for figure in found])
    table = [
        {
            "School": figure.naam,
            "Nieuwe tlv's": tellers[i],
            f"Aandeel ({indicator.unit})": values[i],
            "Leerlingen, opgeteld": noemers[i],
            "Vergeleken": str(said),
            "Meer": f"school?school={figure.code}",
        }
        for i, (figure, said) in enumerate(rows)
    ]
    text_column = st.column_config.TextColumn
    with st.expander(f"Deze {len(table)} scholen als tabel, met een link naar elke school"):
        st.caption(f"Over {_span(one)} samen.")
        st.dataframe(
            table,
            hide_index=True,
            width="stretch",
            height="content" if len(table) <= 15 else 560,
            key=f"verwijzingen_{indicator.name}_scholen",
            column_config={
                "School": text_column("School", pinned=True, width=228),
                **{title: text_column(title, alignment="right") for title in table[0]
                   if title not in ("School", "Vergeleken", "Meer")},
                "Meer": st.column_config.LinkColumn("Meer", display_text="Bekijk"),
            },
            alt="Scholen met dezelfde niveaus, hun nieuwe tlv's en of toeval dat verklaart",
        )  # fmt: skip
    downloads.of_figures(asked.store, indicator, "vestiging", _per_year(asked, indicator, one),
                    f"deze scholen, elk van de {_many(one)} schooljaren apart",
                    f"verwijzingen_{indicator.name}_scholen")  # fmt: skip


def _per_year(asked: Asked, indicator: Indicator, one: Alike) -> list[Figure]:
    """The figures that were added up."""
    codes = {judged.figure.code for judged in one.schools}
    every = figures(asked.store, asked.viewer, indicator, "vestiging",
                    within=("swv", asked.whole.code))  # fmt: skip
    return [figure for figure in every if figure.code in codes and figure.periode in one.years]
