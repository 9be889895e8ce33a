"""A figure as text: whoever pastes it somewhere takes along what a reader must know."""

import datetime as dt

from made_figures import make_figure, make_share

from monitor.figures.door import indicator_named
from monitor.figures.provenance import Completeness, Origin, Provenance
from monitor.views.words import footnote


VSO = indicator_named("deelname_vso_locatie")
ORIGIN = Provenance(
    origins=(Origin("afstand", "Afstand", "DUO", "afstand.csv", dt.datetime(2026, 3, 2)),),
    status="voorlopig",
    completeness=(Completeness("vo", 44, 45, "2019-10-01"),),
    until=dt.date(2026, 2, 28),
)


def test_it_says_all_that_one_must_know_to_use_it() -> None:
    lines = footnote.text_of(VSO, make_share(39, 1000), ORIGIN, "SWV Toets", ["doel: OP-01", ""])

    assert lines.replace("\u00a0", " ").splitlines()[0] == (
        "Vso-deelname (locatie), SWV Toets, 1 oktober 2019: 3,9 % (39 leerlingen in het vso op "
        "1.000 leerlingen in het regulier vo, vavo voor de helft)."
    )
    for part in (
        f"Definitie: {VSO.definition}",
        "Bron: DUO, Afstand (afstand.csv, geleverd 2 maart 2026).",
        "Gegevens tot en met 28 februari 2026.",
        "Status: voorlopig.",
        "Volledigheid: 44 van 45 scholen vo geteld op 1 oktober 2019.",
        "Ernaast: doel: OP-01.",
        f"Let op: {VSO.caveat}",
    ):
        assert part in lines.splitlines()


def test_a_count_is_said_once() -> None:
    vo = indicator_named("leerlingen_vo")
    line = footnote.text_of(vo, make_figure(1234), ORIGIN, "SWV Toets").splitlines()[0]

    assert line.count("1.234") == 1
    assert "1.234 leerlingen" in line.replace("\u00a0", " ")


def test_a_hidden_figure_stays_hidden() -> None:
    hidden = make_share(1, 1000, 4)._replace(is_hidden=True, waarde=None, waarde_max=None)

    assert "minder dan 5" in footnote.text_of(VSO, hidden, ORIGIN, "SWV Toets")


def test_a_definition_is_named_by_its_code() -> None:
    indicator = indicator_named("thuiszitters_lrv")

    assert "Code van de definitie: LRV." in footnote.text_of(
        indicator, make_share(7, 7)._replace(periode="2025-10-31"), ORIGIN, "SWV Toets"
    )
