"""Aanbod as a visitor finds it: the answer, the search, one arrangement, and per role."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.intake.report import DeliveryOutcome
from monitor.store.settings import Settings
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
OWN = "99AA00"
DIRECTEUR, CONSULTANT, SCHOOL = (
    Viewer(role, frozenset({"VO9901"}), frozenset({OWN} if role is Role.SCHOOL else ()))
    for role in (Role.DIRECTEUR, Role.CONSULTANT, Role.SCHOOL)
)
every_role = pytest.mark.parametrize(
    "who", [DIRECTEUR, CONSULTANT, SCHOOL], ids=["directeur", "consultant", "school"]
)


def tables(at: AppTest) -> str:
    return "\n".join(table.value.to_csv() for table in at.table)


@every_role
def test_it_answers_first(page: Page, words: Words, sample_store: Store, who: Viewer) -> None:
    text = words(page("aanbod", sample_store, who))

    assert "In schooljaar 2025-2026 lopen 150 arrangementen" in text
    if who is DIRECTEUR:
        assert "Bij 110 is er plek, 34 zijn vol, 1 staat alleen op papier" in text
    else:
        # Of few places that few pupils have is not told whether there is one left.
        assert re.search(r"Bij \d+ is er plek, \d+ zijn vol, 1 staat alleen op papier", text)
        assert re.search(
            r"Bij \d+ vraagt u dat na: daar zou het zeggen hoeveel leerlingen er zitten", text
        )
    assert ("ten minste 1.001 in de praktijk" in text) == (who is not SCHOOL)


def test_nearest_first_from_a_postcode(page: Page, words: Words, sample_store: Store) -> None:
    at = page("aanbod", sample_store, DIRECTEUR, postcode="9931", vraag="angst")
    text = words(at)

    assert "gevonden: voor angst; het dichtst bij 9931 eerst." in text
    assert "Rustpunt" in text
    km = [
        float(element.value.replace("*", "").split("\u00a0")[0].replace(",", "."))
        for element in at.markdown
        if "km van 9931" in element.value
    ]
    assert len(km) > 5
    assert km == sorted(km)


def test_the_choices_are_in_the_url(page: Page, words: Words, sample_store: Store) -> None:
    at = page("aanbod", sample_store, DIRECTEUR, woorden="opstapgroep", vraag="angst",
              niveau="havo", bereik="subregio", vorm="groep", plek="vrij")  # fmt: skip

    said = "met ‘opstapgroep’, voor angst, havo, voor één subregio, in een groep, met plek."
    assert f"gevonden: {said}" in words(at)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1234", "Waar postcode 1234 ligt, weet de monitor niet"),
        ("99", "‘99’ is geen postcode. Typ de vier cijfers, bijvoorbeeld 9901."),
    ],
)
def test_a_postcode_that_is_not_known_is_a_kind_sentence(
    page: Page, words: Words, sample_store: Store, typed: str, said: str
) -> None:
    text = words(page("aanbod", sample_store, SCHOOL, postcode=typed))

    assert said in text
    assert "arrangementen gevonden" in text
    assert "eerst" not in text


def test_a_whole_postcode_will_do(page: Page, words: Words, sample_store: Store) -> None:
    assert "het dichtst bij 9911 eerst" in words(
        page("aanbod", sample_store, SCHOOL, postcode="9911 AB")
    )


def test_a_school_finds_where_its_pupils_may_go(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("aanbod", sample_store, SCHOOL, vraag="angst", postcode="9931"))

    # What the school can use is counted, and not what is for others (row E7).
    assert re.search(r"\*\*0 arrangementen bij een ander voor wie op 9931 woont: voor angst", text)
    own = re.search(r"; (\d+) bij uzelf", text)
    elsewhere = re.search(r"; (\d+) (is|zijn) alleen voor leerlingen van elders", text)
    assert int(elsewhere[1] if elsewhere else 0) + int(own[1] if own else 0) == 10
    assert "bezet" not in text.replace("bezet minder dan 5", "").replace("bezet 5", "")
    assert "tarief" not in text.lower()


def test_nothing_found_says_what_to_do(page: Page, words: Words, sample_store: Store) -> None:
    text = words(page("aanbod", sample_store, DIRECTEUR, woorden="zeilschip"))

    assert "Geen arrangement gevonden: met ‘zeilschip’." in text
    assert "Laat een filter weg" in text


# --------------------------------------------------------------------------- arrangement


def test_one_arrangement_for_the_directeur(page: Page, words: Words, sample_store: Store) -> None:
    at = page("aanbod", sample_store, DIRECTEUR, arrangement="ARR-0001")
    text = words(at)

    assert at.title[0].value == "Opstapgroep Wilgenrede College"
    assert "Er is plek: 3 van de 4 plaatsen zijn vrij." in text
    assert "! verouderd" in text
    assert "zijn 4 van de 4 plaatsen van dit arrangement nodig" in text
    assert "2024-2025,er is plek: 1 van 4 vrij,4,4,3,1,0" in tables(at)
    assert "€" in tables(at)


def test_a_consultant_gets_words_for_small_numbers(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("aanbod", sample_store, CONSULTANT, arrangement="ARR-0001")

    assert "Er zijn 4 plaatsen. Of er plek is, vraagt u na" in words(at)
    assert "2024-2025,vraag na of er plek is,4,4,minder dan 5,verborgen" in tables(at)
    # Who fits there is of the matching: of four places that are all needed it is four pupils.
    assert "plaatsen van dit arrangement nodig" not in words(at)
    assert "Eén plaats erbij" not in words(at)
    assert "wacht" not in tables(at).lower()


def test_a_school_sees_of_anothers_arrangement_no_figures(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("aanbod", sample_store, SCHOOL, arrangement="ARR-0152")
    text = words(at)

    assert "Er is plek: 6 van de 6 plaatsen zijn vrij." in text
    assert "Door de schooljaren" not in text
    assert "In de berekening van de dekking" not in text
    assert "€" not in tables(at)


def test_what_is_only_on_paper_says_so(page: Page, words: Words, sample_store: Store) -> None:
    text = words(page("aanbod", sample_store, SCHOOL, arrangement="ARR-0900"))

    assert "Het arrangement staat alleen op papier" in text


def test_an_arrangement_that_nobody_knows_is_a_sentence(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("aanbod", sample_store, SCHOOL, arrangement="ARR-X"))

    assert "Er is geen arrangement met de code ‘ARR-X’." in text


# ------------------------------------------------------------------- overview and years


def test_the_overview_has_sums_for_who_may_see_them(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("aanbod", sample_store, DIRECTEUR, onderdeel="overzicht")

    assert "Voor elke ondersteuningsvraag loopt in elke subregio minstens één arrangement." in (
        words(at)
    )
    assert "het aanbod voor angst in Oost" in words(at)
    assert "angst,107,32,3,72" in tables(at)
    assert "gaven van geen daarvan op" in words(at)


def test_for_others_the_overview_counts_places_and_no_free_ones(
    page: Page, words: Words, sample_store: Store
) -> None:
    for who in (CONSULTANT, SCHOOL):
        at = page("aanbod", sample_store, who, onderdeel="overzicht", maat="vrij")
        measure = next(box for box in at.selectbox if box.label == "U ziet")
        assert measure.value == "praktijk"
        assert "Vrije plaatsen" not in measure.options
        assert ("Plaatsen alleen op papier" in measure.options) == (who is CONSULTANT)
    assert "Zandlichter" not in words(at)


def test_places_and_costs_are_for_the_staff(page: Page, words: Words, sample_store: Store) -> None:
    at = page("aanbod", sample_store, DIRECTEUR, onderdeel="jaren")

    assert "In 2025 kostten de arrangementen € 6.488.585; in 2022 was dat € 6.062.695." in words(at)
    assert "Bron: onbekend" not in words(at)
    assert "Wat kosten" not in words(page("aanbod", sample_store, SCHOOL, onderdeel="jaren"))


@every_role
def test_basisondersteuning_is_said_over_all_schools_and_over_those_that_answered(
    page: Page, words: Words, sample_store: Store, who: Viewer
) -> None:
    """A17 of faults.md: 79,7-82,8 % is of 38 schools; over all 43 it is 70,4-84,8 % (333-401 of 473)."""
    text = words(page("aanbod", sample_store, who, onderdeel="overzicht")).replace("\u00a0", " ")

    assert (
        "Op hoeveel van de punten zeggen scholen ja? Over alle scholen is dat 70–85 %; volgens "
        "de scholen die de lijst invulden is dat 80–83 %." in text
    )
    assert "333–401 punten met ja op 473 punten van de lijst, van alle scholen" in text
    assert "333–346 punten met ja op de ingevulde lijsten op 418" in text


def test_who_may_not_see_basisondersteuning_reads_nothing_of_it(
    page: Page, words: Words, sample_store: Store
) -> None:
    """Not "unknown": it is there, and not for a gemeente."""
    gemeente = Viewer(Role.GEMEENTE, frozenset({"VO9901"}))

    assert "asisondersteuning bieden" not in words(
        page("aanbod", sample_store, gemeente, onderdeel="overzicht")
    )


def test_words_on_no_list_are_reported(
    page: Page,
    words: Words,
    versions: Versions,
    deliver_text: Callable[..., DeliveryOutcome],
) -> None:
    outcome = deliver_text(
        ("regio-indeling.csv", ("POSTCODE4;SWV;GEMEENTECODE;GEMEENTENAAM;SUBREGIO;WIJK;LATITUDE;"
                                "LONGITUDE\n9911;VO9901;GM9901;Bakel;Noord;Kern;52,1;5,1\n")),
        ("arrangementen.csv", ("SCHOOLJAAR;ARRANGEMENTSCODE;TITEL;POSTCODE;ONDERSTEUNINGSVRAGEN;"
                              "NIVEAUS;BEREIK;PLAATSEN PLAN;STATUS\n"
                              "2025-2026;A1;Rust;9911AA;angsten;havo;swv;4;actief\n")),
        ("behoefte.csv", ("SCHOOLJAAR;POSTCODE4;ONDERSTEUNINGSVRAAG;NIVEAU;AANTAL\n"
                         "2025-2026;9911;angst;havo;7\n")),
    )  # fmt: skip
    assert not outcome.is_refused, outcome.problems
    (versions.folder / "instellingen.toml").write_text('ondersteuningsvragen = ["angst"]\n')
    store = open_store(versions, whole=False)

    text = words(page("aanbod", store, DIRECTEUR, onderdeel="overzicht"))

    assert "Leerlingen hebben deze vragen, maar geen lopend arrangement is ervoor: angst." in text
    assert "Er zijn arrangementen voor deze vragen, maar geen leerling heeft ze: angsten." in text
    assert "De vraag ‘angsten’ (in arrangementen) staat niet op de lijst" in text
    assert store.settings == Settings(ondersteuningsvragen=("angst",))


def test_without_arrangements_it_says_what_to_deliver(
    page: Page, words: Words, empty_store: Store
) -> None:
    text = words(page("aanbod", empty_store, SCHOOL))

    assert "Er zijn nog geen gegevens." in text
    assert "Lever de lijst van arrangementen" in text
