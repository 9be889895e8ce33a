"""The sample data: made again byte for byte, whole in itself, and with its stories in it."""

import csv
import datetime as dt
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "sample_data"
SHARED = ROOT.parent / "shared" / "data"
YEARS = range(2021, 2026)
LAST_DAY = dt.date(2025, 11, 12)
ONDERWIJSTYPE = "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"


def rows(name, encoding="utf-8-sig"):
    with (SAMPLE / name).open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def date(text):
    return dt.datetime.strptime(text, "%d-%m-%Y").date() if text else None


def schooljaar_of(day):
    first = day.year if day.month >= 8 else day.year - 1
    return f"{first}-{first + 1}"


def bounds(count):
    return (1, 4) if count == "<5" else (int(count), int(count))


@pytest.fixture(scope="module")
def vestigingen():
    return {row["VESTIGINGSCODE"]: row for row in rows("vestigingen.csv")}


@pytest.fixture(scope="module")
def regio():
    return {row["POSTCODE4"]: row for row in rows("regio-indeling.csv")}


@pytest.fixture(scope="module")
def arrangementen():
    return rows("arrangementen.csv")


@pytest.fixture(scope="module")
def aanvragen():
    return rows("aanvragen.csv")


@pytest.fixture(scope="module")
def behoefte():
    return rows("behoefte.csv")


@pytest.fixture(scope="module")
def tlvs():
    return rows("tlv.csv")


@pytest.fixture(scope="module")
def meldingen():
    return rows("verzuimmeldingen.csv")


@pytest.fixture(scope="module")
def regular():
    """{(vestigingscode, year): [low, high]}, without vavo."""
    counts = {}
    for year in YEARS:
        for row in duo(year):
            if "VAVO" in row[ONDERWIJSTYPE]:
                continue
            key = row["INSTELLINGSCODE"] + row["VESTIGINGSCODE"], year
            cells = [bounds(v) for k, v in row.items() if k.startswith("LEER- OF VERBLIJFSJAAR")]
            low, high = counts.get(key, (0, 0))
            counts[key] = low + sum(c[0] for c in cells), high + sum(c[1] for c in cells)
    return counts


@pytest.fixture(scope="module")
def vso(vestigingen):
    """{(vestigingscode, year): [low, high]}"""
    counts = {}
    for row in rows("leerlingtelling.csv"):
        if row["SCHOOLTYPE"] == "vso":
            key = row["VESTIGINGSCODE"], date(row["PEILDATUM"]).year
            low, high = counts.get(key, (0, 0))
            more = bounds(row["AANTAL"])
            counts[key] = low + more[0], high + more[1]
    return counts


@pytest.fixture(scope="module")
def subregio(vestigingen, regio):
    return {code: regio[v["POSTCODE"][:4]]["SUBREGIO"] for code, v in vestigingen.items()}


