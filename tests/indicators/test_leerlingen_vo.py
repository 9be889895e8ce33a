"""Leerlingen vo: with pro, without vso and vavo; per onderwijstype."""

from helpers.drawings import Given


def test_pro_counts_along_and_vavo_and_vso_do_not(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype              | jaar1_man | jaar5_vrouw
        01AA00    | Brugjaar 1-2               | 100       | 0
        01AA00    | Praktijkonderwijs alle vj  | 20        | 3
        01AA00    | VWO uitbest. aan VAVO      | 0         | 8    # an indicator of their own
        01AA01    | HAVO lj 4-5                | 0         | 50
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA01    | vso        | 9          # vso is no regular vo
        01AA01    | opdc       | 30         # they are enrolled at a school already
    """)

    given.ask("leerlingen_vo", "swv").gives("""
        code   | periode    | teller          | noemer
        VO0101 | 2019-10-01 | 173             | ?
    """)


def test_the_onderwijstypen_of_duo_become_eleven(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype             | jaar3_man
        01AA00    | Brugjaar 1-2              | 1
        01AA00    | Engelse Stroom            | 2
        01AA00    | HAVO lj 4-5               | 4
        01AA00    | HAVO uitbest. aan VAVO    | 8000       # not among them
        01AA00    | HAVO/VWO lj 3             | 8
        01AA00    | Int. Baccelaureaat        | 16         # spelled so by DUO
        01AA00    | Praktijkonderwijs alle vj | 32
        01AA00    | VMBO BL lj 3-4            | 64
        01AA00    | VMBO GL lj 3-4            | 128
        01AA00    | VMBO KL lj 3-4            | 256
        01AA00    | VMBO TL lj 3-4            | 512        # g and t are taken together
        01AA00    | VMBO-MBO2 lj 3-6          | 1024
        01AA00    | VWO lj 4-6                | 2048
    """)

    given.ask("leerlingen_vo", "swv", breakdown="onderwijstype").gives("""
        uitsplitsing            | teller
        onderwijstype=brugjaar  | 1         # in their own order, and the rest at the end
        onderwijstype=pro       | 32
        onderwijstype=vmbo-b    | 64
        onderwijstype=vmbo-k    | 256
        onderwijstype=vmbo-gt   | 640       # 128 + 512
        onderwijstype=havo      | 4
        onderwijstype=havo/vwo  | 8
        onderwijstype=vwo       | 2048
        onderwijstype=overig    | 1042      # 2 + 16 + 1024
    """)


def test_hidden_cells_add_up_to_an_interval(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype | jaar1_man | jaar1_vrouw | jaar2_man | jaar2_vrouw
        01AA00    | HAVO lj 4-5   | 10        | <5          | -1        | 0
    """)

    given.ask("leerlingen_vo", "vestiging").gives("""
        code   | teller
        01AA00 | 12–18      # 10 + 1 + 1, 10 + 4 + 4
    """)


def test_an_unknown_cell_leaves_the_sum_open_upwards(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingen_vo_onderwijstype("""
        vestiging | jaar1_man | jaar1_vrouw
        01AA00    | 10        | x
        01AA01    | 5         | 5
    """)

    given.ask("leerlingen_vo", "swv").gives("""
        code   | teller
        VO0101 | 20+
    """)


def test_a_file_with_exact_totals_leaves_the_onderwijstypen_alone(given: Given) -> None:
    """File 03 makes the total exact; the types must not all become `onbekend` because of it."""
    given.in_swv("VO0101", "01AA00")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype | jaar1_man | jaar1_vrouw
        01AA00    | HAVO lj 4-5   | 30        | <5
        01AA00    | VWO lj 4-6    | 40        | 0
    """)
    given.vestigingen_vo("""
        vestiging | postcode | onderwijsstructuur
        01AA00    | 1011     | HAVO/VWO
    """)
    given.leerlingen_vo_vavo("""
        vestiging | leerlingen
        01AA00    | 72
    """)

    given.ask("leerlingen_vo", "swv").gives("""
        code   | uitsplitsing | teller
        VO0101 |              | 72
    """)
    given.ask("leerlingen_vo", "swv", breakdown="onderwijstype").gives("""
        uitsplitsing       | teller
        onderwijstype=havo | 31–34
        onderwijstype=vwo  | 40
    """)


def test_the_telling_of_1_february_is_another_moment(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 2019-10-01 | vo         | 100
        01AA00    | 2020-02-01 | vo         | 97         # may not stand in one series with October
    """)

    given.ask("leerlingen_vo", "swv").gives("""
        code   | periode    | teller
        VO0101 | 2019-10-01 | 100
    """)
