"""The rules that decide what a directeur reads first: each with figures on either side of it."""

import datetime as dt
from collections.abc import Callable

import pytest

from monitor.access import Role, Viewer
from monitor.compare import afspraken, attention
from monitor.compare.afspraken import AfspraakStand, AfspraakState, promised, state_of
from monitor.compare.attention import RULES
from monitor.compare.attention.changes import is_a_year
from monitor.compare.attention.data_rules import incomplete, old
from monitor.compare.attention.figure_rules import above_country, missed, turned
from monitor.compare.attention.notice import gap, moment_of, page_of, upto, worse
from monitor.compare.yardsticks import Target
from monitor.figures.chance import is_said_chance
from monitor.figures.door import Figure, Indicator, catalogue, indicator_named
from monitor.figures.levels import Region
from monitor.intake.report import DeliveryOutcome
from monitor.store.delivered import Register
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


VSO = catalogue()["deelname_vso_locatie"]
PRO = catalogue()["deelname_pro"]
AFSTAND = catalogue()["afstand_vso"]
VSV = catalogue()["vsv"]
SWV = Region("vo", "VO9901", "SWV Toets", "swv", "VO9901", "SWV Toets")
VIEWER = Viewer(Role.DIRECTEUR, frozenset({"VO9901"}))
TODAY = dt.date(2026, 11, 21)


def share(periode: str, teller: float, noemer: float, more: float = 0) -> Figure:
    """`more`: how many the source may have hidden of the teller."""
    return Figure("VO9901", "SWV Toets", periode, "", teller, teller + more, noemer, noemer,
                  100 * teller / noemer, 100 * (teller + more) / noemer)  # fmt: skip


def goal(value: float, way: str = "lager", year: int | None = 2026) -> Target:
    return Target("OP-01", "Minder", value, way, year, "2022-2026", "directeur")


@pytest.fixture
def nothing() -> Store:
    return Store(None, Register())


# ----------------------------------------------------------------------------------- the rules


def test_every_rule_has_a_name_of_its_own_and_a_sentence() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.text.endswith(".") and rule.text[0].isupper() for rule in RULES)


def test_without_figures_there_is_nothing_to_look_at(nothing: Store) -> None:
    assert attention.notices(nothing, VIEWER, SWV, "2025-10-01", TODAY) == []


# ------------------------------------------------------------------------------------- targets


@pytest.mark.parametrize(
    ("figure", "target", "state"),
    [
        (share("2025-10-01", 37, 1000), goal(3.7), AfspraakState.MET),  # exactly on target
        (share("2025-10-01", 38, 1000), goal(3.7), AfspraakState.NOT_MET),
        (share("2026-10-01", 38, 1000), goal(3.7), AfspraakState.MISSED),  # its year has come
        (
            share("2025-10-01", 38, 1000),
            goal(3.7, year=None),
            AfspraakState.NOT_MET,
        ),  # no year, no miss
        (
            share("2025-10-01", 36, 1000, 3),
            goal(3.7),
            AfspraakState.UNKNOWN,
        ),  # the target lies inside
        (share("2025-10-01", 33, 1000), goal(3.2, "hoger"), AfspraakState.MET),
        (share("2025-10-01", 31, 1000), goal(3.2, "hoger"), AfspraakState.NOT_MET),
    ],
)
def test_a_target_is_met_missed_or_not_to_be_told(
    figure: Figure, target: Target, state: AfspraakState
) -> None:
    assert state_of(target, figure) == state


def test_a_hidden_figure_says_nothing_about_a_target() -> None:
    hidden = share("2025-10-01", 1, 1000)._replace(is_hidden=True)

    assert state_of(goal(3.7), hidden) == AfspraakState.UNKNOWN


@pytest.mark.parametrize(
    ("indicator", "value", "words"),
    [(VSO, 3.7, "3,7 %"), (VSO, 3.75, "3,75 %"), (AFSTAND, 10.0, "10,0 km"), (VSV, 1.0, "1,00 %")],
)
def test_a_target_is_written_as_precisely_as_it_was_promised(
    indicator: Indicator, value: float, words: str
) -> None:
    assert promised(goal(value), indicator).replace("\u00a0", " ") == words


