"""The map: where the shortage is, with the offer on it; where it is crowded; whom one reaches."""

from collections import defaultdict

import streamlit as st

from monitor.dekking.matching.model import Use
from monitor.dekking.matching.norms import NormLimits
from monitor.dekking.matching.reach import within_reach
from monitor.figures import levels, wording
from monitor.figures.door import Figure, Indicator, indicator_named
from monitor.pages.dekking.subject import Subject, indicator_of
from monitor.pages.pieces import downloads, figure_parts, filters, gemeente_notes
from monitor.scholen import aanbod
from monitor.scholen.aanbod import Plek
from monitor.sections import on_map as on_map_
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.values.safe_text import plain
from monitor.views.charts import breakdown, maps, offer_map
from monitor.views.files import tables


MAPS = {
    "tekort": "Tekort en aanbod",
    "druk": "Bereikbare plekken",
    "bereik": "Bereik van één arrangement",
}
ONE_DIVISION = (
    "De getallen per regio horen bij één verdeling van de plekken: die waarbij iedereen samen het "
    "minst ver hoeft. Met evenveel plekken kan het ook anders."
)


def show(subject: Subject) -> None:
    st.header("Op de kaart")
    what = filters.remembered_choice("kaart", "Kaart van", list(MAPS), "tekort", MAPS.__getitem__,
                                     wrap=True)  # fmt: skip
    if what == "bereik":
        _reach(subject)
        return
    indicator = indicator_named(what)
    found = subject.figures(what, subject.per)
    if not found:
        st.markdown("Van dit schooljaar is er per regio niets te tonen.")
        return
    st.markdown(headline(subject, indicator, found))
    if not subject.is_standard:
        st.caption("Kaart en ranglijst gaan altijd over de plaatsen in de praktijk, zonder vso.")
    _pictures(subject, indicator, found)
    if what == "tekort":
        st.caption(ONE_DIVISION)
    figure_parts.trust_line(subject.store, indicator, subject.periode, subject.whole)
    figure_parts.about(
        subject.store, subject.viewer, indicator, subject.periode, subject.whole, subject.now(what),
    )  # fmt: skip
    ranked = breakdown.ranked(found)
    downloads.table_twin(tables.figure_rows(ranked, indicator), key=f"dekking_kaart_{what}")
    downloads.of_figures(
        subject.store, indicator, subject.per, ranked,
        f"alle {levels.LEVEL_PLURALS[subject.per]} van {subject.whole.naam}",
        key=f"dekking_kaart_{what}_{subject.per}",
    )  # fmt: skip


def headline(subject: Subject, indicator: Indicator, found: list[Figure]) -> str:
    """Who has most short, or fewest places in reach."""
    known = _known(found)
    total = subject.now(indicator.name)
    hidden = sum(f.is_hidden for f in found)
    beside = (
        f" Van {hidden} {levels.LEVEL_PLURALS[subject.per]} is het aantal verborgen."
        if hidden
        else ""
    )
    if not known:
        return f"Van geen enkele {levels.LEVEL_TITLES[subject.per]} is er een getal te tonen."
    if indicator.name == "druk":
        least = known[-1]
        return (
            f"**De minste plekken in bereik heeft {plain(least.naam)}: "
            f"{wording.value(least, indicator)}.** Elke plek is verdeeld over alle leerlingen die er "
            f"gebruik van kunnen maken; minder dan 1 is krap. Dit is een andere maat dan de dekking."
        )
    most = known[0]
    of = ""
    if total is not None and wording.is_known(total):
        of = f" van de {wording.teller(total).replace('–', ' tot ')}"
    return f"**Het grootste tekort is in {plain(most.naam)}: {wording.value(most, indicator)}{of} leerlingen.**{beside}"


def _known(found: list[Figure]) -> list[Figure]:
    return [f for f in breakdown.ranked(found) if wording.is_known(f) and f.code != levels.UNKNOWN]


def _named(indicator: Indicator, found: list[Figure]) -> set[str]:
    """The unit that the headline names."""
    known = _known(found)
    return {known[-1 if indicator.name == "druk" else 0].code} if known else set()