def duo(year):
    return rows(f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{year}.csv", "cp1252")


def afstand(year):
    name = f"gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-{year}-{year + 1}.csv"
    return rows(name, "cp1252")


def is_valid(tlv, day):
    return tlv["BESLUIT"] == "afgegeven" and (
        date(tlv["GELDIG VANAF"]) <= day <= date(tlv["GELDIG TOT"])
    )


# The files


def test_the_generator_makes_the_committed_files_again(tmp_path):
    subprocess.run(
        [sys.executable, str(SAMPLE / "generate.py"), str(tmp_path)], check=True, cwd=tmp_path
    )

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {
        p.name: p.read_bytes() for p in SAMPLE.iterdir() if p.suffix in (".csv", ".tsv", ".geojson")
    }
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_the_files_are_small():
    sizes = [path.stat().st_size for path in SAMPLE.iterdir() if path.is_file()]
    assert max(sizes) < 1_500_000
    assert sum(sizes) < 4_000_000


def test_the_files_are_spelled_in_several_ways():
    def start(name):
        return (SAMPLE / name).read_bytes()

    assert start("verzuimmeldingen.csv").startswith(b"\xef\xbb\xbf")
    assert "é".encode() in start("vestigingen.csv")
    assert b"\r\n" not in start("tlv.csv")
    name = "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2025.csv"
    assert b"\r\n" in start(name)
    assert "ö".encode("cp1252") in start(name)
    assert b"<5" in start(name)


# The counts


def test_the_region_has_its_size(vestigingen, regio):
    assert Counter(v["SCHOOLTYPE"] for v in vestigingen.values()) == {
        "vo": 39,
        "pro": 6,
        "vso": 8,
        "opdc": 1,
    }
    assert list(regio) == [str(n) for n in range(9901, 9961)]
    assert len({row["GEMEENTECODE"] for row in regio.values()}) == 9
    assert {row["SUBREGIO"] for row in regio.values()} == {"Noord", "Oost", "West"}
    assert len({row["WIJK"] for row in regio.values()}) == 20


def test_22000_pupils_of_whom_a_slowly_rising_share_goes_to_the_vso(regular, vso):
    shares = []
    for year in YEARS:
        vo = [sum(c[i] for key, c in regular.items() if key[1] == year) for i in (0, 1)]
        special = sum(sum(c) / 2 for key, c in vso.items() if key[1] == year)
        shares.append(special / (sum(vo) / 2) * 100)
        if year == 2025:
            assert 21_500 <= vo[0] + special <= vo[1] + special <= 22_500

    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(3.4, abs=0.05)
    assert shares[-1] == pytest.approx(3.9, abs=0.05)


def test_rows_per_schooljaar(arrangementen, aanvragen, tlvs, meldingen):
    def between(low, high, years):
        full = {f"{y}-{y + 1}" for y in range(2021, 2025)}
        assert all(low <= years[year] <= high for year in full), years

    between(140, 175, Counter(row["SCHOOLJAAR"] for row in arrangementen))
    between(840, 950, Counter(row["SCHOOLJAAR"] for row in aanvragen))
    between(270, 360, Counter(schooljaar_of(date(row["ONTVANGEN"])) for row in tlvs))
    between(165, 195, Counter(schooljaar_of(date(row["VERZUIM SINDS"])) for row in meldingen))


def test_most_arrangementen_continue_under_the_same_code(arrangementen):
    years = Counter(row["ARRANGEMENTSCODE"] for row in arrangementen)
    assert sum(count >= 4 for count in years.values()) > 120
    keys = Counter((row["SCHOOLJAAR"], row["ARRANGEMENTSCODE"]) for row in arrangementen)
    assert max(keys.values()) == 1


# One file agrees with the other


def test_every_vestiging_gemeente_and_postcode_is_known(
    vestigingen, regio, arrangementen, aanvragen, behoefte, tlvs, meldingen
):
    codes = set(vestigingen)
    outside = {"98AA00", "98AB00", "98BA00"}
    gemeenten = {row["GEMEENTECODE"] for row in regio.values()}
    assert {v["POSTCODE"][:4] for v in vestigingen.values()} <= set(regio)
    for name in ("middelen", "afspraken", "schoolnamen", "basisondersteuning"):
        assert {row["VESTIGINGSCODE"] for row in rows(f"{name}.csv")} - {""} <= codes
    for table in (arrangementen, aanvragen, behoefte, meldingen):
        assert {row["VESTIGINGSCODE"] for row in table} - {""} <= codes
    for table in (aanvragen, behoefte, tlvs, meldingen):
        unknown = {""} if table is meldingen else set()
        assert {row["POSTCODE4"] for row in table} <= set(regio) | unknown
    assert {row["GEMEENTECODE"] for row in meldingen} <= gemeenten | {""}
    assert {row["HERKOMST VESTIGINGSCODE"] for row in tlvs} - {""} <= codes
    bestemmingen = {row["BESTEMMING VESTIGINGSCODE"] for row in tlvs} - {""}
    assert bestemmingen - codes == outside
    offered = {(row["SCHOOLJAAR"], row["ARRANGEMENTSCODE"]) for row in arrangementen}
    asked = {(r["SCHOOLJAAR"], r["ARRANGEMENTSCODE"]) for r in aanvragen if r["ARRANGEMENTSCODE"]}
    assert asked <= offered


def test_the_keys_are_keys(aanvragen, tlvs, meldingen):
    def doubles(table, *columns):
        return [
            key for key, n in Counter(tuple(r[c] for c in columns) for r in table).items() if n > 1
        ]

    assert doubles(aanvragen, "AANVRAAGNUMMER") == []
    assert doubles(meldingen, "MELDINGNUMMER") == []
    assert doubles(tlvs, "BESCHIKKINGSNUMMER", "LEERLING") == []
    assert len(doubles(tlvs, "BESCHIKKINGSNUMMER")) >= 1
    assert len(doubles(tlvs, "LEERLING")) > 50
    assert len(doubles(meldingen, "LEERLING")) > 20


def test_pseudonyms_look_like_nothing_else(aanvragen, tlvs, meldingen):
    for table in (aanvragen, tlvs, meldingen):
        assert all(re.fullmatch(r"L-[a-z2-9]{5}[a-z]", row["LEERLING"]) for row in table)


def test_leerlingen_in_the_afstand_files_are_those_of_the_leerlingtelling(vso):
    for year in YEARS:
        counted = {key[0]: count for key, count in vso.items() if key[1] == year}
        measured = {
            r["BRIN_NUMMER"] + r["VESTIGINGSNUMMER"]: int(r["LEERLINGEN"]) for r in afstand(year)
        }
        assert set(measured) == set(counted)
        for code, count in measured.items():
            assert counted[code][0] <= count <= counted[code][1]
        assert {row["PEILDATUM"] for row in afstand(year)} == {f"{year}1001"}


def test_leerlingen_in_the_vsv_files_are_those_of_the_telling(regular):
    for year in range(2021, 2025):
        for row in rows(f"vsv-per-swv-{year}.csv"):
            low, high = regular[row["brin_nummer"] + row["vestigings_nummer"], year]
            assert low <= int(row["aantal_leerlingen"]) <= high
            parts = [int(row[c]) for c in ("vsv_vmbo", "vsv_mbo", "vsv_overig")]
            assert sum(parts) == int(row["vsv_totaal"])


def test_valid_tlvs_are_about_as_many_as_the_vso_pupils(vestigingen, tlvs, vso):
    for year in YEARS:
        here = {
            row["LEERLING"]
            for row in tlvs
            if is_valid(row, dt.date(year, 10, 1))
            and row["BESTEMMING VESTIGINGSCODE"] in vestigingen
        }
        low = sum(c[0] for key, c in vso.items() if key[1] == year)
        assert len(here) == pytest.approx(low, rel=0.03)


def test_bezet_and_wachtend_are_those_of_the_aanvragen(arrangementen, aanvragen):
    def count(*statuses):
        chosen = [row for row in aanvragen if row["STATUS"] in statuses]
        return Counter((row["SCHOOLJAAR"], row["ARRANGEMENTSCODE"]) for row in chosen)

    bezet, wachtend = count("geplaatst", "afgerond"), count("wachtend")
    for row in arrangementen:
        key = row["SCHOOLJAAR"], row["ARRANGEMENTSCODE"]
        if row["PLAATSEN PRAKTIJK"] == "":
            assert row["BEZET"] == row["WACHTEND"] == ""
        else:
            assert int(row["BEZET"]) == bezet[key] <= int(row["PLAATSEN PRAKTIJK"])
            assert int(row["WACHTEND"]) == wachtend[key]


def test_behoefte_is_that_of_the_aanvragen(aanvragen, behoefte):
    columns = ("SCHOOLJAAR", "POSTCODE4", "ONDERSTEUNINGSVRAAG", "NIVEAU", "VESTIGINGSCODE")
    parts = {
        "geplaatst": ("geplaatst", "afgerond"),
        "wachtend": ("wachtend", "toegekend", "aangevraagd"),
    }
    for deel, statuses in parts.items():
        asked = [row for row in aanvragen if row["STATUS"] in statuses]
        expected = Counter(tuple(row[c] for c in columns) for row in asked)
        needed = [row for row in behoefte if row["DEEL"] == deel]
        assert expected == {tuple(r[c] for c in columns): int(r["AANTAL"]) for r in needed}
    assert {row["DEEL"] for row in behoefte} == {"geplaatst", "wachtend", "thuiszitter", "vso"}


def test_dates_follow_each_other_and_end_on_12_november_2025(aanvragen, tlvs, meldingen):
    for table in (aanvragen, tlvs):
        for row in table:
            steps = [date(row[c]) for c in ("ONTVANGEN", "COMPLEET", "BESLUITDATUM") if row[c]]
            assert steps == sorted(steps)
            assert steps[-1] <= LAST_DAY
    for row in meldingen:
        assert date(row["VERZUIM SINDS"]) <= (date(row["EINDE VERZUIM"]) or LAST_DAY) <= LAST_DAY
    assert max(date(row["VERZUIM SINDS"]) for row in meldingen) > dt.date(2025, 11, 1)


def test_the_gemeenten_tile_the_region_and_hold_their_places(vestigingen, regio):
    features = json.loads((SAMPLE / "gemeentegrenzen.geojson").read_text("utf-8"))["features"]
    borders = {f["properties"]["statcode"]: f["geometry"]["coordinates"][0] for f in features}

    assert len(borders) == 9
    assert all(f["properties"]["verzonnen"] is True for f in features)
    assert all(border[0] == border[-1] for border in borders.values())
    directed = Counter(
        (tuple(a), tuple(b)) for border in borders.values() for a, b in pairwise(border)
    )
    assert max(directed.values()) == 1
    outline = [(a, b) for a, b in directed if (b, a) not in directed]
    inside = sum(area(border) for border in borders.values())
    assert inside == pytest.approx(sum(a[0] * b[1] - b[0] * a[1] for a, b in outline) / 2)
    for row in regio.values():
        assert is_inside(row, borders[row["GEMEENTECODE"]])
    for row in vestigingen.values():
        assert is_inside(row, borders[regio[row["POSTCODE"][:4]]["GEMEENTECODE"]])


def area(border):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(border)) / 2


