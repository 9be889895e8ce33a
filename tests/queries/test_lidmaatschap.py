"""Where a vestiging belongs: its own field, the newest file, its postcode; at every level once."""

from helpers.drawings import Given

from monitor.figures.levels import LEVELS


REGELING = """
    postcode4 | gemeentenaam | swv_po | swv_vo
    1011      | Aadorp       | PO0101 | VO0101
    1012      | Beestad      | PO0102 | VO0102
"""


def test_own_field_then_the_newest_file_then_the_postcode(given: Given) -> None:
    given.regeling_pc4(REGELING)
    given.add(
        "vestigingen_vo",
        [{"vestiging": f"01AA0{n}", "postcode": "1011"} for n in range(4)],
    )
    given.vsv("""
        swv    | vestiging | peildatum  | leerlingen | vsv
        VO0001 | 01AA01    | 2018-10-01 | 100        | 1       # nationwide: overrules the postcode
        VO0102 | 01AA02    | 2018-10-01 | 100        | 1
        VO0102 | 01AA03    | 2018-10-01 | 100        | 1
    """)
    given.leerlingen_vo_onderwijstype("""
        vestiging | peildatum  | swv    | jaar1_man
        01AA02    | 2019-10-01 | VO0103 | 10              # newer than the vsv file
    """)
    given.vestigingen("""
        vestiging | postcode | swv
        01AA03    | 1011     | VO0101
    """)

    given.view("vestiging").gives("""
        vestiging | swv_vo | swv_po
        01AA00    | VO0101 | PO0101
        01AA01    | VO0001 | PO0101
        01AA02    | VO0103 | PO0101
        01AA03    | VO0101 | PO0101
    """)


def test_a_school_that_moved_since_belongs_where_it_stands_now(given: Given) -> None:
    given.regeling_pc4(REGELING)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2016-01-01 | 1011
        01AA01    | 2016-01-01 | 1011
    """)
    given.vsv("""
        swv    | vestiging | peildatum  | leerlingen | vsv
        VO0101 | 01AA00    | 2015-10-01 | 100        | 1
        VO0001 | 01AA01    | 2015-10-01 | 100        | 1      # nationwide, wherever it stands
    """)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2020-01-01 | 1012
        01AA01    | 2020-01-01 | 1012
    """)

    given.view("vestiging").gives("""
        vestiging | swv_vo
        01AA00    | VO0102
        01AA01    | VO0001
    """)


def test_the_own_regio_indeling_goes_before_the_law_and_the_last_delivered_first(
    given: Given,
) -> None:
    given.regeling_pc4(REGELING)
    given.regio_indeling("""
        postcode4 | swv    | subregio
        1011      | VO0103 | Noord
    """)
    given.regio_indeling("""
        postcode4 | swv    | subregio
        1011      | VO0109 | Zuid       # the SWV has got a new code
    """)

    given.view("pc4").gives("""
        postcode4 | sector | swv    | subregio
        1011      | po     | PO0101 | ?
        1011      | vo     | VO0109 | Zuid
        1012      | po     | PO0102 | ?
        1012      | vo     | VO0102 | ?
    """)


def test_a_subregio_is_of_the_swv_that_made_it(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | subregio | wijk
        1011      | VO0101 | Noord    | Dorp
    """)
    given.vestigingen("""
        vestiging | postcode | swv
        01AA00    | 1011     |
        01AA01    | 1011     | VO0001     # stands there, but is of the nationwide SWV
    """)

    given.view("lidmaatschap", "sector = 'vo' and per = 'subregio'").gives("""
        vestiging | code
        01AA00    | VO0101:Noord
        01AA01    | onbekend
    """)


def test_a_school_for_so_and_vso_is_in_both_sectors(given: Given) -> None:
    given.regeling_pc4(REGELING)
    given.vestigingen_so("""
        vestiging | postcode | onderwijs
        01AA00    | 1011     | SO ZMLK + VSO ZMLK
    """)

    given.view("lidmaatschap", "per = 'swv'").gives("""
        sector | code
        po     | PO0101
        vo     | VO0101
    """)


def test_what_lies_nowhere_is_onbekend_by_that_name(given: Given) -> None:
    """Also where a name is known without a code: 'Aadorp' would name all of the unknown."""
    given.regeling_pc4(REGELING)
    given.vestigingen("""
        vestiging | postcode | bestuur
        01AA00    | 1011     | Stichting
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA09    | vo         | 5
    """)

    given.view("lidmaatschap", "sector = 'vo'").gives("""
        vestiging | per       | code     | naam
        01AA00    | bestuur   | onbekend | Onbekend
        01AA00    | gemeente  | onbekend | Onbekend
        01AA00    | land      | NL       | Nederland
        01AA00    | subregio  | onbekend | Onbekend
        01AA00    | swv       | VO0101   | VO0101 (Aadorp e.o.)
        01AA00    | vestiging | 01AA00   | School
        01AA00    | wijk      | onbekend | Onbekend
        01AA09    | bestuur   | onbekend | Onbekend
        01AA09    | gemeente  | onbekend | Onbekend
        01AA09    | land      | NL       | Nederland
        01AA09    | subregio  | onbekend | Onbekend
        01AA09    | swv       | onbekend | Onbekend
        01AA09    | vestiging | 01AA09   | Vestiging 01AA09
        01AA09    | wijk      | onbekend | Onbekend
    """)


def test_a_bestuur_has_one_name_and_rather_a_real_one(given: Given) -> None:
    given.vestigingen("""
        vestiging | postcode | bestuursnummer | bestuur
        01AA00    | 1011     | 99101          | Stichting Oever
    """)
    given.vestigingen_vo("""
        vestiging | postcode | bestuursnummer
        01AA01    | 1011     | 99101
        01AA02    | 1011     | 99102
    """)

    given.view("lidmaatschap", "sector = 'vo' and per = 'bestuur'").gives("""
        vestiging | code  | naam
        01AA00    | 99101 | Stichting Oever
        01AA01    | 99101 | Stichting Oever
        01AA02    | 99102 | Bestuur 99102
    """)


def test_every_vestiging_is_at_every_level_of_every_sector_once(given: Given) -> None:
    given.regeling_pc4(REGELING)
    given.add("vestigingen_vo", [{"vestiging": "01AA00", "postcode": "1011"}])
    given.add("leerlingtelling", [{"vestiging": "01AA01", "schooltype": "vo", "aantal": "1"}])

    counted = given.store.rows(
        "select vestiging, sector, per, count(*) from views.lidmaatschap group by all order by all"
    )

    assert counted == sorted(
        (vestiging, sector, per, 1)
        for vestiging in ("01AA00", "01AA01")
        for sector in ("po", "vo")
        for per in LEVELS
    )
