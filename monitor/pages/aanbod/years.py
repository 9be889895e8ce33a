"""Plaatsen en kosten: how many places there are through the years, and what the offer costs."""

from monitor.pages.aanbod.asked import Asked
from monitor.pages.pieces import phone_table, show_section
from monitor.pages.pieces.quiet_line import Where
from monitor.sections.aanbod import how_many_places, what_it_costs


def show(asked: Asked) -> None:
    is_demo = asked.store.settings.demo
    places = how_many_places.make(asked)
    show_section.show(places, is_demo, table=_where(bool(places.drawn)))
    if places.table is not None:
        phone_table.table(how_many_places.per_year(asked), "aanbod_per_jaar",
                          "Plaatsen per schooljaar")  # fmt: skip
    costs = what_it_costs.make(asked)
    show_section.show(costs, is_demo, table=_where(bool(costs.drawn)))


def _where(is_drawn: bool) -> Where:
    """With one year there is no picture, and the table is still there."""
    return "line" if is_drawn else "folded"