def _pictures(subject: Subject, indicator: Indicator, found: list[Figure]) -> None:
    shown = on_map_.neighbours(breakdown.ranked(found), subject.whole.code)
    key = f"dekking_{indicator.name}_{subject.per}_{subject.periode}"
    named = _named(indicator, found)
    ranking = breakdown.ranking(shown, indicator, named)
    words = breakdown.ranking_description(shown, indicator, named)
    if not on_map_.has_map(subject.store, "gemeente"):
        figure_parts.chart(ranking, words, f"{key}_ranglijst")
        return
    left, right = st.columns([6, 5], gap="medium")
    with left:
        # Wijken and subregio's have no borders: the map is of gemeenten, whatever the ranking.
        on_map = [f for f in subject.figures(indicator.name, "gemeente")
                  if f.code != levels.UNKNOWN]  # fmt: skip
        shapes, there = _shapes(subject), offers(subject)
        marks = [(one.longitude, one.latitude) for one in there]
        if maps.says_something(shapes, on_map, indicator):
            drawing = maps.choropleth(
                shapes, on_map, indicator, height=440, named=named, marks=marks
            )
            said = maps.choropleth_description(shapes, on_map, indicator, named)
            if any(figure.is_banded for figure in on_map):
                st.caption(wording.BY_LOWEST)
        else:
            drawing, said = maps.ground(shapes, 440, marks), "Kaart van waar aanbod is."
            st.caption(maps.NO_SHADES)
        figure_parts.chart(offer_map.with_offers(drawing, there), said, f"{key}_kaart")
        if subject.per != "gemeente":
            st.caption("De kaart is per gemeente: alleen daarvan zijn de grenzen bekend.")
        gemeente_notes.show(subject.store, on_map)
    with right:
        figure_parts.chart(ranking, words, f"{key}_ranglijst")


def _shapes(subject: Subject) -> list[maps.Shape]:
    codes = {cell.need.gemeente for cell in subject.outcome.cellen if cell.need.gemeente}
    return on_map_.shapes(subject.store, tuple(sorted(codes)))


def offers(subject: Subject) -> list[offer_map.Offer]:
    """The arrangements that are there, with how they stand after the matching; for who sees no
    exact figures as the catalogue of offer tells it."""
    if not subject.exact:
        return _offers_told(subject)
    found = []
    for use in subject.outcome.arrangementen:
        one = use.arrangement
        if one.status != "actief" or one.longitude is None or one.latitude is None:
            continue
        places = "plaatsen onbekend" if use.places is None else (
            f"{dutch.number(use.places)} {dutch.noun(use.places, 'plaatsen')}"
        )  # fmt: skip
        found.append(
            offer_map.Offer(
                subject.title(one.arrangementscode), kind_of(use),
                f"{dutch.joined(one.ondersteuningsvragen)}, {places}",
                one.longitude, one.latitude,
            )
        )  # fmt: skip
    return found


def _offers_told(subject: Subject) -> list[offer_map.Offer]:
    kinds = {Plek.PLEK: "vrij", Plek.VOL: "vol", Plek.PAPIER: "papier", Plek.NAVRAAG: "verborgen"}
    return [
        offer_map.Offer(
            one.titel, kinds.get(one.plek, "onbekend"),
            f"{dutch.joined(one.vragen)}, {dutch.number(one.praktijk.value)} "
            f"{dutch.noun(one.praktijk.value, 'plaatsen')}; {one.plek}",
            one.longitude, one.latitude,
        )
        for one in aanbod.catalogue(subject.store, subject.viewer, subject.basis.sector,
                                    subject.basis.swv, subject.periode)
        if one.is_running and one.longitude is not None and one.latitude is not None
    ]  # fmt: skip


def kind_of(use: Use) -> str:
    if use.places is None:
        return "onbekend"
    if not use.places:
        return "papier"
    return "vrij" if use.free else "vol"


# ------------------------------------------------------------------------------------------ reach


