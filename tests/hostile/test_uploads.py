"""Files made to do harm: refused with a sentence, fast, and without filling the memory.

Each is made here, and small: a bomb is small by nature.
"""

import copy
import io
import re
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from monitor.errors import MonitorError
from monitor.intake import deliveries
from monitor.intake.judging import messages, unsafe_messages
from monitor.intake.reading import delimited, encoding, geography, read, unzipped
from monitor.intake.reading.file_names import LONGEST, NAMELESS, plain_name
from monitor.intake.report import DeliveryOutcome
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
HEADINGS = ["VESTIGINGSCODE", "PEILDATUM", "SCHOOLTYPE", "AANTAL"]
CELLS = ["16SW03", "01-10-2025", "vso", 120]
CSV = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;01-10-2025;vso;120\n"
MB = 1_000_000


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (HEADINGS, CELLS):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(parts: dict[str, bytes], level: int = 9) -> bytes:
    """A good workbook to which parts were added, or in which they were replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def lying(content: bytes, name: str, size: int) -> bytes:
    """The same archive, of which one part is said to be `size` bytes, with the sum of those."""
    out = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part, real = archive.getinfo(name), archive.read(name)
    sizes = struct.pack("<LLL", part.CRC, part.compress_size, part.file_size)
    told = struct.pack("<LLL", zlib.crc32(real[:size]), part.compress_size, size)
    assert out.count(sizes) == 2  # before the part, and in the list at the end
    return bytes(out.replace(sizes, told))


def refusal(outcome: DeliveryOutcome) -> str:
    """The one sentence that the sender is told; nothing was published."""
    assert (outcome.id, outcome.is_refused) == (0, True)
    [problem] = outcome.problems
    return problem.text


# --- zip bombs


def test_a_good_workbook_is_read(deliver_text: Deliver, bron: Bron) -> None:
    """What is refused below is not refused for being a workbook."""
    deliver_text(("telling.xlsx", with_parts({"xl/media/foto.png": b"x"})))

    assert bron("select aantal from leerlingtelling") == [(120,)]


def test_a_part_that_is_larger_than_it_says_is_refused(deliver_text: Deliver) -> None:
    """Python stops at the size that is told, and the sum is right; the reader in Rust goes on."""
    bomb = with_parts({"xl/sharedStrings.xml": b"<sst>" + b" " * (40 * MB) + b"</sst>"})
    lie = lying(bomb, "xl/sharedStrings.xml", 1000)
    assert len(lie) < MB / 10
    with zipfile.ZipFile(io.BytesIO(lie)) as archive:
        assert len(archive.read("xl/sharedStrings.xml")) == 1000  # so Python is deceived

    tracemalloc.start()
    outcome = deliver_text(("telling.xlsx", lie))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert refusal(outcome) == unsafe_messages.not_as_large_as_it_says()
    assert most < 20 * MB


def test_a_part_that_is_smaller_than_it_says_is_refused(deliver_text: Deliver) -> None:
    bomb = with_parts({"xl/media/foto.png": b"x" * 100})

    outcome = deliver_text(("telling.xlsx", lying(bomb, "xl/media/foto.png", 200)))

    assert refusal(outcome) in (
        unsafe_messages.not_as_large_as_it_says(),
        messages.unreadable_xlsx(),
    )


def test_parts_that_together_are_too_large_are_refused(
    deliver_text: Deliver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unzipped, "LARGEST_UNPACKED", 3 * MB)
    parts = {f"xl/media/{n}.png": b"\0" * MB for n in range(4)}

    outcome = deliver_text(("telling.xlsx", with_parts(parts)))

    assert refusal(outcome) == messages.workbook_too_large()


def test_texts_without_number_are_refused(
    deliver_text: Deliver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text of five bytes takes its reader twenty-four."""
    monkeypatch.setattr(unzipped, "MOST_TAGS", 1000)
    bomb = with_parts({"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 1000 + b"</sst>"})

    assert refusal(deliver_text(("telling.xlsx", bomb))) == messages.workbook_too_large()


def test_parts_without_number_are_refused(deliver_text: Deliver) -> None:
    parts = {f"xl/media/{n}": b"" for n in range(unzipped.MOST_PARTS)}

    outcome = deliver_text(("telling.xlsx", with_parts(parts)))

    assert refusal(outcome) == unsafe_messages.too_many_parts()


def test_two_parts_of_one_name_are_refused(deliver_text: Deliver) -> None:
    """What was judged could be the one, and what is read the other."""
    out = io.BytesIO(workbook())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")

    outcome = deliver_text(("telling.xlsx", out.getvalue()))

    assert refusal(outcome) == unsafe_messages.not_as_large_as_it_says()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_another_way_of_packing_is_refused(deliver_text: Deliver, method: int) -> None:
    out = io.BytesIO(workbook())
    with zipfile.ZipFile(out, "a", method) as archive:
        archive.writestr("xl/media/foto.png", b"x" * 1000)

    outcome = deliver_text(("telling.xlsx", out.getvalue()))

    assert refusal(outcome) == unsafe_messages.not_as_large_as_it_says()


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"])
def test_a_part_of_tags_only_is_refused(
    deliver_text: Deliver, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """It is read as a whole, and each tag of three bytes becomes an object."""
    monkeypatch.setattr("monitor.intake.reading.xlsx_xml.MOST_TAGS", 1000)
    bomb = with_parts({part: b"<a>" * 1000 + b"</a>" * 1000})

    assert refusal(deliver_text(("telling.xlsx", bomb))) == messages.workbook_too_large()


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (b"\x1f\x8b\x08", messages.unreadable_zip()),
        (b"BZh91AY", messages.unreadable_zip()),
        (b"\xfd7zXZ\x00", messages.unreadable_zip()),
        (b"7z\xbc\xaf\x27\x1c", messages.unreadable_zip()),
        (b"Rar!\x1a\x07", messages.unreadable_zip()),
        (b"\x28\xb5\x2f\xfd", messages.unreadable_zip()),
    ],
)
def test_what_is_packed_is_not_unpacked(deliver_text: Deliver, start: bytes, told: str) -> None:
    assert refusal(deliver_text(("telling.csv", start + bytes(200)))) == told


# --- XML that grows, fetches or runs

LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
FETCH = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [LAUGHS, FETCH], ids=["grows", "fetches"])
@pytest.mark.parametrize(
    "part",
    ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
     "xl/_rels/workbook.xml.rels", "[Content_Types].xml"],
)  # fmt: skip
def test_entities_are_refused(deliver_text: Deliver, part: str, declared: bytes) -> None:
    text = (declared + b"<x>&c;&a;</x>").decode()

    in_8 = deliver_text(("telling.xlsx", with_parts({part: text.encode()})))
    in_16 = deliver_text(("telling.xlsx", with_parts({part: text.encode("utf-16")})))

    assert refusal(in_8) == refusal(in_16) == unsafe_messages.with_document_type()


