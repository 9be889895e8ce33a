"""Gemeenten that merged or were divided: figures of before lead to the gemeenten of now."""

from helpers.drawings import Given


SCHOOLS = """
    vestiging | lijstdatum | postcode | gemeentecode | gemeentenaam
    01AA00    | 2020-01-01 | 1011     | 0101         | OUD AAN DEN RIJN
    01AA01    | 2020-01-01 | 1012     | 0101         | OUD AAN DEN RIJN
"""


def of_now(given: Given) -> None:
    given.gemeenten("""
        gemeentecode | gemeentenaam | peildatum
        0201         | Nieuwstad    | 2023-01-01
        0202         | Overstad     | 2023-01-01
    """)


def test_a_gemeente_that_went_up_in_one_counts_there(given: Given) -> None:
    of_now(given)
    given.vestigingen_vo(SCHOOLS)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode | gemeentecode | gemeentenaam
        02AA00    | 2023-01-01 | 1011     | 0201         | NIEUWSTAD      # at a postcode of the old
    """)
    given.leerlingen_vo_vavo("""
        vestiging | gemeentecode | gemeentenaam     | leerlingen | peildatum
        01AA00    | 0101         | OUD AAN DEN RIJN | 100        | 2020-10-01
        01AA01    | 0101         | OUD AAN DEN RIJN | 50         | 2020-10-01  # nobody else at 1012
        03AA00    | 0101         | OUD AAN DEN RIJN | 7          | 2020-10-01  # without a postcode
    """)

    given.view("herindeling").gives("""
        oud    | nu     | aantal
        GM0101 | GM0201 | 1
    """)
    given.ask("leerlingen_vo", "gemeente").gives("""
        code   | naam      | teller
        GM0201 | Nieuwstad | 157
    """)


def test_of_a_divided_gemeente_a_postcode_tells_and_nothing_else_is_an_interval(
    given: Given,
) -> None:
    of_now(given)
    given.vestigingen_vo(SCHOOLS)
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | VO0101 | 0201         | Nieuwstad
        1012      | VO0101 | 0202         | Overstad
    """)
    given.vestigingen("""
        vestiging | postcode | swv
        03AA00    | 1011     | VO0101
    """)
    given.leerlingen_vo_vavo("""
        vestiging | gemeentecode | gemeentenaam     | leerlingen | peildatum
        01AA00    | 0101         | OUD AAN DEN RIJN | 100        | 2020-10-01
        01AA01    | 0101         | OUD AAN DEN RIJN | 50         | 2020-10-01
        04AA00    | 0101         | OUD AAN DEN RIJN | 7          | 2020-10-01  # one of the two
    """)

    given.view("herindeling").gives("""
        oud    | nu     | aantal
        GM0101 | GM0201 | 2
        GM0101 | GM0202 | 2
    """)
    given.ask("leerlingen_vo", "gemeente").gives("""
        code   | naam                            | teller
        GM0101 | Oud aan den Rijn (heringedeeld) | 7
        GM0201 | Nieuwstad                       | 100–107
        GM0202 | Overstad                        | 50–57
    """)


def test_where_files_differ_no_majority_decides(given: Given) -> None:
    of_now(given)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode | gemeentecode
        02AA00    | 2023-01-01 | 1011AA   | 0201
        02AA01    | 2023-01-01 | 1011AB   | 0201
        02AA02    | 2023-01-01 | 1011AC   | 0202          # the four digits lie in both
        01AA00    | 2020-01-01 | 1011AA   | 0101          # the whole postcode is known
        01AA01    | 2020-01-01 | 1011ZZ   | 0101          # this one is not
    """)

    given.view("vestiging", "vestiging like '01%'").gives("""
        vestiging | gemeentecode
        01AA00    | GM0201
        01AA01    | GM0201          # all that is known of the old gemeente lies there
    """)


def test_the_newest_division_replaces_the_former_whenever_it_is_delivered(given: Given) -> None:
    given.gemeentegrenzen("""
        gemeentecode | gemeentenaam | peildatum  | geometrie
        0301         | Nieuw        | 2027-01-01 | {"type":"Polygon"}
        0302         | Blijft       | 2027-01-01 | {"type":"Polygon"}
    """)
    given.gemeentegrenzen("""
        gemeentecode | gemeentenaam | peildatum  | geometrie
        0101         | Oud          | 2023-01-01 | {"type":"Polygon"}
        0302         | Blijft       | 2023-01-01 | {"type":"Polygon"}
    """)
    given.add(
        "gemeenten",
        [
            {"gemeentecode": code, "gemeentenaam": "Zonder jaar", "peildatum": ""}
            for code in ("0101", "0302")
        ],
    )

    given.view("gemeente").gives("""
        gemeentecode | gemeentenaam
        GM0301       | Nieuw
        GM0302       | Blijft
    """)
    given.view("grens").gives("""
        gemeentecode | gemeentenaam
        GM0301       | Nieuw
        GM0302       | Blijft
    """)


def test_an_indeling_of_before_shows_what_merged(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | VO0101 | 0101         | Oud
        1012      | VO0101 | 0102         | Ander
        1013      | VO0101 | 0302         | Blijft
    """)
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | VO0101 | 0301         | Nieuw
        1012      | VO0101 | 0302         | Blijft
        1013      | VO0101 | 0302         | Blijft
    """)
    given.gemeenten("""
        gemeentecode | gemeentenaam | peildatum
        0301         | Nieuw        | 2027-01-01
        0302         | Blijft       | 2027-01-01
    """)

    given.view("herindeling").gives("""
        oud    | nu     | aantal
        GM0101 | GM0301 | 1
        GM0102 | GM0302 | 1
    """)
    given.view("pc4").gives("""
        postcode4 | gemeentecode
        1011      | GM0301
        1012      | GM0302
        1013      | GM0302
    """)


def test_names_are_written_alike(given: Given) -> None:
    """E8: DUO writes capitals, CBS does not."""
    given.vestigingen_vo("""
        vestiging | postcode | gemeentecode | gemeentenaam
        01AA00    | 1011     | 0101         | 'S-GRAVENHAGE
        01AA01    | 1012     | 0102         | ALPHEN AAN DEN RIJN
        01AA02    | 1013     | 0103         | IJSSELSTEIN
        01AA03    | 1014     | 0104         | BERGEN OP ZOOM
        01AA04    | 1015     | 0105         | BORGER-ODOORN
    """)
    given.afstand("""
        vestiging | soort | postcode | leerlingen | gemeentecode | gemeentenaam
        01AA05    | vso   | 1015     | 5          | 0105         | Borger-Odoorn
    """)

    given.view("gemeentenaam").gives("""
        gemeentecode | naam
        GM0101       | 's-Gravenhage
        GM0102       | Alphen aan den Rijn
        GM0103       | IJsselstein
        GM0104       | Bergen op Zoom
        GM0105       | Borger-Odoorn
    """)
