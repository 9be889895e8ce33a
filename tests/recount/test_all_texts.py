"""The script that compares every text of every page: it sees what went, came and moved, and reads pages."""

from pathlib import Path

import pytest
from recount import all_texts, page_texts

from monitor.access import Role, Viewer
from monitor.store.store import Store
from tests.pages.conftest import run_page


def written(path: Path, *lines: tuple[str, str, str, str]) -> Path:
    """A file as `write` makes it, of (role, address, kind, text) of one page."""
    rows = [("deelname", role, address, str(n), kind, all_texts._escaped(text))
            for n, (role, address, kind, text) in enumerate(lines)]  # fmt: skip
    path.write_text("".join("\t".join(row) + "\n" for row in [all_texts.HEAD, *rows]), "utf-8")
    return path


def test_it_says_what_went_came_and_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(
        tmp_path / "voor",
        ("school", "", "title", "Deelname"),
        ("school", "", "markdown", "Twee regels\nmet een\ttab"),
        ("school", "", "caption", "Bron: DUO"),
        ("school", "", "caption", "Bron: DUO"),  # said twice
        ("school", "", "table rij", "Tolbeke | 7"),
    )
    after = written(
        tmp_path / "na",
        ("school", "", "title", "Deelname"),
        ("school", "", "table rij", "Tolbeke | 7"),  # moved up
        ("school", "", "markdown", "Twee regels\nmet een\ttab"),
        ("school", "", "caption", "Bron: DUO"),  # once
        ("school", "", "table rij", "Esperlo | 8"),
    )

    assert all_texts.main(["compare", str(before), str(after)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "== deelname · school",
        "- caption: Bron: DUO",
        "+ table rij: Esperlo | 8",
        "~ table rij: Tolbeke | 7",
        "1 adressen voor, 1 na, 1 anders",
    ]


def test_equal_differences_are_said_once_when_asked_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(tmp_path / "voor", ("school", "", "title", "Oud"), ("bestuur", "", "title", "Oud"),
                     ("bestuur", "per=wijk", "title", "Zelfde"))  # fmt: skip
    after = written(tmp_path / "na", ("school", "", "title", "Nieuw"), ("bestuur", "", "title", "Nieuw"),
                    ("bestuur", "per=wijk", "title", "Zelfde"))  # fmt: skip

    assert all_texts.main(["compare", "--samen", str(before), str(after)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "== deelname · bestuur",
        "== deelname · school",
        "- title: Oud",
        "+ title: Nieuw",
        "3 adressen voor, 3 na, 2 anders",
    ]
    assert all_texts.main(["compare", str(before), str(after), "--role", "directeur"]) == 0
    assert all_texts.main(["compare", str(before), str(before)]) == 0


def test_a_page_that_is_not_there_any_more_is_a_difference(tmp_path: Path) -> None:
    before = written(
        tmp_path / "voor", ("school", "", "title", "A"), ("school", "per=wijk", "title", "A")
    )
    after = written(tmp_path / "na", ("school", "", "title", "A"))

    assert all_texts.main(["compare", str(before), str(after)]) == 1


def test_what_stands_on_a_page_is_all_read(sample: Store) -> None:
    """Of Deelname: everything that the tests of pages read, the charts and links besides, and what opens."""
    viewer = Viewer(Role.DIRECTEUR, frozenset({"VO9901"}))

    lines, in_sight, lists = page_texts.run("deelname", sample, viewer)

    read = "\n".join(text for _, text in lines)
    at = run_page("deelname", sample, viewer)
    for element in [*at.title, *at.header, *at.markdown]:
        assert element.value in read
    kinds = {kind for kind, _ in lines}
    assert {"grafiek", "table rij", "venster", "code", "download_button", "link"} <= kinds
    assert in_sight["cijfer"] == ["deelname_vso_tlv", "deelname_pro"]
    assert lists["per"] == ["subregio", "wijk"]
    assert page_texts.run("deelname", sample, viewer)[0] == lines
