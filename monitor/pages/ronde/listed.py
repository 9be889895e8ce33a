"""Everybody who is asked, a row each: what became of it, and the same per bestuur and subregio."""

from collections.abc import Callable, Sequence

import streamlit as st

from monitor.access import audit
from monitor.pages.pieces import download_choice, filters, phone_table, sorted_table
from monitor.pages.ronde.subject import SHAPES, Held, said
from monitor.rounds.following import Deelname, Staat, counted
from monitor.sections.section import Column, Table
from monitor.sections.values import Value
from monitor.values.collation import by_name, fold
from monitor.values.moments import HERE
from monitor.values.safe_text import plain
from monitor.views.files.separated import Form


STATES = {
    "": "alle",
    "ingeleverd": "ingeleverd",
    "begonnen": "halverwege",
    "niets": "niets gedaan",
    "ontbreekt": "alles wat ontbreekt",
    "eraf": "van de lijst",
}
TITLES = ("School", "Stand", "Bestuur", "Subregio", "Soort", "Laatste stap", "Door", "Vorig jaar", "Reden")  # fmt: skip
KEY = "ronde_deelnemers"


def show(held: Held) -> None:
    _per(held, "Per bestuur", "bestuur", held.bestuur)
    _per(held, "Per subregio", "subregio", held.subregio)
    st.subheader("Alle deelnemers")
    chosen = _choose(held)
    if not chosen:
        st.markdown("Niemand past bij deze keuze. Kies een andere stand, of een ander bestuur.")
        return
    rows = [_row(held, one) for one in chosen]
    of = len(held.verloop.deelnames)
    st.caption(f"U ziet {len(rows)} van {of}. Een klik op een kop sorteert.")
    sorted_table.show(
        Table(
            "Wie meedoet aan de ronde, en wat ervan werd",
            tuple(Column(title) for title in TITLES),
            tuple(tuple(Value(cell) for cell in row) for row in rows),
        ),
        KEY,
    )
    download_choice.choice(
        f"{len(rows)} rijen", f"ronde-{held.ronde.code}", KEY, lambda form: _file(held, form, rows), None
    )  # fmt: skip


def _file(held: Held, form: Form, rows: Sequence[Sequence[str]]) -> str:
    """Taken along: it says who did not answer, so that is written down."""
    audit.record(
        held.book, held.viewer.who, audit.Event.DOWNLOAD,
        f"ronde {held.ronde.code}: {len(rows)} deelnemers", swv=held.whole.swv,
    )  # fmt: skip
    return form(TITLES, rows)


def _per(held: Held, title: str, key: str, of: Callable[[Deelname], str]) -> None:
    """Counts, a shape for each school: no percentages of six."""
    schools = held.verloop.of("vestiging")
    names = sorted({of(one) for one in schools}, key=by_name)
    if len(names) < 2:
        return
    st.subheader(title)
    rows = []
    for naam in names:
        here = [one for one in schools if of(one) == naam]
        telling = counted(here)
        rows.append(
            {
                title.removeprefix("Per ").capitalize(): plain(naam),
                "Ingeleverd": f"{telling.ingeleverd} van {telling.deelnemers}",
                "Halverwege": str(telling.begonnen or "–"),
                "Niets gedaan": str(telling.niets or "–"),
                "Elke school": _shapes(here),
            }
        )
    phone_table.table(rows, f"ronde_per_{key}", title, right=(2, 3, 4))


def _shapes(here: Sequence[Deelname]) -> str:
    order = list(SHAPES)
    return "".join(SHAPES[one.staat] for one in sorted(here, key=lambda d: order.index(d.staat)))


def _choose(held: Held) -> list[Deelname]:
    every = held.verloop.deelnames
    words = filters.remembered_text(
        "zoek", "Zoek", placeholder="naam, code, bestuur of wie invulde", type="search"
    )
    columns = st.columns(4)
    state = filters.remembered("stand", "Stand", list(STATES), "", STATES.__getitem__, columns[0])
    bestuur = _choice("bestuur", "Bestuur", [held.bestuur(one) for one in every], columns[1])
    subregio = _choice("subregio", "Subregio", [held.subregio(one) for one in every], columns[2])
    soort = _choice("schooltype", "Soort", [held.schooltype(one) for one in every], columns[3])
    wanted = fold(words).split()
    return [
        one
        for one in sorted(every, key=lambda d: (by_name(held.naam(d)), d.deelnemer.eenheid))
        if _has(one, state)
        and (not bestuur or held.bestuur(one) == bestuur)
        and (not subregio or held.subregio(one) == subregio)
        and (not soort or held.schooltype(one) == soort)
        and all(word in _sought(held, one) for word in wanted)
    ]


def _has(one: Deelname, state: str) -> bool:
    if state == "eraf":
        return one.staat is Staat.ERAF
    if state == "ontbreekt":
        return one.staat.counts_as in ("begonnen", "niets")
    return not state or one.staat.counts_as == state


def _sought(held: Held, one: Deelname) -> str:
    return fold(" ".join((held.naam(one), one.deelnemer.eenheid, held.bestuur(one), *one.wie)))


def _choice(name: str, label: str, there: Sequence[str], where: object) -> str:
    options = ["", *sorted(set(there), key=by_name)]
    return filters.remembered(name, label, options, "", lambda one: one or "alle", where)


def _row(held: Held, one: Deelname) -> tuple[str, ...]:
    moment = one.laatste
    return (
        held.naam(one),
        said(one),
        held.bestuur(one),
        held.subregio(one),
        held.schooltype(one),
        # As it sorts: the day with the year first.
        f"{moment.astimezone(HERE):%Y-%m-%d %H.%M}" if moment else "–",
        ", ".join(one.wie) or "–",
        last_year(held, one),
        one.waarom or "–",
    )


def last_year(held: Held, one: Deelname) -> str:
    """Whether there was a list of it a year before; '–' where nobody had one."""
    known = held.verloop.vooraf
    if not any(vooraf.vorig for vooraf in known.values()):
        return "–"
    mine = known.get((one.deelnemer.soort, one.deelnemer.eenheid))
    return "lijst ingevuld" if mine and mine.vorig else "geen lijst"