def test_entities_behind_a_long_comment_are_refused(deliver_text: Deliver) -> None:
    """Past what is looked at on the way: there the parser itself refuses."""
    text = b"<!--" + b" " * (2 * unzipped.PIECE) + b"-->" + LAUGHS + b"<worksheet>&c;</worksheet>"

    outcome = deliver_text(("telling.xlsx", with_parts({"xl/worksheets/sheet1.xml": text})))

    assert refusal(outcome) == unsafe_messages.with_document_type()


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("xl/vbaProject.bin", unsafe_messages.with_macros()),
        ("xl/VBAPROJECT.BIN", unsafe_messages.with_macros()),
        ("xl/macrosheets/sheet1.xml", unsafe_messages.with_macros()),
        ("xl/embeddings/oleObject1.bin", unsafe_messages.with_embedded()),
        ("xl/embeddings/zip.zip", unsafe_messages.with_embedded()),
        ("xl/activeX/activeX1.bin", unsafe_messages.with_embedded()),
    ],
)
def test_what_can_run_is_refused(deliver_text: Deliver, part: str, told: str) -> None:
    assert refusal(deliver_text(("telling.xlsx", with_parts({part: b"PK"})))) == told


def test_macros_in_the_older_kind_of_workbook_are_refused(deliver_text: Deliver) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "_VBA_PROJECT_CUR".encode("utf-16-le")

    assert refusal(deliver_text(("telling.xls", old))) == unsafe_messages.with_macros()


@pytest.mark.parametrize("command", [b"<ddeLink", b"<x:ddeLink", b"<oleLink"])
def test_a_link_that_starts_a_program_is_refused(deliver_text: Deliver, command: bytes) -> None:
    link = b"<externalLink>" + command + b' ddeService="cmd" ddeTopic="/c calc"/></externalLink>'

    outcome = deliver_text(
        ("telling.xlsx", with_parts({"xl/externalLinks/externalLink1.xml": link}))
    )

    assert refusal(outcome) == unsafe_messages.with_commands()


@pytest.mark.parametrize("part", ["xl/externalLinks/externalLink1.xml", "xl/connections.xml"])
def test_links_to_other_files_are_not_followed_and_told(
    deliver_text: Deliver, bron: Bron, part: str
) -> None:
    link = b'<externalLink><externalBook r:id="rId1"/></externalLink>'

    outcome = deliver_text(("telling.xlsx", with_parts({part: link})))

    assert outcome.reports[0].remarks[-1] == unsafe_messages.remark_links_elsewhere()
    assert bron("select aantal from leerlingtelling") == [(120,)]


# --- text files


