"""Numbers in another unit are taken, and asked about (faults A14)."""

from collections.abc import Callable

import pytest

from monitor.intake.report import DeliveryOutcome
from monitor.sources import sources


Deliver = Callable[..., DeliveryOutcome]
TELLING = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
MONEY = "SCHOOLJAAR;VESTIGINGSCODE;DOEL;TOEGEKEND\n"
OFFER = (
    "SCHOOLJAAR;ARRANGEMENTSCODE;TITEL;POSTCODE;ONDERSTEUNINGSVRAGEN;NIVEAUS;BEREIK;PLAATSEN PLAN;"
    "STATUS;TARIEF\n"
)
TARGETS = "CODE;TITEL;PLANPERIODE;INDICATOR;STREEFWAARDE;RICHTING;PER JAAR\n"


def asked(outcome: DeliveryOutcome) -> list[str]:
    """What is asked, without remarks of other kinds."""
    assert outcome.problems == []
    return [r for report in outcome.reports for r in report.remarks if "Klopt het" in r]


def test_euros_in_thousands_are_asked_about(deliver_text: Deliver) -> None:
    outcome = deliver_text(
        ("middelen.csv", MONEY + "2025-2026;16SW03;x;104,7\n2025-2026;16SW04;x;158\n")
    )

    assert asked(outcome) == [
        (
            "TOEGEKEND: 2 van 2 getallen liggen buiten wat gewoon is (1.000 tot en met 50.000.000), het "
            "eerst op regel 2. Is dit een andere eenheid, zoals duizenden, meters of een fractie? "
            "Verbeter het dan en lever opnieuw. Klopt het, dan hoeft u niets te doen."
        )
    ]


def test_ordinary_numbers_and_nought_are_not_asked_about(deliver_text: Deliver) -> None:
    outcome = deliver_text(
        ("middelen.csv", MONEY + "2025-2026;16SW03;x;104.700\n2025-2026;16SW04;x;0\n")
    )

    assert asked(outcome) == []


def test_the_first_unusual_row_is_named_by_its_line(deliver_text: Deliver) -> None:
    row = "2025-2026;A{0};Groep;5831;angst;havo;swv;4;actief;{1}\n"
    outcome = deliver_text(
        ("aanbod.csv", OFFER + row.format(1, 4400) + row.format(2, "4,4") + row.format(3, 5000))
    )

    (told,) = asked(outcome)
    assert told.startswith("TARIEF: 1 van 3 getallen ligt buiten wat gewoon is (250 tot en met")
    assert "het eerst op regel 3" in told


@pytest.mark.parametrize(
    ("indicator", "value", "words"),
    [
        ("deelname_vso_locatie", "0,037", "bedoelt u 3,7 %?"),
        ("deelname_vso_locatie", "37", "Is het een andere eenheid?"),  # per thousand
        ("dekking", "0,85", "bedoelt u 85 %?"),
        ("afstand_vso", "10000", "Is het een andere eenheid?"),  # metres
    ],
)
def test_a_target_in_another_unit_than_its_indicator(
    deliver_text: Deliver, indicator: str, value: str, words: str
) -> None:
    row = f"OP-1;Doel;2022-2026;{indicator};{value};lager;2026\n"

    (told,) = asked(deliver_text(("afspraken.csv", TARGETS + row)))

    assert words in told
    assert f"STREEFWAARDE {value.replace('10000', '10.000')} " in told


@pytest.mark.parametrize(
    ("indicator", "value"),
    [
        ("deelname_vso_locatie", "3,7"),
        ("instroom_vso", "0,9"),  # a rare thing: a small percentage is right
        ("thuiszitters_zonder_plan_thuis_ocw", "0"),
        ("iets_anders", "0,037"),  # what we do not know has no range
    ],
)
def test_an_ordinary_target_is_not_asked_about(
    deliver_text: Deliver, indicator: str, value: str
) -> None:
    row = f"OP-1;Doel;2022-2026;{indicator};{value};lager;2026\n"

    assert asked(deliver_text(("afspraken.csv", TARGETS + row))) == []


def test_numbers_a_thousand_times_smaller_than_before_are_asked_about(
    deliver_text: Deliver,
) -> None:
    deliver_text(("t.csv", TELLING + "16SW03;01-10-2024;vso;1200\n16SW04;01-10-2024;vso;2100\n"))

    outcome = deliver_text(
        ("t2.csv", TELLING + "16SW03;01-10-2025;vso;1\n16SW04;01-10-2025;vso;2\n"), dry_run=True
    )

    assert asked(outcome) == [
        (
            "AANTAL: de getallen zijn gemiddeld 1.100 keer zo klein als in de vorige levering. Is dit "
            "een andere eenheid, zoals duizenden? Verbeter het dan en lever opnieuw. Klopt het, dan "
            "hoeft u niets te doen."
        )
    ]


def test_fewer_rows_and_a_change_within_ten_are_no_other_unit(deliver_text: Deliver) -> None:
    many = "".join(f"16SW{n:02d};01-10-2024;vso;{100 + n}\n" for n in range(30))
    deliver_text(("t.csv", TELLING + many))

    assert asked(deliver_text(("t2.csv", TELLING + "16SW03;01-10-2025;vso;12\n"))) == []


def test_targets_are_held_beside_the_same_indicator_only(deliver_text: Deliver) -> None:
    """One list has percentages and kilometres: their mean says nothing."""
    row = "OP-{0};Doel;2022-2026;{1};{2};lager;2026\n"
    deliver_text(("a.csv", TARGETS + row.format(1, "vsv", "1,0")))

    outcome = deliver_text(
        (
            "b.csv",
            TARGETS
            + row.format(1, "vsv", "1,1")
            + row.format(2, "afstand_vso", "30")
            + row.format(3, "dekking", "95"),
        )
    )

    assert asked(outcome) == []


def test_every_range_lies_within_what_its_column_takes() -> None:
    """A range that the spelling refuses altogether would never ask anything."""
    for source in sources().values():
        for column in source.columns():
            if usual := column.heading.usual:
                assert usual[0] < usual[1]
                for number in usual:
                    assert column.spelling.read(f"{number:.10g}".replace(".", ",")) is not None


def test_a_column_per_year_can_be_asked_about(deliver_text: Deliver) -> None:
    """Its numbers have no heading of their own."""
    head = "VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;BEVOEGD_GEZAG_NUMMER;"
    outcome = deliver_text(
        (
            "historie.csv",
            head + "GEMEENTECODE_VESTIGING;LEERLINGEN_2024\n16SW03;De Zwaan;bo;40631;0363;200000\n",
        )
    )

    assert [told.partition(":")[0] for told in asked(outcome)] == ["AANTAL"]


def test_a_few_extremes_in_a_long_list_are_no_other_unit(deliver_text: Deliver) -> None:
    """DUO's distances: 195 of 7,301 are below 100 m."""
    rows = [f"{10 + n // 100}AA{n % 100:02d};01-10-2024;vso;100\n" for n in range(1200)]
    rows[5] = rows[5].replace(";100\n", ";9000\n")
    deliver_text(("veel.csv", TELLING + "".join(rows)))

    assert asked(deliver_text(("veel2.csv", TELLING + "".join(rows[::-1])))) == []