def _reach(subject: Subject) -> None:
    there = {
        use.arrangement.arrangementscode: use
        for use in subject.outcome.arrangementen
        if use.arrangement.longitude is not None
    }
    if not there:
        st.markdown("Van geen enkel arrangement is bekend waar het is.")
        return
    in_cut = [code for code, use in there.items() if use.in_cut and subject.exact]
    codes = sorted(there, key=lambda code: (by_name(subject.title(code)), code))
    first = min(in_cut or codes, key=lambda code: (by_name(subject.title(code)), code))
    code = filters.remembered("arrangement", "Arrangement", codes, first,
                              lambda code: f"{subject.title(code)} – {code}")  # fmt: skip
    use = there[code]
    one = use.arrangement
    assert one.longitude is not None
    assert one.latitude is not None
    inside = within_reach(subject.outcome, code)
    km = _norm(subject, use)
    said = reach_sentence(subject, use, sum(need.aantal for need in inside))
    st.markdown(f"**{plain(said)}**")
    homes = _homes(subject, use, {need.postcode4 for need in inside})
    naam = subject.title(code)
    figure_parts.chart(
        offer_map.reach(_shapes(subject), naam, (one.longitude, one.latitude), km, homes),
        offer_map.reach_description(naam, km, homes),
        key=f"dekking_bereik_{code}",
    )
    st.caption(
        f"De cirkel is de norm voor {plain(one.ondersteuningsvragen[0])}: hemelsbreed, van het midden van "
        "de postcode. Binnen de cirkel telt iemand alleen mee als ook niveau en bereik kloppen."
        if one.ondersteuningsvragen and km is not None
        else "Er is geen grens aan de afstand."
    )
    figure_parts.trust_line(subject.store, indicator_of(subject), subject.periode, subject.whole)


def _norm(subject: Subject, use: Use) -> float | None:
    """The norm for the arrangement's first vraag and niveau."""
    one = use.arrangement
    if not one.ondersteuningsvragen or not one.niveaus:
        return subject.rules.default_km
    return NormLimits(subject.rules).norm(one.ondersteuningsvragen[0], one.niveaus[0])


def reach_sentence(subject: Subject, use: Use, pupils: int) -> str:
    """Rustpunt (Hazelmond): 12 plaatsen voor angst; 34 leerlingen kunnen er terecht. Het is vol.

    Of how many pupils it is, is for who sees exact figures."""
    one = use.arrangement
    places = (
        "een onbekend aantal plaatsen"
        if use.places is None
        else f"{dutch.number(use.places)} {dutch.noun(use.places, 'plaatsen')}"
    )
    what = f"{places} voor {dutch.joined(one.ondersteuningsvragen)}"
    if not subject.exact:
        return f"{subject.title(one.arrangementscode)}: {what}."
    who = subject.pupils(pupils) if pupils else "niemand"
    verb = "kan" if pupils in (0, 1) else "kunnen"
    state = "Het is vol" if use.places and not use.free else ""
    if use.in_cut:
        state += ", en een plek erbij helpt één leerling" if use.marginal else ""
    return f"{subject.title(one.arrangementscode)}: {what}; {who} {verb} er terecht." + (
        f" {state}." if state else ""
    )


def _homes(subject: Subject, use: Use, inside: set[str | None]) -> list[offer_map.Home]:
    """Postcodes with pupils of the same vraag; few live in each, so for the SWV itself only."""
    if not subject.exact:
        return []
    vragen = set(use.arrangement.ondersteuningsvragen)
    pupils: dict[str, int] = defaultdict(int)
    places: dict[str, tuple[float, float]] = {}
    for cell in subject.outcome.cellen:
        need = cell.need
        if need.ondersteuningsvraag in vragen and need.postcode4 and need.longitude is not None:
            assert need.latitude is not None
            pupils[need.postcode4] += need.aantal
            places[need.postcode4] = need.longitude, need.latitude
    return [
        offer_map.Home(
            f"Postcode {code}", subject.pupils(amount), code in inside, *places[code]
        )
        for code, amount in sorted(pupils.items())
    ]  # fmt: skip