def is_inside(row, border):
    x, y = (float(row[c].replace(",", ".")) for c in ("LONGITUDE", "LATITUDE"))
    crossed = [
        (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(border)
    ]
    return sum(crossed) % 2 == 1


# Nothing real


def plain(text):
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9;,\n\"]", "", text)


@pytest.fixture(scope="module")
def everything_real():
    if not SHARED.is_dir():
        pytest.skip(f"the real files to compare with are not here: {SHARED}")
    text = ""
    for path in sorted(SHARED.rglob("*")):
        if path.suffix in (".csv", ".json") and path.parent != SHARED:
            content = path.read_bytes()
            try:
                text += content.decode("utf-8")
            except UnicodeDecodeError:
                text += content.decode("cp1252", "replace")
    return text


def test_no_brin_bestuur_or_gemeente_is_a_real_one(vestigingen, regio, everything_real):
    brins = {code[:4] for code in vestigingen} | {"98AA", "98AB", "98BA"}
    assert not brins & set(re.findall(r"\b\d{2}[A-Z]{2}(?=\d{2}\b|\b)", everything_real))
    besturen = {v["BESTUURSNUMMER"] for v in vestigingen.values()}
    numbers = set(re.findall(r"(?<=[;,\"])\d{5}(?=[;,\"])", everything_real))
    assert not besturen & numbers
    assert not {row["GEMEENTECODE"] for row in regio.values()} & set(
        re.findall(r"GM\d{4}", everything_real)
    )