def test_a_missed_target_tells_where_it_came_from_only_when_that_was_much_better(
    nothing: Store,
) -> None:
    now = share("2025-10-01", 841, 21650)
    standing = AfspraakStand(goal(3.7), VSO, now, AfspraakState.NOT_MET, "")
    between = [share("2023-10-01", 800, 21900), share("2024-10-01", 820, 21800)]
    rose = {VSO: [share("2021-10-01", 751, 22200), *between, now]}
    same = {VSO: [share("2021-10-01", 850, 22200), *between, now]}

    assert (
        "Op 1 oktober 2021 was het nog 3,4" in missed(nothing, VIEWER, SWV, standing, rose).sentence
    )
    assert "was het nog" not in missed(nothing, VIEWER, SWV, standing, same).sentence
    # What also drifts away stands above what merely is off.
    heavy, light = (missed(nothing, VIEWER, SWV, standing, one) for one in (rose, same))
    assert heavy.weight > light.weight


# ------------------------------------------------------------------------- change and country


def test_a_stand_is_told_when_it_is_a_tenth_worse_and_ten_pupils(nothing: Store) -> None:
    """A9: most pupils are those of a year before, so no test of chance fits; the size decides."""
    start = share("2024-10-01", 800, 20000)  # 4,0 %

    found = turned(nothing, VIEWER, SWV, VSO, [start, share("2025-10-01", 1000, 20000)])  # 5,0 %
    assert found is not None
    assert found.rule == "stand"
    assert "toeval" not in found.sentence
    few = share("2025-10-01", 815, 20000)  # 4,1 %: less than a tenth
    assert not turned(nothing, VIEWER, SWV, VSO, [start, few])
    small = [share("2024-10-01", 4, 100), share("2025-10-01", 9, 100)]  # twice as many, but five
    assert not turned(nothing, VIEWER, SWV, VSO, small)
    better = share("2025-10-01", 600, 20000)
    assert not turned(nothing, VIEWER, SWV, VSO, [start, better])
    # Pro has no good or bad way: no sentence, however large the change.
    assert not turned(nothing, VIEWER, SWV, PRO, [start, share("2025-10-01", 1000, 20000)])


def test_a_flow_is_told_when_it_is_worse_and_more_than_chance(nothing: Store) -> None:
    """Other cases each year: 200 to 205 of 20.000 is what years differ by, 200 to 300 is not."""
    instroom = indicator_named("instroom_vso")
    start = share("2023-2024", 200, 20000)

    found = turned(nothing, VIEWER, SWV, instroom, [start, share("2024-2025", 300, 20000)])
    assert found is not None
    assert found.rule == "verandering"
    assert found.sentence.endswith("dat is meer dan toeval verklaart.")
    assert not turned(nothing, VIEWER, SWV, instroom, [start, share("2024-2025", 205, 20000)])
    # A tenth more, as a stand would be told, and well within chance.
    assert not turned(nothing, VIEWER, SWV, instroom, [start, share("2024-2025", 222, 20000)])


def test_of_dekking_chance_says_nothing() -> None:
    """The outcome of a matching, and no draw of any kind (A9)."""
    dekking = catalogue()["dekking"]
    before, now = share("2024-2025", 600, 800), share("2025-2026", 590, 800)

    assert not dekking.flow
    assert not is_said_chance(now, before, dekking)


def test_a_slow_change_is_seen_over_the_years(nothing: Store) -> None:
    yearly = [share(f"{2021 + i}-10-01", 750 + 22 * i, 22000) for i in range(5)]

    notice = turned(nothing, VIEWER, SWV, VSO, yearly)

    assert notice is not None
    assert "op 1 oktober 2021" in notice.sentence


