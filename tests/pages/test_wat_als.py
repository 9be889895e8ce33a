"""Wat als as each role meets it: make a scenario, see what it does, keep it, pass it on, compare."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.drawings import Given
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.next_places import Asked
from monitor.dekking.scenarios import Plaatsen, Scenario, Sluit, effect
from monitor.dekking.step_by_step import step_by_step
from monitor.figures.door import figures, indicator_named
from monitor.store.journal import Journal, journal
from monitor.store.settings import Settings
from monitor.store.store import Store


OWN = frozenset({"VO9901"})
BASIS = Basis("vo", "VO9901", "2025-2026")
OneRun = Callable[..., AppTest]
Words = Callable[[AppTest], str]


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """A journal of this test's own."""
    monkeypatch.setenv("DEKKEND_DATA", str(tmp_path / "gegevens"))
    monkeypatch.delenv("DEKKEND_JOURNAAL", raising=False)
    return journal(tmp_path / "gegevens")


def viewer(role: Role) -> Viewer:
    return Viewer(role, OWN)


def keep(book: Journal, scenario: Scenario, code: str = "", swv: str = "VO9901") -> str:
    return book.keep_scenario(swv, scenario.naam, scenario.to_json(), "een ander", code)


def click(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception, at.exception
    return at


def closing(naam: str = "Dicht", code: str = "ARR-0001") -> Scenario:
    return Scenario(naam=naam, wijzigingen=(Sluit(arrangementscode=code),))


def test_it_opens_on_what_is_real_and_says_that_nothing_changes(
    page: OneRun, sample_store: Store, words: Words
) -> None:
    read = words(page("wat_als", sample_store))

    assert (
        "Van 840 leerlingen met een ondersteuningsvraag vinden er nu 201 (van 1 onbekend) geen passende "
        "plek." in read
    )
    assert "de echte cijfers, arrangementen en normen blijven zoals ze zijn" in read
    assert "U ziet: SWV Rivierenstreek, schooljaar 2025-2026" in read


def test_without_data_it_says_what_to_deliver(
    page: OneRun, empty_store: Store, words: Words
) -> None:
    assert "Er is nog niets om mee te rekenen." in words(page("wat_als", empty_store))


# ------------------------------------------------------------------------------- each change


def test_opening_an_arrangement_shows_at_once_what_it_does(
    page: OneRun, sample_store: Store, words: Words
) -> None:
    at = page("wat_als", sample_store)
    at.multiselect(key="wat_als_vragen").set_value(["angst"])
    at.multiselect(key="wat_als_niveaus").set_value(["vmbo-gt", "havo"])
    at.selectbox(key="wat_als_postcode_open").set_value("9920")
    at.number_input(key="wat_als_plaatsen_open").set_value(10)
    at.number_input(key="wat_als_tarief").set_value(5000).run()

    read = words(click(at, "wat_als_voeg_open"))

    assert "1. Open 10 plaatsen voor angst op vmbo-gt en havo, in 9920 (Dravenburg, Oost)" in read
    assert "vinden 10 leerlingen meer een passende plek: het tekort daalt van 201 naar 191" in read
    assert (
        "Het kost € 50.000 per jaar extra, dat is € 5.000 per leerling die een plek krijgt" in read
    )
    tables = [table.value for table in at.table]
    assert tables[0].iloc[0].tolist() == ["Zonder passende plek", "201", "191", "10 minder"]
    assert tables[1]["Subregio"].tolist() == ["Noord", "Oost", "West"]


def test_what_is_lacking_in_a_form_is_said(page: OneRun, sample_store: Store, words: Words) -> None:
    at = page("wat_als", sample_store)

    assert "Kies minstens één ondersteuningsvraag." in words(click(at, "wat_als_voeg_open"))


@pytest.mark.parametrize(
    ("kind", "fill", "button", "said"),
    [
        (
            "plaatsen",
            {"wat_als_arrangement_plaatsen": "ARR-0001", "wat_als_plaatsen_ARR-0001": 9},
            "wat_als_voeg_plaatsen",
            "1. ARR-0001, Opstapgroep Wilgenrede College (Oeverwaard): 9 plaatsen, nu 4.",
        ),
        (
            "verplaats",
            {"wat_als_arrangement_verplaats": "ARR-0001", "wat_als_postcode_verplaats": "9920"},
            "wat_als_voeg_verplaats",
            "(Oeverwaard) naar 9920 (Dravenburg, Oost).",
        ),
        (
            "sluit",
            {"wat_als_arrangement_sluit": "ARR-0001"},
            "wat_als_voeg_sluit",
            "1. Sluit ARR-0001, Opstapgroep",
        ),
        (
            "norm",
            {"wat_als_norm_vraag": "angst", "wat_als_km_angst_alle": 20.0},
            "wat_als_voeg_norm",
            "1. Norm voor angst op alle niveaus: 20 km, nu 10 km.",
        ),
    ],
    ids=["plaatsen", "verplaats", "sluit", "norm"],
)
def test_every_other_change_has_its_form_and_can_be_undone(
    page: OneRun, sample_store: Store, words: Words, kind: str, fill: dict[str, object],
    button: str, said: str,
) -> None:  # fmt: skip
    at = page("wat_als", sample_store)
    at.segmented_control(key="wat_als_soort").set_value(kind).run()
    for key, value in fill.items():
        fields = [*at.selectbox, *at.number_input]
        next(field for field in fields if field.key == key).set_value(value)
        at.run()

    assert said in words(click(at, button))
    assert "Met deze wijziging" in words(at)
    assert "Nog niets." in words(click(at, "wat_als_weg_0"))


def test_nothing_real_changes_by_it(page: OneRun, sample_store: Store) -> None:
    tekort = indicator_named("tekort")
    real = figures(sample_store, viewer(Role.DIRECTEUR), tekort, "swv")
    at = page("wat_als", sample_store)
    at.segmented_control(key="wat_als_soort").set_value("sluit").run()
    at.selectbox(key="wat_als_arrangement_sluit").set_value("ARR-0001").run()

    click(at, "wat_als_voeg_sluit")

    assert from_store.outcome(sample_store, BASIS).tekort == 201
    assert figures(sample_store, viewer(Role.DIRECTEUR), tekort, "swv") == real


# ------------------------------------------------------------------------- what would help most


def test_the_best_places_can_be_taken_in(page: OneRun, sample_store: Store, words: Words) -> None:
    at = page("wat_als", sample_store, onderdeel="helpt")

    assert "Eén nieuw arrangement helpt hoogstens 12 van de 201 leerlingen zonder plek" in words(at)
    choice = at.selectbox(key="wat_als_keuze_1")
    assert choice.label.startswith("1. Even goed: elk van deze")
    first = choice.options[0]
    assert first.startswith("12 plaatsen voor ")
    assert f"**{first}**" in words(at)

    click(at, "wat_als_neem_1")

    assert "het tekort daalt van 201 naar 189" in words(at)
    assert f"**{first}**" not in words(at), "then another one is best"


def test_of_those_that_help_as_many_another_one_can_be_taken(
    page: OneRun, sample_store: Store, words: Words
) -> None:
    at = page("wat_als", sample_store, onderdeel="helpt")
    second = at.selectbox(key="wat_als_keuze_1").options[1]
    at.selectbox(key="wat_als_keuze_1").set_value(second).run()

    click(at, "wat_als_neem_1")

    assert "het tekort daalt van 201 naar 189" in words(at)
    assert second.split(" voor ")[1].split(",")[0] in at.success[0].value


def test_what_is_there_can_be_opened(page: OneRun, sample_store: Store, words: Words) -> None:
    """Row A5: of what is shut by its reach only, what opening it brings, and no place is added."""
    at = page("wat_als", sample_store, onderdeel="helpt")
    most = re.search(r"dat er al is hoogstens (\d+)\.", words(at))
    assert most is not None

    click(at, "wat_als_neem_open_1")

    assert f"het tekort daalt van 201 naar {201 - int(most.group(1))}" in words(at)


def test_they_can_be_put_by_price(page: OneRun, sample_store: Store, words: Words) -> None:
    at = page("wat_als", sample_store, onderdeel="helpt", rangorde="kosten")

    prices = [
        float(price.replace(".", ""))
        for price in re.findall(r"€ ([\d.]+) per leerling\n", words(at) + "\n")
    ]
    assert prices == sorted(prices)
    assert len(prices) == 8


def test_a_cell_of_dekking_leads_to_what_would_help_there(
    page: OneRun, sample_store: Store, words: Words
) -> None:
    """Row 1.7: angst in Oost had to be picked from text."""
    whole = page("wat_als", sample_store, onderdeel="helpt")
    at = page("wat_als", sample_store, onderdeel="helpt", helpt_vraag="angst",
              helpt_regio="subregio:Oost")  # fmt: skip

    titles = re.findall(r"\*\*(?:\d+\. )?(\d+ plaatsen voor .*?)\*\*", words(at))
    titles += [option for one in at.selectbox if one.key.startswith("wat_als_keuze")
               for option in one.options]  # fmt: skip
    assert len(titles) > 2
    assert all("voor angst op" in one and "Oost" in one for one in titles)
    # What helps as many is one row, with some places to choose from.
    every = whole.selectbox(key="wat_als_keuze_1")
    assert re.fullmatch(
        r"1\. Even goed: elk van deze \d+ helpt 12 leerlingen\. Kies er een", every.label
    )
    assert any("voor medisch op" in one for one in every.options)


def test_who_sees_classes_gets_no_more_candidates_by_a_choice(
    page: OneRun, sample_store: Store, words: Words
) -> None:
    who = viewer(Role.CONSULTANT)
    every = page("wat_als", sample_store, who, onderdeel="helpt")
    some = page("wat_als", sample_store, who, onderdeel="helpt", helpt_vraag="angst")
    rows = []
    for at in (every, some):
        at.session_state["wat_als_rangorde_tabel"] = True
        at.run()
        table = [*at.table, *at.dataframe][0].value
        rows.append({tuple(row.values()) for row in table.to_dict("records")})

    assert rows[1] < rows[0]


def test_where_nothing_was_computed_it_says_so(
    page: OneRun, sample_store: Store, words: Words
) -> None:
    at = page("wat_als", sample_store, onderdeel="helpt", helpt_vraag="hoogbegaafdheid",
              helpt_regio="wijk:Dravenburg Buitenring")  # fmt: skip

    assert "Voor deze keuze is er geen plek die iets oplost. Kies een andere vraag" in words(at)


# --------------------------------------------------------------------------------- step by step


def test_steps_are_told_with_their_sum_and_can_be_taken_over(
    page: OneRun, sample_store: Store, words: Words
) -> None:
    """Row 1.7: what closes angst in Oost, and what does it cost."""
    at = page("wat_als", sample_store, onderdeel="helpt", helpt_vraag="angst",
              helpt_regio="subregio:Oost", helpt_plaatsen="24")  # fmt: skip
    plan = step_by_step(sample_store, BASIS, Scenario(), 24, Asked("angst", "subregio", "Oost"))
    assert plan.solved > 12, "more than one step"

    table = next(one.value for one in at.table if "Nog zonder plek" in one.value.columns)
    assert len(table) == len(plan.steps)
    assert table["Nog zonder plek"].iloc[-1] == f"{201 - plan.solved} (van 1 onbekend)"
    assert (
        f"vinden {plan.solved} leerlingen meer een passende plek: van de 201 (van 1 onbekend) zonder "
        f"plek blijven er {201 - plan.solved} (van 1 onbekend) over."
    ) in words(at)
    assert "het hoeft niet de beste combinatie te zijn" in words(at)

    click(at, "wat_als_neem_stappen")
    assert f"het tekort daalt van 201 naar {201 - plan.solved}" in words(at)
    assert [one.value for one in at.success] == [f"Toegevoegd: {len(plan.steps)} wijzigingen."]


def test_a_consultant_gets_no_steps(page: OneRun, sample_store: Store, words: Words) -> None:
    """The numbers of each step together tell more than classes of five."""
    at = page("wat_als", sample_store, viewer(Role.CONSULTANT), onderdeel="helpt")

    assert "Stap voor stap" not in words(at)


# ---------------------------------------------------------------------------- keep and share


def test_keeping_puts_its_code_in_the_address(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    at = page("wat_als", sample_store, onderdeel="helpt")
    click(at, "wat_als_neem_1")
    at.text_input(key="wat_als_naam__0").set_value("Meer in Oost").run()

    click(at, "wat_als_bewaar")

    (kept,) = book.scenarios("VO9901")
    assert (kept.naam, len(kept.inhoud["wijzigingen"])) == ("Meer in Oost", 1)
    assert at.query_params["scenario"] == kept.code
    assert [one.value for one in at.success] == ["Bewaard als ‘Meer in Oost’."]
    assert "**Meer in Oost** :green-badge" in words(at)


def test_a_scenario_needs_a_name(page: OneRun, sample_store: Store, words: Words) -> None:
    at = page("wat_als", sample_store)

    assert "Geef het scenario een naam." in words(click(at, "wat_als_bewaar"))


def test_a_link_opens_what_was_kept(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    code = keep(book, closing("Rustpunt dicht"))

    read = words(page("wat_als", sample_store, scenario=code))

    assert "**Rustpunt dicht**" in read
    assert "1. Sluit ARR-0001" in read


@pytest.mark.parametrize("swv", ["", "VO0101"], ids=["nobody's", "of another"])
def test_an_unknown_link_is_answered_kindly_and_leaves_the_address(
    page: OneRun, sample_store: Store, words: Words, book: Journal, swv: str
) -> None:
    code = keep(book, closing("Geheim"), swv=swv) if swv else "bestaat-niet"

    at = page("wat_als", sample_store, scenario=code)

    assert "wijst naar een scenario dat er niet (meer) is" in words(at)
    assert "Geheim" not in words(at)
    assert "scenario" not in at.query_params
    assert "Nog niets." in words(at)


def test_renaming_keeps_its_code(page: OneRun, sample_store: Store, book: Journal) -> None:
    code = keep(book, closing())
    (kept,) = book.scenarios("VO9901")
    at = page("wat_als", sample_store, scenario=code)
    at.text_input(key=f"wat_als_naam_{code}_{kept.nummer}").set_value("Anders").run()

    click(at, "wat_als_bewaar")

    assert [(one.code, one.naam) for one in book.scenarios("VO9901")] == [(code, "Anders")]


def test_a_name_is_text_and_no_markup(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    code = keep(book, closing("[klik](http://kwaad) **x**"))

    assert "[klik](" not in words(page("wat_als", sample_store, scenario=code))


def test_throwing_away_asks_first(page: OneRun, sample_store: Store, book: Journal) -> None:
    code = keep(book, closing())
    at = page("wat_als", sample_store, scenario=code)

    click(at, "wat_als_gooi")
    assert len(book.scenarios("VO9901")) == 1
    click(at, "wat_als_gooi_nee")
    assert len(book.scenarios("VO9901")) == 1
    click(click(at, "wat_als_gooi"), "wat_als_gooi_ja")

    assert book.scenarios("VO9901") == []
    assert "scenario" not in at.query_params


def test_another_one_is_opened_and_an_empty_one_begun(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    first, second = keep(book, closing("Een")), keep(book, closing("Twee", "ARR-0003"))
    at = page("wat_als", sample_store, scenario=first)

    click(at, f"wat_als_open_{second}")
    assert "1. Sluit ARR-0003" in words(at)
    assert at.query_params["scenario"] == second

    click(at, "wat_als_leeg")
    assert "Nog niets." in words(at)
    assert "scenario" not in at.query_params


# -------------------------------------------------------------------------------- two at once


def test_two_people_do_not_disturb_each_other(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    code = keep(book, closing())
    mine = page("wat_als", sample_store, scenario=code)
    theirs = page("wat_als", sample_store, scenario=code)

    click(mine, "wat_als_weg_0")

    assert "Nog niets." in words(mine)
    assert "1. Sluit ARR-0001" in words(theirs.run())
    assert "1. Sluit ARR-0001" in words(page("wat_als", sample_store, scenario=code))


@pytest.fixture
def overtaken(page: OneRun, sample_store: Store, book: Journal) -> tuple[AppTest, str]:
    """Somebody kept a newer version while this visitor changed the one before it."""
    code = keep(book, closing())
    at = page("wat_als", sample_store, scenario=code)
    click(at, "wat_als_weg_0")
    keep(book, closing("Van een ander", "ARR-0003"), code)
    return click(at, "wat_als_bewaar"), code


def test_keeping_over_a_newer_version_says_so_and_keeps_nothing(
    overtaken: tuple[AppTest, str], words: Words, book: Journal
) -> None:
    at, _ = overtaken

    assert "**Uw scenario is nog niet bewaard.** Intussen bewaarde een ander" in words(at)
    assert [one.naam for one in book.scenarios("VO9901")] == ["Van een ander"]


def test_then_one_may_keep_it_beside_the_other(
    overtaken: tuple[AppTest, str], book: Journal
) -> None:
    at, code = overtaken

    click(at, "wat_als_toch_nieuw")

    kept = {one.naam: one for one in book.scenarios("VO9901")}
    assert set(kept) == {"Van een ander", "Dicht"}
    assert at.query_params["scenario"] == kept["Dicht"].code != code


def test_then_one_may_keep_it_over_the_other(
    overtaken: tuple[AppTest, str], words: Words, book: Journal
) -> None:
    at, code = overtaken

    click(at, "wat_als_toch")

    assert [(one.code, one.naam) for one in book.scenarios("VO9901")] == [(code, "Dicht")]
    assert "nog niet bewaard" not in words(at)


def test_then_one_may_open_the_newer_one(overtaken: tuple[AppTest, str], words: Words) -> None:
    at, _ = overtaken

    assert "1. Sluit ARR-0003" in words(click(at, "wat_als_nieuwere"))


def test_what_was_thrown_away_meanwhile_is_not_lost(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    code = keep(book, closing())
    at = page("wat_als", sample_store, scenario=code)
    book.throw_away(code, "VO9901", "een ander")

    click(at, "wat_als_bewaar")

    assert "intussen weggegooid. Uw wijzigingen staan er nog" in words(at)
    assert "1. Sluit ARR-0001" in words(at)


def test_a_change_that_no_longer_fits_does_not_count_and_says_so(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    gone = Scenario(naam="Oud", wijzigingen=(Sluit(arrangementscode="ARR-9999"),))

    read = words(page("wat_als", sample_store, scenario=keep(book, gone)))

    assert "Deze wijziging telt niet mee. Arrangement ARR-9999 is er in dit schooljaar niet" in read
    assert "vinden er nu 201 (van 1 onbekend) geen passende plek" in read


# ------------------------------------------------------------------------------ side by side


def test_two_scenarios_stand_side_by_side(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    bigger = Scenario(
        naam="Groter", wijzigingen=(Plaatsen(arrangementscode="ARR-0001", plaatsen=20),)
    )
    codes = keep(book, closing()), keep(book, bigger)

    at = page("wat_als", sample_store, onderdeel="naast", naast=",".join(codes))

    table = at.table[0].value
    assert list(table.columns) == ["Wat", "Nu", "Dicht", "Groter"]
    solved = [effect(sample_store, BASIS, one).solved for one in (closing(), bigger)]
    assert table.iloc[1].tolist()[:2] == ["Zonder passende plek", "201"]
    assert table.iloc[1]["Groter"].startswith(f"{201 - solved[1]} ")
    assert f"**Groter helpt het meest: {solved[1]} " in words(at)


def test_a_name_gets_no_hold_of_the_style_sheet(
    page: OneRun, sample_store: Store, book: Journal
) -> None:
    """On a phone the headers of columns are made by a style sheet."""
    codes = [keep(book, closing(f'x"}} body {{display: none}} </style>{n}')) for n in "ab"]

    at = page("wat_als", sample_store, onderdeel="naast", naast=",".join(codes))

    styles = "\n".join(str(one.value) for one in at.html)
    assert "body {" not in styles
    assert 'content: "x body display: none /style a: "' in styles


def test_comparing_asks_for_two(
    page: OneRun, sample_store: Store, words: Words, book: Journal
) -> None:
    assert "zijn er twee scenario's nodig" in words(
        page("wat_als", sample_store, onderdeel="naast")
    )
    keep(book, closing()), keep(book, closing("Nog een"))
    assert "Kies er twee of drie" in words(page("wat_als", sample_store, onderdeel="naast"))


# ------------------------------------------------------------------------------------ privacy


@pytest.mark.parametrize("section", ["maken", "helpt", "naast"])
def test_a_consultant_gets_no_number_that_is_one_child(
    page: OneRun, sample_store: Store, words: Words, book: Journal, section: str
) -> None:
    """Closing one arrangement changes the gap by a few: the number after would tell how many."""
    one, two = keep(book, closing()), keep(book, closing("Ook", "ARR-0003"))
    solved = -effect(sample_store, BASIS, closing()).solved
    assert 1 <= solved <= 4, "a small one, else this test says nothing"

    at = page("wat_als", sample_store, viewer(Role.CONSULTANT), scenario=one, onderdeel=section,
              naast=f"{one},{two}")  # fmt: skip

    told = words(at) + "\n".join(table.value.to_string() for table in at.table)
    assert str(201 + solved) not in told
    assert not re.search(rf"(?<!met )\b{solved} (leerling|vragen|minder|meer)", told)
    assert "1 tot en met 4 leerlingen minder" in told
    assert "Met dit scenario" not in told


def test_a_consultant_may_make_and_keep_scenarios(
    page: OneRun, sample_store: Store, book: Journal
) -> None:
    at = page("wat_als", sample_store, viewer(Role.CONSULTANT), onderdeel="helpt")
    click(at, "wat_als_neem_1")
    at.text_input(key="wat_als_naam__0").set_value("Voorstel").run()

    click(at, "wat_als_bewaar")

    assert [one.wie for one in book.scenarios("VO9901")] == ["de consultant"]


def test_a_norm_below_what_the_field_takes_does_not_break_the_form(
    page: OneRun, given: Given
) -> None:
    given.settings = Settings(swv="VO0101")
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1001      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
    """)
    given.in_swv("VO0101", "01AA00", schooltype="vo")
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
        2025-2026  | 1001      | angst               | havo   | 5
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | status
        2025-2026  | A                | Rust  | 1001AA   | angst                | havo    | swv    | 3             | 1200              | actief
    """)
    given.normen("""
        ondersteuningsvraag | niveau | max_km
        alle                | alle   | 0,2
    """)
    at = page("wat_als", given.store, Viewer(Role.DIRECTEUR, frozenset({"VO0101"})))

    for kind in ("norm", "plaatsen"):
        at.segmented_control(key="wat_als_soort").set_value(kind).run()
        assert not at.exception, at.exception
    at.selectbox(key="wat_als_arrangement_plaatsen").select("A").run()
    assert not at.exception, at.exception
    assert at.number_input(key="wat_als_plaatsen_A").value == 999


def test_a_name_that_somebody_typed_is_no_markup_in_what_is_said(
    page: OneRun, sample_store: Store, book: Journal
) -> None:
    code = keep(book, closing("[klik](http://kwaad)"))
    at = page("wat_als", sample_store, scenario=code)

    click(at, "wat_als_gooi")
    click(at, "wat_als_gooi_ja")

    assert [part.value for part in at.success] == [
        "‘\\[klik\\](http\\:\u200b//kwaad)’ is weggegooid."
    ]