def test_no_name_is_a_real_one(vestigingen, regio, everything_real):
    names = {v["VESTIGINGSNAAM"].split(" (tot")[0] for v in vestigingen.values()}
    names |= {v["BESTUUR"] for v in vestigingen.values()}
    names |= {row["GEMEENTENAAM"] for row in regio.values()}
    real = plain(everything_real)
    assert [name for name in sorted(names) if plain(name).replace(",", "") in real] == []


# The stories


def test_oost_needs_help_for_angst_and_offers_almost_none(
    subregio, regio, arrangementen, behoefte, aanvragen
):
    for year in YEARS:
        need = {"Noord": 0, "Oost": 0, "West": 0}
        for row in behoefte:
            is_angst = row["ONDERSTEUNINGSVRAAG"] == "angst" and row["DEEL"] != "vso"
            if is_angst and row["SCHOOLJAAR"] == f"{year}-{year + 1}":
                need[regio[row["POSTCODE4"]]["SUBREGIO"]] += int(row["AANTAL"])
        assert need["Oost"] == max(need.values()) >= 45
    places = Counter()
    for row in arrangementen:
        if "angst" in row["ONDERSTEUNINGSVRAGEN"].split("|") and row["STATUS"] == "actief":
            code = row["VESTIGINGSCODE"]
            where = subregio[code] if code else regio[row["POSTCODE"][:4]]["SUBREGIO"]
            places[row["SCHOOLJAAR"], where] += int(row["PLAATSEN PRAKTIJK"] or 0)
            assert row["BEREIK"] != "swv"
    assert all(places[f"{year}-{year + 1}", "Oost"] == 3 for year in YEARS)
    assert all(places[f"{y}-{y + 1}", w] > 15 for y in YEARS for w in ("Noord", "West"))


def test_an_arrangement_that_is_only_on_paper(arrangementen):
    paper = [row for row in arrangementen if row["ARRANGEMENTSCODE"] == "ARR-0900"]
    assert [row["SCHOOLJAAR"] for row in paper] == ["2023-2024", "2024-2025", "2025-2026"]
    for row in paper:
        assert (row["STATUS"], row["PLAATSEN PLAN"], row["PLAATSEN PRAKTIJK"]) == (
            "actief",
            "14",
            "0",
        )


def test_one_school_refers_three_times_as_much_as_schools_like_it(vestigingen, regular, tlvs):
    referred = Counter(
        row["HERKOMST VESTIGINGSCODE"]
        for row in tlvs
        if row["OVERGANG"] == "nieuw"
        and row["BESLUIT"] == "afgegeven"
        and dt.date(2021, 8, 1) <= date(row["BESLUITDATUM"]) < dt.date(2025, 8, 1)
    )
    pupils = Counter()
    for (code, year), count in regular.items():
        if year < 2025:
            pupils[code] += sum(count) / 2
    alike = [c for c, v in vestigingen.items() if v["NIVEAUS"] == vestigingen["99AH00"]["NIVEAUS"]]
    others = [code for code in alike if code != "99AH00" and code in pupils]

    usual = sum(referred[c] for c in others) / sum(pupils[c] for c in others)
    assert 2.6 < referred["99AH00"] / pupils["99AH00"] / usual < 3.8
    assert referred["99AH00"] / pupils["99AH00"] > 1.7 * max(
        referred[c] / pupils[c] for c in others
    )


