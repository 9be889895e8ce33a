"""Levels from vestiging to country, and going up from the one to the other: once, for all.

Which vestiging belonged to what when it was counted is one view, `views.lidmaatschap_toen`.
"""

from typing import TYPE_CHECKING, Any

from monitor.figures.levels import EACH_SWV


if TYPE_CHECKING:
    from monitor.figures.catalogue import Indicator
    from monitor.figures.figure import Question
    from monitor.store.store import Store


COUNTRY_NEEDS = 60
"""How many regional SWVs (of 74 or 76) must have figures before a sum is called Nederland, for
what is not counted in groups (`views.landelijk` says the same of groups)."""


def roll_up(indicator: "Indicator", question: "Question") -> tuple[str, dict[str, Any]]:
    """SQL and parameters for an indicator at a level: sums of tellers over sums of noemers.

    Its groups of pupils must have been counted in a whole SWV, else its figures above vestiging
    would be of a part of its schools; for the country, in the whole country. An unknown in a sum
    leaves its highest value unknown, and its lowest the sum of what is known.
    The last two columns are the lowest and highest teller/noemer among the finest units.
    Within EACH_SWV the units are those of each samenwerkingsverband apart, and its code is the
    first column.
    """
    # Which unit belongs to what; the schools alone are far fewer in a store of one country.
    view, unit = ("eenheid", "eenheid") if indicator.per != "vestiging" else MEMBERSHIP
    where = ["m.per = $per", "m.sector = $sector"]
    parameters: dict[str, Any] = {"per": question.per, "sector": indicator.sector}
    if indicator.definitie:
        where.append("i.definitie = $definitie")
        parameters["definitie"] = indicator.definitie
    if question.breakdown:
        where.append("starts_with(i.uitsplitsing, $breakdown)")
        parameters["breakdown"] = f"{question.breakdown}="
    else:
        where.append("i.uitsplitsing = ''")
    if question.period:
        where.append("i.periode = $period" if "-" in question.period
                     else "starts_with(i.periode, $period)")  # fmt: skip
        parameters["period"] = question.period
    if question.codes:
        where.append("list_contains($codes, m.code)")
        parameters["codes"] = list(question.codes)
    if question.within is not None and question.within != EACH_SWV:
        where.append(
            f"(m.{unit}, m.van) in (select (r.{unit}, r.van) from views.{view} as r "
            "where r.sector = $sector and r.per = $region and r.code = $region_code and r.zeker)"
        )
        parameters["region"], parameters["region_code"] = question.within
    if question.swv:
        where.append("m.swv = $own_swv")
        parameters["own_swv"] = question.swv
    if not question.possible:
        where.append("m.zeker")
    joins, having = _counted(indicator, question.per)
    # What is only possibly there counts for the highest, and says nothing of the lowest.
    sums = ", ".join(
        f"case when count(i.{low}) > 0 "
        f"then {_sum(f'case when m.zeker then i.{low} else 0 end')} end as {low}, "
        f"case when count(i.{high}) = count(*) then {_sum(f'i.{high}')} end as {high}"
        for low, high in (("teller", "teller_max"), ("noemer", "noemer_max"))
    )
    # A calendar year has the address of its own 1 October, as counts have.
    moment = "i.periode || '-12'" if indicator.moment == "jaar" else "i.periode"
    apart = "m.swv, " if question.within == EACH_SWV else ""
    sql = (
        f"select {apart}m.code, {_harmless('min(m.naam)')} as naam, i.periode, "
        f"{_harmless('i.uitsplitsing')}, {sums}, "
        "min(i.teller / nullif(i.noemer, 0)), max(i.teller / nullif(i.noemer, 0)) "
        f"from indicators.{indicator.measure} as i "
        f"join views.{view} as m on m.{unit} = i.code "
        f"and m.van <= {moment} and {moment} < m.tot{joins} "
        f"where {' and '.join(where)} "
        f"group by {apart}m.code, i.periode, i.uitsplitsing "
        f"having {' and '.join(having or ['true'])} "
        f"order by {apart}m.code, i.periode, i.uitsplitsing"
    )
    return sql, parameters


def shared(store: "Store", per: str, sector: str) -> frozenset[str]:
    """The codes of regions that lie in several samenwerkingsverbanden, by schools and postcodes:
    not by who has pupils there, which would tell the one what the other delivered."""
    key = ("shared", per, sector)
    if key not in store.answers:
        rows = store.rows(
            "select code from ("
            "select code, swv from views.lidmaatschap_toen where per = $per and sector = $sector "
            "union select gemeentecode, swv from views.pc4 "
            "where $per = 'gemeente' and sector = $sector and gemeentecode is not null"
            ") as plek group by code having count(distinct swv) > 1",
            {"per": per, "sector": sector},
        )
        store.answers[key] = frozenset(code for (code,) in rows)
    found: frozenset[str] = store.answers[key]
    return found


def _sum(column: str) -> str:
    """A sum that is the same to its last digit in whatever order threads add it up."""
    return f"cast(sum(cast({column} as decimal(38, 9))) as double)"


def is_divided(store: "Store") -> bool:
    """Whether a gemeente of before was divided over several of now."""
    if "is divided" not in store.answers:
        rows = store.rows("select 1 from views.herindeling where aantal > 1 limit 1")
        store.answers["is divided"] = bool(rows)
    return bool(store.answers["is divided"])


def _harmless(sql: str) -> str:
    """A name or word out of a file without what would make it a link or HTML where it is shown."""
    return f"translate({sql}, '[]<>`', '()()''')"


MEMBERSHIP = ("lidmaatschap_toen", "vestiging")
"""(view, column) of which vestiging belongs to what."""


def _counted(indicator: "Indicator", per: str) -> tuple[str, list[str]]:
    """(joins, having) that leave out where the pupils of its groups were not counted."""
    joins, having = "", []
    on_a_date = indicator.moment in ("1 oktober", "1 februari")
    for number, group in enumerate(indicator.groups if per != "vestiging" else ()):
        # A schooljaar or month has the pupils of the last count before it.
        view = ("landelijk" if per == "land" else "telbaar") if on_a_date else "teldatum"
        joins += (
            f" left join views.{view} as t{number} on t{number}.sector = m.sector "
            f"and t{number}.periode = i.periode and t{number}.groep = '{group}'"
        )
        if view != "landelijk":
            joins += f" and t{number}.swv = m.swv"
        # A gemeente or bestuur in two SWVs of which one was not counted has no figure either.
        having.append(f"count(t{number}.periode) = count(*)")
    if per == "land" and not (indicator.groups and on_a_date):
        having.append(
            "count(distinct case when m.swv <> 'onbekend' and substr(m.swv, 3, 2) <> '00' "
            f"then m.swv end) >= {COUNTRY_NEEDS}"
        )
    return joins, having


def swvs(store: "Store", sector: str = "") -> list[dict[str, Any]]:
    """All samenwerkingsverbanden with a school or a postcode: code, naam, sector."""
    return store.dicts(
        "select code, naam, sector from views.swv where $sector in ('', sector) order by code",
        {"sector": sector},
    )