def test_a_line_without_an_end_is_refused_before_it_is_read(
    deliver_text: Deliver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "LONGEST_ROW", 2 * MB)
    monkeypatch.setattr(encoding, "PIECE", 1 << 16)

    for end in ("", "\n", "\r"):
        content = CSV + "x" * (2 * MB + 2) + end
        assert refusal(deliver_text(("telling.csv", content))) == unsafe_messages.line_too_long(
            2 * MB
        )


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_many_lines_are_no_long_line(deliver_text: Deliver, bron: Bron, end: str) -> None:
    """A line of almost that length, and one that crosses two pieces, are good."""
    rows = "".join(f"16SW{n % 90 + 10};01-10-{2000 + n // 90};vso;1\n" for n in range(1800))

    deliver_text(("telling.csv", (CSV.splitlines(True)[0] + rows).replace("\n", end)))

    assert bron("select count(*) from leerlingtelling") == [(1800,)]


def test_long_lines_on_top_take_little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kolomkoppen are looked for with every separator; thirty lines of 16 MB took minutes."""
    lines = ["a;b\n"] + ["x" * MB + "\n"] * 29

    assert len(delimited._top(iter(lines))) < 4
    assert delimited._top(iter(["x" * (3 * MB)])) == ["x" * (3 * MB)]


def test_a_hundred_thousand_columns_are_refused(deliver_text: Deliver) -> None:
    content = ";".join(f"k{n}" for n in range(100_000)) + "\n" + ";" * 99_999 + "\n"

    told = refusal(deliver_text(("telling.csv", content)))

    assert told == messages.too_many_columns(100_000, 500)


def test_a_cell_that_is_never_closed_is_refused(
    deliver_text: Deliver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python's reader of CSV has a limit of its own, and an error without a sentence."""
    import csv

    before = csv.field_size_limit(1000)
    try:
        outcome = deliver_text(("telling.csv", CSV + '"' + ("x" * 200 + "\n") * 20))
    finally:
        csv.field_size_limit(before)

    assert refusal(outcome) == messages.wrong_quote()


@pytest.mark.parametrize("quotes", ['"' * 9, '""""""""x"', '"a""', '"";"";""'])
def test_quotes_upon_quotes_are_refused_and_no_crash(deliver_text: Deliver, quotes: str) -> None:
    outcome = deliver_text(("telling.csv", CSV + quotes * 200 + "\n"))

    assert outcome.is_refused


def test_noughts_are_refused(deliver_text: Deliver) -> None:
    outcome = deliver_text(("telling.csv", CSV.replace("vso", "v\0o")))

    assert refusal(outcome) == messages.unreadable_binary()


def test_a_page_of_lines_only_is_refused(deliver_text: Deliver) -> None:
    assert refusal(deliver_text(("tabel.md", "|---|---|\n|---|---|\n"))) == messages.no_rows()


def test_a_page_with_very_many_columns_is_refused(deliver_text: Deliver) -> None:
    content = "|" + "|".join(f"k{n}" for n in range(20_000)) + "|\n|---|\n"

    assert refusal(deliver_text(("tabel.md", content))) == messages.too_many_columns(20_000, 500)


def test_a_property_per_feature_is_refused(deliver_text: Deliver) -> None:
    """As a table it would be as wide as it is long."""
    features = ",".join(f'{{"properties":{{"k{n}":1}}}}' for n in range(20_000))

    told = refusal(
        deliver_text(("g.geojson", f'{{"type":"FeatureCollection","features":[{features}]}}'))
    )

    assert told == messages.too_many_columns(20_000, 500)


def test_an_arc_that_is_pointed_at_without_end_is_refused(deliver_text: Deliver) -> None:
    """Ten kilobytes that would become ten billion points."""
    arc = "[" + ",".join(["[0,0]"] * 20_000) + "]"
    ring = "[" + ",".join(["0"] * 20_000) + "]"
    content = (
        f'{{"type":"Topology","arcs":[{arc}],"objects":{{"g":{{"type":"GeometryCollection",'
        f'"geometries":[{{"type":"Polygon","properties":{{"c":1}},"arcs":[{ring}]}}]}}}}}}'
    )

    assert refusal(deliver_text(("g.topojson", content))) == messages.unreadable_json()
    assert geography.MOST_POINTS < 20_000 * 20_000


def test_deep_json_is_refused(deliver_text: Deliver) -> None:
    content = '{"type":"FeatureCollection","features":' + "[" * 200_000 + "]" * 200_000 + "}"

    assert refusal(deliver_text(("g.geojson", content))) == messages.unreadable_json()


# --- size


