"""A picture's meaning as a drawing for the screen, and as words for who does not see it."""

from weakref import WeakKeyDictionary

from monitor.views.charts import (
    breakdown,
    flows,
    funnel,
    how_long,
    kinds,
    maps,
    matrix_drawing,
    offer_map,
    ranking,
    reach_map,
    school_map,
    stock,
    survival,
    trend,
    waits,
    waterfall,
)
from monitor.views.charts.band import band_chart, band_description
from monitor.views.charts.before_and_now import pairs_chart, pairs_description
from monitor.views.charts.class_bars import class_bars, description
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.kinds import Chart


_DRAWN: "WeakKeyDictionary[Chart, Drawing]" = WeakKeyDictionary()
_SAID: "WeakKeyDictionary[Chart, str]" = WeakKeyDictionary()


def plotly_of(chart: Chart) -> Drawing:
    """Made once of a picture; not to be changed. ValueError where figures do not belong together
    (another indicator, moment or unit)."""
    if chart not in _DRAWN:
        _DRAWN[chart] = _drawing_of(chart)
    return _DRAWN[chart]


def alt_of(chart: Chart) -> str:
    """The same in a sentence or a few; never empty."""
    if chart not in _SAID:
        _SAID[chart] = _words_of(chart)
    return _SAID[chart]


def _drawing_of(chart: Chart) -> Drawing:
    match chart:
        case kinds.Trend(lines, indicator, breaks, target, target_name, height):
            return trend.trend(lines, indicator, breaks, target, height, target_name)
        case kinds.Ranking(figures, indicator, chosen, reference):
            return ranking.ranking(figures, indicator, chosen, reference)
        case kinds.Parts(figures, indicator):
            return breakdown.breakdown_bars(figures, indicator)
        case kinds.InBand(figure, band, indicator):
            return band_chart(figure, band, indicator)
        case kinds.Funnel(figures, indicator, share, chosen, verdicts):
            return funnel.funnel(figures, indicator, share, chosen, verdicts)
        case kinds.BeforeAndNow(pairs, indicator, now, before):
            return pairs_chart(pairs, indicator, now, before)
        case kinds.ClassBars(rows):
            return class_bars(rows)
        case kinds.Flows(parts, unit):
            return flows.sankey(parts, unit)
        case kinds.ClassesOverTime(months):
            return how_long.classes_over_time(months)
        case kinds.QuartilesOverTime(moments):
            return how_long.quartiles_over_time(moments)
        case kinds.Stock(months, indicator, naam):
            return stock.stock(months, indicator, naam)
        case kinds.Survival(cohorts):
            return survival.survival(cohorts)
        case kinds.Waits(parts, indicator, norm):
            return waits.waits_chart(parts, indicator, norm)
        case kinds.Waterfall(bridge):
            return waterfall.waterfall(bridge)
        case kinds.AreaMap():
            return _area_map(chart)
        case kinds.ArrangementReach(shapes, naam, at, km, homes):
            return offer_map.reach(shapes, naam, at, km, homes)
        case kinds.OfferReach(shapes, offer, postcodes):
            return reach_map.reach_map(shapes, offer, postcodes)
        case kinds.Matrix(cells, names):
            return matrix_drawing.drawn(cells, names)
        case kinds.SchoolMap(shapes, schools, chosen, height):
            return school_map.school_map(shapes, schools, chosen, height)


def _words_of(chart: Chart) -> str:
    match chart:
        case kinds.Trend(lines, indicator, breaks, target, target_name):
            return trend.trend_description(lines, indicator, breaks, target, target_name)
        case kinds.Ranking(figures, indicator, chosen, reference):
            return ranking.ranking_description(figures, indicator, chosen, reference)
        case kinds.Parts(figures, indicator):
            return breakdown.breakdown_bars_description(figures, indicator)
        case kinds.InBand(figure, band, indicator):
            return band_description(figure, band, indicator)
        case kinds.Funnel(figures, indicator, share, _, verdicts, over):
            said = funnel.funnel_description(figures, indicator, share, verdicts)
            return (
                said.replace("Trechtergrafiek van", f"Trechtergrafiek over {over} van")
                if over
                else said
            )
        case kinds.BeforeAndNow(pairs, indicator, now, before):
            return pairs_description(pairs, indicator, now, before)
        case kinds.ClassBars(rows, part, whole):
            return description(rows, part, whole)
        case kinds.Flows(parts, unit):
            return flows.sankey_description(parts, unit)
        case kinds.ClassesOverTime(months):
            return how_long.classes_description(months)
        case kinds.QuartilesOverTime(moments):
            return how_long.quartiles_description(moments)
        case kinds.Stock(months, indicator, naam):
            return stock.stock_description(months, indicator, naam)
        case kinds.Survival(cohorts):
            return survival.survival_description(cohorts)
        case kinds.Waits(parts, indicator, norm):
            return waits.waits_description(parts, indicator, norm)
        case kinds.Waterfall(bridge):
            return waterfall.waterfall_description(bridge)
        case kinds.AreaMap(shapes, figures, indicator, chosen):
            if indicator is None:
                return "Kaart van waar aanbod is."
            return maps.choropleth_description(shapes, figures, indicator, chosen | chart.named)
        case kinds.ArrangementReach(_, naam, _, km, homes):
            return offer_map.reach_description(naam, km, homes)
        case kinds.OfferReach(_, offer, postcodes):
            return reach_map.reach_description(offer, postcodes)
        case kinds.Matrix(cells, names, label):
            return matrix_drawing.description(cells, names, label)
        case kinds.SchoolMap(_, schools, chosen):
            return school_map.school_map_description(schools, chosen)


def _area_map(chart: kinds.AreaMap) -> Drawing:
    marks = [(one.longitude, one.latitude) for one in chart.offers]
    if chart.indicator is None:
        drawn = maps.ground(chart.shapes, chart.height, marks)
    else:
        drawn = maps.choropleth(
            chart.shapes, chart.figures, chart.indicator, chart.chosen, chart.points, chart.height,
            chart.named, marks,
        )  # fmt: skip
    return offer_map.with_offers(drawn, chart.offers) if chart.offers else drawn