def test_two_vestigingen_became_one_in_2023(regular):
    for old in ("99CB00", "99CC00"):
        assert [year for year in YEARS if (old, year) in regular] == [2021, 2022]
    assert [year for year in YEARS if ("99CD00", year) in regular] == [2023, 2024, 2025]
    before = regular["99CB00", 2022][0] + regular["99CC00", 2022][0]
    assert regular["99CD00", 2023][0] == pytest.approx(before, rel=0.1)


def test_thuiszitters_rise_in_lindermeer_and_nowhere_else(regio, meldingen):
    lindermeer, elsewhere = Counter(), Counter()
    (code,) = {r["GEMEENTECODE"] for r in regio.values() if r["GEMEENTENAAM"] == "Lindermeer"}
    for row in meldingen:
        if row["GEOORLOOFD"] == "Nee" and row["STATUS"] != "ingetrokken":
            is_there = row["GEMEENTECODE"] == code
            year = schooljaar_of(date(row["VERZUIM SINDS"]))[:4]
            (lindermeer if is_there else elsewhere)[int(year)] += 1
    per_year = [lindermeer[year] for year in range(2021, 2025)]
    assert per_year == sorted(per_year)
    assert per_year[-1] > 3 * per_year[0]
    assert max(elsewhere[y] for y in range(2021, 2025)) < 1.2 * elsewhere[2021]


def test_every_definition_of_thuiszitter_occurs(meldingen):
    def days(row):
        return ((date(row["EINDE VERZUIM"]) or LAST_DAY) - date(row["VERZUIM SINDS"])).days

    enrolled = [r for r in meldingen if r["INGESCHREVEN"] == "Ja" and r["VRIJSTELLING"] == "geen"]
    unlawful = [r for r in enrolled if r["GEOORLOOFD"] == "Nee"]
    assert {r["VRIJSTELLING"] for r in meldingen} == {"", "geen", "5a", "5b", "5c", "11", "15"}
    assert sum(r["INGESCHREVEN"] == r["GEOORLOOFD"] == "Nee" for r in meldingen) > 50
    assert sum(r["GEOORLOOFD"] == "Ja" for r in enrolled) > 50
    assert sum(days(r) < 28 for r in unlawful) > 50
    assert sum(28 < days(r) <= 91 for r in unlawful) > 50
    assert sum(days(r) > 91 for r in unlawful) > 50
    assert sum(r["EINDE VERZUIM"] == "" for r in meldingen) > 40
    assert {r["STATUS"] for r in meldingen} == {
        "aangemeld",
        "invoer school",
        "in behandeling",
        "ingetrokken",
        "afgesloten",
    }


def test_two_schools_never_answer(arrangementen):
    silent = {r["VESTIGINGSCODE"] for r in arrangementen if r["PLAATSEN PRAKTIJK"] == ""}
    assert silent == {"99AK00", "99CI00"}
    of_them = [row for row in arrangementen if row["VESTIGINGSCODE"] in silent]
    assert {row["PLAATSEN PRAKTIJK"] for row in of_them if row["STATUS"] == "actief"} == {""}
    assert {row["SCHOOLJAAR"] for row in of_them} == {f"{y}-{y + 1}" for y in YEARS}


def test_deelname_vso_is_highest_in_oost_by_school_and_by_home(
    vestigingen, regio, subregio, regular, vso, tlvs
):
    for year in YEARS:
        pupils, by_school, by_home = Counter(), Counter(), Counter()
        for (code, y), count in regular.items():
            pupils[subregio[code]] += count[0] if y == year else 0
        for (code, y), count in vso.items():
            by_school[subregio[code]] += count[0] if y == year else 0
        for row in tlvs:
            if is_valid(row, dt.date(year, 10, 1)):
                by_home[regio[row["POSTCODE4"]]["SUBREGIO"]] += 1
        for counts in (by_school, by_home):
            shares = {name: counts[name] / pupils[name] for name in pupils}
            assert max(shares, key=shares.get) == "Oost"


def test_tlvs_are_decided_in_spring_and_some_are_open(tlvs):
    decided = [date(row["BESLUITDATUM"]) for row in tlvs if row["BESLUITDATUM"]]
    assert sum(5 <= day.month <= 7 for day in decided) / len(decided) > 0.4
    assert {row["BESLUIT"] for row in tlvs} == {"afgegeven", "afgewezen", "ingetrokken", "open"}
    assert {row["OVERGANG"] for row in tlvs} == {"nieuw", "verlenging", "verhuizing"}
    assert {row["SWV"] for row in tlvs} == {"VO9901", "VO9902", "VO9903"}
    still_open = [date(row["ONTVANGEN"]) for row in tlvs if row["BESLUIT"] == "open"]
    assert len(still_open) > 10
    assert min(still_open) >= dt.date(2025, 8, 1)