def test_of_an_interval_only_the_certain_part_counts(nothing: Store) -> None:
    start = share("2024-10-01", 800, 20000)
    open_end = share("2025-10-01", 810, 20000, more=400)  # 4,1 to 6,1 %

    assert not turned(nothing, VIEWER, SWV, VSO, [start, open_end])


def test_the_country_is_a_measure_at_the_same_moment_only(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(
        (
            "benchmarks.csv",
            (
                "INDICATOR;JAAR;DEFINITIE;WAARDE MIN;WAARDE MAX;EENHEID;BRON;STATUS\n"
                "deelname_vso_locatie;2024;vso / vo;3,8;3,8;%;een krant;secundair\n"
                "deelname_vso_locatie;2025;vso / vo;4,0;4,0;%;een krant;secundair\n"
                "deelname_vso_locatie;2025;vso / vo;4,0;4,0;%;een krant;secundair\n"
            ),
        )
    )
    store = open_store(versions, whole=False)

    notice = above_country(store, VIEWER, VSO, [share("2025-10-01", 1000, 20000)])  # 5,0 %

    assert notice is not None
    assert "in heel Nederland 4,0" in notice.sentence
    assert not above_country(store, VIEWER, VSO, [share("2025-10-01", 815, 20000)])  # chance
    assert not above_country(store, VIEWER, VSO, [share("2025-10-01", 700, 20000)])  # lower
    assert not above_country(store, VIEWER, VSO, [share("2023-10-01", 1000, 20000)])  # no such year


# --------------------------------------------------------------------------------- missing data


def test_a_school_that_a_telling_lacks_is_named_with_the_way_to_it(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    header = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
    every = dict(zip(("99XX00", "99XY00", "99XZ00"), "ABC", strict=True))
    deliver_text(
        ("regio.csv", "POSTCODE4;SWV\n9911;VO9901\n"),
        ("vestigingen.csv", "VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SCHOOLTYPE\n" + "".join(
            f"{code};School {name};9911BB;vo\n" for code, name in every.items())),
        ("2024.csv", header + "".join(f"{code};01-10-2024;vo;90\n" for code in every)),
        ("2025.csv", header + "".join(f"{c};01-10-2025;vo;90\n" for c in list(every)[:2])),
    )  # fmt: skip
    store = open_store(versions, whole=False)
    leerlingen = catalogue()["leerlingen_vo"]

    (notice,) = incomplete(store, SWV, {leerlingen: [share("2025-10-01", 1, 1)]})

    assert notice.sentence == (
        "Van de 3 scholen voor vo ontbreekt er 1 in de telling van 1 oktober 2025: School C."
    )
    assert (notice.page, notice.query) == ("school", {"school": "99XZ00"})


# ------------------------------------------------------------------------------------ old data


@pytest.mark.parametrize(
    ("indicator", "periode", "is_old"),
    [
        (VSO, "2025-10-01", False),  # the next one is still to come
        (VSO, "2024-10-01", True),
        (VSV, "2025", False),
        (VSV, "2024", True),  # the same rule for all that comes every year
    ],
)
def test_a_figure_is_old_when_a_newer_one_should_be_there(
    indicator: Indicator, periode: str, is_old: bool
) -> None:
    found = old({indicator: [share(periode, 40, 1000)]}, TODAY)

    assert bool(found) is is_old


def test_all_that_is_old_is_one_sentence() -> None:
    counted = [share("2019-10-01", 40, 1000)]

    (notice,) = old({VSO: counted, PRO: counted, VSV: [share("2015", 4, 1000)]}, TODAY)

    assert notice.sentence == (
        "De nieuwste gegevens over vso-deelname (locatie) en pro-deelname zijn van 1 oktober 2019; "
        "die over vsv van 2015."
    )


# ------------------------------------------------------------------------------------- helpers


def test_worse_is_certain_or_it_is_not() -> None:
    low, high = share("2024-10-01", 30, 1000), share("2025-10-01", 40, 1000)

    assert worse(high, low, VSO)
    assert not worse(low, high, VSO)
    assert not worse(high, share("2024-10-01", 30, 1000, more=10), VSO)  # may be equal
    assert gap(high, low) == pytest.approx(1.0)
    assert gap(high, share("2024-10-01", 30, 1000, more=10)) == 0


def test_upto_knows_dates_years_and_schooljaren() -> None:
    found = [share(periode, 1, 100) for periode in ("2026-10-01", "2024", "2025-10-01")]

    assert [f.periode for f in upto(found, "2025-10-01")] == ["2024", "2025-10-01"]
    assert len(upto(found, "")) == 3


def test_a_schooljaar_of_coverage_counts_when_it_has_begun() -> None:
    """The page Dekking opens on it too: another year on Overzicht would be another number."""
    found = [share(periode, 1, 100) for periode in ("2024-2025", "2025-2026", "2026-2027")]

    begun = upto(found, "2025-10-01", catalogue()["dekking"])
    over = upto(found, "2025-10-01", catalogue()["instroom_vso"])

    assert [f.periode for f in begun] == ["2024-2025", "2025-2026"]
    assert [f.periode for f in over] == ["2024-2025"]


def test_a_year_before_is_one_year_before() -> None:
    now = share("2025-10-01", 1, 100)

    assert is_a_year(share("2024-10-01", 1, 100), now)
    assert not is_a_year(share("2022-10-01", 1, 100), now)
    assert not is_a_year(share("2024-02-01", 1, 100), now)  # another moment


def test_each_figure_leads_to_what_is_behind_it() -> None:
    assert page_of(VSO) == ("deelname", {"cijfer": "deelname_vso_locatie"})
    assert page_of(VSV) == ("begrippen", {"indicator": "vsv"})


@pytest.mark.parametrize(
    ("name", "periode", "query"),
    [
        ("instroom_vso", "2022-2023", {"schooljaar": "2022-2023"}),
        ("dekking", "2022-2023", {"schooljaar": "2022-2023"}),
        ("thuiszitters_thuis_ocw", "2023-10-31", {"maand": "2023-10-31"}),
        ("deelname_vso_locatie", "2023-10-01", {}),  # the same filter on both pages
        ("instroom_vso_12m", "2023-10-31", {}),  # no filter of the page
    ],
)
def test_a_page_is_opened_at_the_moment_of_the_figure(
    name: str, periode: str, query: dict[str, str]
) -> None:
    assert moment_of(share(periode, 10, 1000), indicator_named(name)) == query


def test_a_change_leads_to_the_year_it_is_about(nothing: Store) -> None:
    instroom = indicator_named("instroom_vso")
    years = [share("2021-2022", 100, 20000), share("2022-2023", 300, 20000)]

    notice = turned(nothing, VIEWER, SWV, instroom, years)

    assert notice is not None
    assert (notice.page, notice.query) == ("verwijzingen", {"schooljaar": "2022-2023"})


def test_afspraken_are_of_the_verband_whose_monitor_it_is(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(
        (
            "afspraken.csv",
            (
                "CODE;TITEL;PLANPERIODE;INDICATOR;STREEFWAARDE;RICHTING;PER JAAR;EIGENAAR;"
                "ONDERSTEUNINGSVRAAG;VESTIGINGSCODE\n"
                "OP-01;Minder naar vso;2022-2026;deelname_vso_locatie;3,7;lager;2026;;;\n"
                "OP-02;Minder wachten;2022-2026;wachttijd;30;lager;2026;;;\n"
                "OP-03;Elke school doet mee;2022-2026;;;;;;;\n"
            ),
        )
    )
    (versions.folder / "instellingen.toml").write_text('swv = "VO9901"\n', encoding="utf-8")
    store = open_store(versions, whole=False)

    ours = afspraken.standings(store, VIEWER, "VO9901", "2025")

    assert [(s.target.code, s.state) for s in ours] == [
        ("OP-01", AfspraakState.UNKNOWN),  # no figure yet
        ("OP-02", AfspraakState.NO_INDICATOR),
        ("OP-03", AfspraakState.NO_INDICATOR),
    ]
    assert afspraken.standings(store, VIEWER, "VO9902", "2025") == []
