"""A file is held beside the data: equal, edited, changed, not ours, or of a version that is gone."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from monitor.errors import MonitorError
from monitor.reports import embedded, inside, verifying
from monitor.reports.making import Order, make
from monitor.reports.rendering import FORMS
from monitor.reports.report import Report
from monitor.reports.verifying import Outcome, verdict
from monitor.sections.section import Said
from monitor.store.store import Store


ORDER = Order("schoolprofiel", "school", code="99AA00")


@pytest.fixture(scope="module")
def one(sample: Store) -> Report:
    return make(sample, ORDER)


def gone(version: int) -> Store | None:
    return None


@pytest.mark.parametrize("form", FORMS)
def test_a_file_as_it_was_made_is_equal(sample: Store, one: Report, form: str) -> None:
    content = FORMS[form](one)

    assert inside.form_of(content) == form
    assert verdict(sample, content, gone).outcome is Outcome.EQUAL


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_word_that_somebody_changed_is_seen(sample: Store, one: Report, form: str) -> None:
    content = FORMS[form](one)
    if form == "html":
        content = content.replace(b"leerlingen", b"kinderen", 1)
    else:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(b"leerlingen", b"kinderen", 1))
        content = out.getvalue()

    found = verdict(sample, content, gone)
    assert found.outcome is Outcome.DIFFERS
    assert "bewerkt" in found.sentence


@pytest.mark.parametrize("form", FORMS)
def test_what_changed_in_the_data_is_named_old_and_new(
    sample: Store, one: Report, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = FORMS[form](one)
    first, *others = one.sections
    changed = replace(one, sections=(replace(first, says=Said("Nu is het anders.")), *others[1:]))
    monkeypatch.setattr(verifying, "make", lambda store, order: changed)

    found = verdict(sample, content, gone)

    assert found.outcome is Outcome.DIFFERS
    assert f"“{first.says.text}” → “Nu is het anders.”" in found.lines[0]
    assert found.lines[0].startswith(first.question)
    assert found.lines[1] == f"{others[0].question} Dit onderdeel is er niet meer."


def test_a_figure_that_changed_is_named(
    sample: Store, one: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, section = next((n, s) for n, s in enumerate(one.sections) if s.table and s.table.rows)
    table = section.table
    assert table is not None
    row = (table.rows[0][0], table.rows[0][1]._replace(text="999"), *table.rows[0][2:])
    other = replace(section, table=replace(table, rows=(row, *table.rows[1:])))
    sections = (*one.sections[:place], other, *one.sections[place + 1 :])
    monkeypatch.setattr(verifying, "make", lambda store, order: replace(one, sections=sections))

    (line,) = verdict(sample, FORMS["html"](one), gone).lines
    assert line.startswith(section.question)
    assert line.endswith(f"{table.rows[0][1].text} → 999")
    assert table.title in line


def again(content: bytes, change: Callable[[dict[str, object]], None]) -> bytes:
    """The same HTML, with other data in it."""
    text = content.decode()
    old = re.search(r'id="gepubliceerd">"([^"]*)"', text)
    assert old is not None
    data = json.loads(embedded.unpacked(old[1]))
    change(data)
    return text.replace(old[1], embedded.packed(json.dumps(data))).encode()


def test_data_that_do_not_belong_to_the_kenmerk_differ(sample: Store, one: Report) -> None:
    content = again(FORMS["html"](one), lambda data: data["sections"].pop())  # type: ignore[attr-defined]

    assert verdict(sample, content, gone).outcome is Outcome.DIFFERS


def test_an_order_for_another_reader_than_the_stamp_names_says_nothing(
    sample: Store, one: Report
) -> None:
    """Else a file of a school would be answered with what the directeur sees."""
    order = {"recept": "schoolprofiel", "publiek": "directeur", "school": "99AA00"}
    content = again(FORMS["html"](one), lambda data: data.update(order=order))

    found = verdict(sample, content, gone)
    assert (found.outcome, found.lines) == (Outcome.NOT_OURS, ())


def test_of_a_version_that_is_gone_it_says_so(sample: Store, one: Report) -> None:
    older = replace(one, stamp=replace(one.stamp, version=one.stamp.version + 7))

    assert verdict(sample, FORMS["pdf"](older), gone).outcome is Outcome.GONE


@pytest.mark.parametrize(
    "content",
    [
        b"", b"%PDF-1.7\nstream\nx\x9cabc", b"PK\x03\x04", b"<!doctype html>", b"\xff" * 400,
        b'<!doctype html><script type="application/json" id="gepubliceerd">"AAAA"</script>',
        b'%PDF-1.7 stream\n{"soort": 1}endstream', b'%PDF-1.7 stream\n{"' + b"[" * 100_000 + b"endstream",
    ],
)  # fmt: skip
def test_what_is_not_ours_is_told_and_nothing_breaks(sample: Store, content: bytes) -> None:
    assert verdict(sample, content, gone).outcome is Outcome.NOT_OURS


def test_the_order_of_another_program_is_not_ours(sample: Store, one: Report) -> None:
    for order in ({"recept": "x"}, {"recept": 1, "publiek": "opr"}, {"a": "b"}):
        content = again(FORMS["html"](one), lambda data, given=order: data.update(order=given))  # type: ignore[misc]
        assert verdict(sample, content, gone).outcome is Outcome.NOT_OURS


def test_a_report_that_cannot_be_made_now_says_why(
    sample: Store, one: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(store: Store, order: Order) -> Report:
        raise MonitorError("Er is niets meer.")

    monkeypatch.setattr(verifying, "make", nothing)
    found = verdict(sample, FORMS["html"](one), gone)

    assert found.outcome is Outcome.DIFFERS
    assert "Er is niets meer." in found.lines