@pytest.fixture(scope="module")
def last_tlv(tlvs):
    """{leerling: (last day, row)} of the tlv that ends last, of those of whom nothing is open."""
    last, going_on = {}, set()
    for row in tlvs:
        if row["BESLUIT"] == "open":
            going_on.add(row["LEERLING"])
        elif row["BESLUIT"] == "afgegeven":
            until = date(row["GELDIG TOT"])
            if row["LEERLING"] not in last or until > last[row["LEERLING"]][0]:
                last[row["LEERLING"]] = until, row
    return {code: found for code, found in last.items() if code not in going_on}


def test_every_year_some_come_back_from_the_vso(vestigingen, aanvragen, last_tlv):
    back, mid_year, ended = Counter(), Counter(), Counter()
    for leerling, (until, tlv) in last_tlv.items():
        year = int(schooljaar_of(until)[:4])
        ended[year] += until <= LAST_DAY
        later = [
            row
            for row in aanvragen
            if row["LEERLING"] == leerling and date(row["ONTVANGEN"]) > until
        ]
        if not later:
            continue
        (row,) = later
        back[year] += 1
        mid_year[year] += (until.day, until.month) != (31, 7)
        school = vestigingen[row["VESTIGINGSCODE"]]
        assert school["SCHOOLTYPE"] in ("vo", "pro")
        assert row["NIVEAU"] in school["NIVEAUS"].split("|")
        assert row["STATUS"] in ("geplaatst", "afgerond", "wachtend", "toegekend", "aangevraagd")
        assert not row["BEGIN"] or date(row["BEGIN"]) > until
        born = date(tlv["ONTVANGEN"]).year - int(tlv["LEEFTIJD"])
        assert int(row["SCHOOLJAAR"][:4]) - born < 17
    years = range(2020, 2025)
    assert set(back) == set(years)
    assert all(8 <= back[year] <= 12 for year in years)
    assert mid_year[2020] == 0
    assert all(2 <= mid_year[year] <= 3 for year in years[1:])
    # Of most of the others nothing is heard any more.
    assert all(ended[year] - back[year] > 50 for year in years)


def overlapping(meldingen):
    """Pairs of meldingen of one pupil that run at the same time, the earlier one first."""
    per_pupil = {}
    for row in meldingen:
        if row["STATUS"] != "ingetrokken":
            per_pupil.setdefault(row["LEERLING"], []).append(row)
    for found in per_pupil.values():
        found.sort(key=lambda row: date(row["VERZUIM SINDS"]))
        for place, first in enumerate(found):
            for second in found[place + 1 :]:
                if date(second["VERZUIM SINDS"]) < (date(first["EINDE VERZUIM"]) or LAST_DAY):
                    yield first, second


def test_meldingen_of_16_hours_stay_open_and_the_kinds_are_told_since_2023(meldingen):
    """Nine of them would be a month of absence by their dates; they are not."""
    told = {schooljaar_of(date(m["VERZUIM SINDS"])) for m in meldingen if m["SOORT VERZUIM"]}
    assert told == {"2023-2024", "2024-2025", "2025-2026"}
    left_open = [
        m
        for m in meldingen
        if m["SOORT VERZUIM"] == "16 uur"
        and not m["EINDE VERZUIM"]
        and date(m["VERZUIM SINDS"]) < dt.date(2025, 8, 1)
    ]
    assert len(left_open) == 9
    assert {(m["ALLE LESSEN GEMIST"], m["STATUS"]) for m in left_open} == {("Nee", "aangemeld")}
    against = [
        m for m in meldingen
        if m["SOORT VERZUIM"] == "langdurig" and m["ALLE LESSEN GEMIST"] == "Nee"
    ]  # fmt: skip
    assert len(against) == 1
    ends = {m["REDEN EINDE"] for m in meldingen}
    assert {"terug naar school", "langdurig ziek", "legitiem afwezig", "verhuisd"} <= ends


def test_some_pupils_have_two_meldingen_at_once(meldingen):
    pairs = list(overlapping(meldingen))
    moved = [
        (first, second)
        for first, second in pairs
        if first["POSTCODE4"] != second["POSTCODE4"]
        and "" not in (first["POSTCODE4"], second["POSTCODE4"])
    ]

    assert len({first["LEERLING"] for first, _ in pairs}) > 15
    assert any(first["REDEN"] != second["REDEN"] for first, second in pairs)
    assert sum(r["EINDE VERZUIM"] == "" == s["EINDE VERZUIM"] for r, s in pairs) >= 3
    assert len(moved) == 4
    for first, second in moved:
        assert first["GEMEENTECODE"] != second["GEMEENTECODE"]
        assert (first["INGESCHREVEN"], second["INGESCHREVEN"]) == ("Ja", "Nee")
        assert second["REDEN"] == "verhuisd"