@pytest.mark.parametrize(
    ("limit", "name", "content"),
    [
        ("LARGEST_FILE", "telling.csv", CSV.encode()),
        ("LARGEST_WHOLE", "telling.xlsx", b"PK..xl"),
        ("LARGEST_WHOLE", "g.geojson", b'{"type":"FeatureCollection","features":[]}'),
        ("LARGEST_WHOLE", "t.md", b"|a|b|\n|---|---|\n|1|2|\n"),
    ],
)
def test_a_file_that_is_too_large_is_refused_by_its_size(
    deliver_text: Deliver, monkeypatch: pytest.MonkeyPatch, limit: str, name: str, content: bytes
) -> None:
    monkeypatch.setattr(read, limit, 10)
    if name.endswith("xlsx"):
        content = workbook()

    told = refusal(deliver_text((name, content)))

    assert told == unsafe_messages.file_too_large(len(content), 10)
    assert re.search(r"is 1 MB; de monitor leest van deze soort hoogstens 1 MB", told)


def test_a_delivery_that_is_too_large_together_is_refused(
    deliver_text: Deliver, monkeypatch: pytest.MonkeyPatch, versions: Versions
) -> None:
    monkeypatch.setattr(deliveries, "LARGEST_DELIVERY", 100)
    with pytest.raises(MonitorError, match="Samen zijn deze bestanden 1 MB"):
        deliver_text(("a.csv", CSV), ("b.csv", CSV))
    monkeypatch.setattr(deliveries, "MOST_FILES", 2)
    with pytest.raises(MonitorError, match="Dit zijn 3 bestanden"):
        deliver_text(("a.csv", CSV), ("b.csv", CSV), ("c.csv", CSV))

    assert versions.current() == 0


# --- names

RIGHT_TO_LEFT = "telling\u202excod.csv"
"""Shown as tellingvsc.docx."""
NAMES = {
    "../../etc/passwd": "passwd",
    "..\\..\\Windows\\win.ini": "win.ini",
    "/etc/passwd": "passwd",
    "C:\\telling.csv": "telling.csv",
    "..": NAMELESS,
    "": NAMELESS,
    ".": NAMELESS,
    "a\0b.csv": "ab.csv",
    "telling\n.csv": "telling.csv",
    "\x1b[2J\x1b]0;x\x07telling.csv": "[2J]0;xtelling.csv",
    RIGHT_TO_LEFT: "tellingxcod.csv",
    "tel\u200bling.csv": "telling.csv",
    "CON.csv": "CON.csv",  # a name for reading only: on disk it is called after its content
    "een   twee.csv": "een twee.csv",
    "leerlingen 2025.csv": "leerlingen 2025.csv",
    "ğüé’.csv": "ğüé’.csv",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_text_on_one_line_and_no_place(name: str) -> None:
    assert plain_name(name) == NAMES[name]


def test_a_long_name_keeps_its_ending() -> None:
    assert plain_name("x" * 1000 + ".csv").endswith("x….csv")
    assert len(plain_name("x" * 1000 + "." + "y" * 1000)) <= LONGEST


@pytest.mark.parametrize("name", ["../../buiten.csv", "/tmp/buiten.csv", "C:\\x\\buiten.csv",
                                  "x" * 1000 + ".csv", "NUL", "telling.csv/../../x"])  # fmt: skip
def test_no_name_writes_outside_the_data(versions: Versions, tmp_path: Path, name: str) -> None:
    given = tmp_path / "gegeven"
    given.write_text(CSV, "utf-8")

    outcome = deliveries.deliver(versions, [(given, name)], who="toets")

    assert outcome.id == 1
    kept = [path.name for path in versions.kept.iterdir()]
    assert len(kept) == 1
    assert re.fullmatch(r"[0-9a-f]{64}(\.\w{1,8})?", kept[0])
    outside = {p.name for p in tmp_path.iterdir()} - {"gegeven", versions.folder.name}
    assert outside == set()


def test_what_a_heading_or_cell_says_cannot_move_a_cursor(deliver_text: Deliver) -> None:
    """What is told goes to a terminal too."""
    wrong_cell = CSV.replace("vso", "\x1b]0;x\x07\u202evs")
    extra = CSV.replace("AANTAL\n", "AANTAL;\x1b[2J\u202e\n").replace("120\n", "120;1\n")

    cell = deliver_text(("\x1b[31mtelling.csv", wrong_cell))
    heading = deliver_text(("telling.csv", extra))

    said = [*map(str, cell.problems), *heading.reports[0].remarks]
    assert "·[2J·" in said[-1]
    assert [line for line in said if not line.isprintable()] == []


def test_the_copy_of_a_part_is_a_copy() -> None:
    """`packed` tells the archive more than it says; the archive itself must not know."""
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        before = copy.copy(archive.getinfo("xl/workbook.xml")).file_size
        unzipped.look_through(archive, "telling.xlsx")

        assert archive.getinfo("xl/workbook.xml").file_size == before