def test_some_meldingen_go_on_under_another_name(meldingen):
    ends = {(row["LEERLING"], row["EINDE VERZUIM"]): row for row in meldingen}
    pairs = [
        (ends[row["LEERLING"], row["VERZUIM SINDS"]], row)
        for row in meldingen
        if row["REDEN"] == "uitgeschreven door school"
    ]

    assert [schooljaar_of(date(s["VERZUIM SINDS"]))[:4] for _, s in pairs] == [
        "2021",
        "2022",
        "2023",
        "2024",
    ]
    for first, second in pairs:
        assert (first["INGESCHREVEN"], first["GEOORLOOFD"]) == ("Ja", "Nee")
        assert (date(first["EINDE VERZUIM"]) - date(first["VERZUIM SINDS"])).days > 28
        assert (second["INGESCHREVEN"], second["VRIJSTELLING"]) == ("Nee", "geen")
        assert second["VESTIGINGSCODE"] == ""


def test_some_cells_of_the_meldingen_are_not_filled_in(meldingen):
    def count(**cells):
        names = {name: name.replace("_", " ") for name in cells}
        return sum(all(bool(r[names[n]]) is there for n, there in cells.items()) for r in meldingen)

    unlawful = [r for r in meldingen if r["INGESCHREVEN"] == "Ja" and r["GEOORLOOFD"] == "Nee"]
    unknown = [row for row in meldingen if row["VRIJSTELLING"] == ""]
    assert [(r["INGESCHREVEN"], r["GEOORLOOFD"]) for r in unknown] == [("Nee", "Nee")] * 4
    assert sum(row["UREN"] == "" for row in unlawful) == 4
    assert count(POSTCODE4=False, GEMEENTECODE=True) == 2
    assert count(POSTCODE4=False, GEMEENTECODE=False, VESTIGINGSCODE=True) == 2
    assert count(POSTCODE4=False) == 4
    closed = [row for row in meldingen if row["STATUS"] == "afgesloten"]
    assert sum(row["EINDE VERZUIM"] == "" for row in closed) == 2


def test_schoolvakanties_come_in_their_rhythm():
    weeks = {
        "herfstvakantie": {1},
        "kerstvakantie": {2},
        "voorjaarsvakantie": {1},
        "meivakantie": {1, 2},
        "zomervakantie": {6},
    }
    found = {}
    for row in rows("schoolvakanties.csv"):
        days = date(row["EERSTE DAG"]), date(row["LAATSTE DAG"])
        found.setdefault(row["REGIO"], []).append((row["SCHOOLJAAR"], row["VAKANTIE"], *days))

    assert set(found) == {"noord", "midden", "zuid"}
    for vakanties in found.values():
        years = [f"{year}-{year + 1}" for year in range(2018, 2027)]
        assert [v[:2] for v in vakanties] == [(year, name) for year in years for name in weeks]
        for (_, _, _, last), (_, _, first, _) in pairwise(vakanties):
            assert last < first
        for schooljaar, name, first, last in vakanties:
            assert (first.weekday(), last.weekday()) == (5, 6)
            assert ((last - first).days - 1) / 7 in weeks[name]
            assert schooljaar_of(first) == schooljaar or name == "zomervakantie"
    summers = {
        v[2] for regio in found for v in found[regio] if v[:2] == ("2024-2025", "zomervakantie")
    }
    assert len(summers) == 3


def test_benchmarks_name_the_indicators_and_moments_of_the_monitor():
    per_year, per_schooljaar = {}, {}
    for row in rows("benchmarks.csv"):
        kind = per_year if len(row["JAAR"]) == 4 else per_schooljaar
        kind.setdefault(row["INDICATOR"], []).append(row["JAAR"])
        assert "verzonnen" in row["BRON"]
    thuiszitters = {
        f"thuiszitters_jaar_promille_{code}"
        for code in ("abs", "lrv", "thuis_ocw", "thuis_reg", "thuis_pact")
    }

    assert set(per_schooljaar) == thuiszitters | {"instroom_vso", "tlv_verlenging_aandeel"}
    four = [f"{year}-{year + 1}" for year in range(2021, 2025)]
    assert all(sorted(set(years)) == four for years in per_schooljaar.values())
    assert "deelname_vso_tlv" in per_year
    assert not set(per_year) & set(per_schooljaar)


def test_sources_that_contradict_each_other_have_a_row_each():
    told = {}
    for row in rows("benchmarks.csv"):
        told.setdefault((row["INDICATOR"], row["JAAR"]), []).append(row)
    contradicted = {key: found for key, found in told.items() if len(found) > 1}

    assert set(contradicted) == {
        ("thuiszitters_jaar_promille_abs", "2022-2023"),
        ("thuiszitters_jaar_promille_thuis_ocw", "2022-2023"),
    }
    for found in contradicted.values():
        assert {row["STATUS"] for row in found} == {"tegenstrijdig"}
        assert len({row["WAARDE MIN"] for row in found}) == len({r["BRON"] for r in found}) == 2
    alone = [found[0] for key, found in told.items() if key not in contradicted]
    assert {row["STATUS"] for row in alone} == {"secundair"}


def test_benchmarks_of_thuiszitters_are_of_the_size_that_the_sample_has(meldingen, regular, vso):
    """THUIS_OCW of every schooljaar, counted roughly, is not far from the invented country."""
    for row in rows("benchmarks.csv"):
        if row["INDICATOR"] != "thuiszitters_jaar_promille_thuis_ocw":
            continue
        year = int(row["JAAR"][:4])
        first, last = dt.date(year, 8, 1), dt.date(year + 1, 7, 31)
        at_home = {
            m["LEERLING"]
            for m in meldingen
            if m["GEOORLOOFD"] == "Nee"
            and m["STATUS"] != "ingetrokken"
            and date(m["VERZUIM SINDS"]) <= last
            and (date(m["EINDE VERZUIM"]) or LAST_DAY) >= first
            and (
                m["INGESCHREVEN"] == "Nee"
                or ((date(m["EINDE VERZUIM"]) or LAST_DAY) - date(m["VERZUIM SINDS"])).days > 28
            )
        }
        pupils = sum(
            c[0] for counts in (regular, vso) for key, c in counts.items() if key[1] == year
        )
        own = len(at_home) / pupils * 1000
        assert 0.6 < float(row["WAARDE MIN"].replace(",", ".")) / own < 1.6


def test_afspraken_name_the_indicators_of_the_monitor():
    named = {
        row["CODE"]: (row["INDICATOR"], row["STREEFWAARDE"], row["RICHTING"], row["PER JAAR"])
        for row in rows("afspraken.csv")
    }

    assert named["OP-05"] == ("instroom_vso", "0,9", "lager", "2025")
    assert named["OP-06"] == ("thuiszitters_jaar_promille_thuis_ocw", "3,0", "lager", "2026")
    assert named["OP-10"] == ("thuiszitters_zonder_plan_thuis_ocw", "0", "lager", "2026")
    assert named["OP-11"] == ("doorlooptijd_besluit", "8", "lager", "2025")


def test_the_national_series_is_the_real_one_but_for_what_is_contradicted():
    name = "thuiszitters-landelijk-2004-2022.tsv"
    ours = [line.split("\t") for line in (SAMPLE / name).read_text("utf-8").splitlines()]

    assert len(ours) == 19
    assert ours[-1] == ["2021/2022", "7389", "", "3246"]
    path = SHARED / "thuiszitters-landelijk" / name
    if not path.is_file():
        pytest.skip(f"the real file to compare with is not here: {name}")
    real = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    assert ours[0] == real[0]
    for mine, theirs in zip(ours[1:], real[1:], strict=True):
        expected = [theirs[0], *(cell.replace(".", "") for cell in theirs[1:])]
        if mine[0] == "2021/2022":
            assert expected[2] == "10240"
            expected[2] = ""
        assert mine == expected


def test_the_list_of_basisondersteuning_has_gaps_and_two_versions(vestigingen):
    table = rows("basisondersteuning.csv")
    asked = {}
    for row in table:
        asked.setdefault((row["SCHOOLJAAR"], row["VESTIGINGSCODE"]), []).append(row)

    assert all(len({r["ITEM"] for r in found}) == len(found) for found in asked.values())
    assert {(r["SCHOOLJAAR"], r["VERSIE"]) for r in table} == {
        ("2023-2024", "2023"), ("2024-2025", "2023"), ("2025-2026", "2025"),
    }  # fmt: skip
    regular = {c for c, v in vestigingen.items() if v["SCHOOLTYPE"] in ("vo", "pro")}
    now = {code for year, code in asked if year == "2025-2026"}
    assert regular - now == {"99CB00", "99CC00", "99AK00", "99CI00", "99BC00", "99CL00", "99PD00"}
    assert {row["STATUS"] for row in table} == {"ja", "deels", "nee", "onbekend"}
    shares = [
        sum(r["STATUS"] == "ja" for r in table if r["SCHOOLJAAR"] == year)
        / sum(r["SCHOOLJAAR"] == year for r in table)
        for year in ("2023-2024", "2024-2025")
    ]
    assert shares[0] < shares[1], "of the same version it slowly gets better"
