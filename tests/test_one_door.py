"""Numbers of pupils leave through one door (`door.figures`, `spreads`, `contributions`), which is
told who looks. A second door is: asking as somebody else, reading rows of pupils past it, or taking
what it keeps for itself."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from monitor.sources import sources


ROOT = Path(__file__).resolve().parents[1]
FILES = {
    file.relative_to(ROOT).as_posix(): file
    for file in [ROOT / "app.py", *ROOT.glob("monitor/**/*.py")]
}

MAY_MAKE_A_VIEWER = {
    "monitor/commands/figures.py": "a command on the machine itself, where the files lie too",
    "monitor/commands/accounts.py": "the same, for accounts",
    "monitor/access/roster.py": "the viewer of an account that signed in",
    "monitor/access/invitations.py": "to check that who invited still may; asks no figures",
    "monitor/web/sign_in/door.py": "who is let in to the demonstration; asks no figures",
    "monitor/commands/demo_people.py": "makes the invented accounts of the demonstration; asks no figures",
    "monitor/filling/desk.py": "who fills in in the demonstration; asks no figures",
    "monitor/pages/frame/visitor.py": "the visitor himself: of his account, or of the demonstration",
    "monitor/scholen/profile.py": "a school as it sees itself, for who may see that school",
    "monitor/reports/audiences.py": "who a file is for; `check` says who may make it, and the reader sees no more than his own screen",
    "monitor/compare/school_quartiles.py": "all schools alike together (also for `alike`); of no single one, and rounded",
}
"""Who asks as somebody else sees what is not his."""
MAY_READ_PUPILS = {
    "monitor/dekking/from_store.py": "need and offer into the matching; who asks is in MAY_MATCH",
    "monitor/figures/provenance.py": "which files figures come from; no numbers",
    "monitor/compare/lessons.py": "since which month and file meldingen tell who misses all lessons; no numbers",
    "monitor/intake/retention/freezing.py": "keeps what counts are made of when rows must go; shows nothing",
}
"""SQL on pupils, or on views and tables that come from them."""
MAY_ASK_EXACT = {
    "monitor/figures/door.py": "the door itself",
    "monitor/figures/disclosure/protecting.py": "decides what of it is shown",
}
"""Who may call what gives exact figures (`monitor.figures.exact`)."""
ABOUT_FIGURES = {"Figure", "Question", "value_of"}
"""What of that module gives none."""
MAY_MATCH = {
    "monitor/dekking/worst_region.py": "where most are short, for who sees exact figures",
    "monitor/commands/coverage.py": "a command on the machine itself",
    "monitor/scholen/aanbod_tally.py": "which vragen pupils have, for who sees exact figures",
    "monitor/dekking/scenarios/": "scenarios are for who sees exact figures",
    "monitor/pages/wat_als/": "the page of the scenarios",
    "monitor/pages/dekking/": "in parts that ask `subject.exact` first",
    "monitor/sections/dekking/": "what those parts say; asks `subject.exact` too",
    "monitor/reports/questions/dekking.py": "asks the sections of those parts; `subject.exact` first",
    "monitor/pages/aanbod/arrangement.py": "beside an arrangement, for who sees exact figures",
    "monitor/figures/disclosure/places.py": "which places may serve whom, a bound in the sums; shows nothing",
}
"""Who may use the matching (need and placements per pupil group) instead of its indicators."""
MAY_READ_ANY = {
    "monitor/figures/roll_up.py": "the roll-up behind the door",
    "monitor/figures/disclosure/units.py": "which unit lies in which region; no numbers",
    "monitor/store/store.py": "fills tables and defines views",
    "monitor/store/building.py": "puts rows in the next bron; shows nothing",
    "monitor/intake/withdrawal_effects.py": "how many rows come and go, for who takes a delivery back",
    "monitor/intake/judging/files.py": "whether a delivery holds what is there already, for who delivers it",
    "monitor/intake/no_longer_named_ahead.py": "how many rows a new list no longer names, for who delivers it",
    "monitor/store/freshness.py": "how many rows a kind of file has, for who delivers it",
    "monitor/scholen/mentions.py": "where a school is named; no numbers",
    "monitor/compare/ocw_series.py": "the country's own public counts",
    "monitor/intake/retention/freezing.py": "keeps what counts are made of when rows must go",
}
"""SQL of which the name of a table is filled in, so that it can be one of pupils."""
OF_PUPILS = {name for name, source in sources().items() if source.pupils} | {"behoefte"}
MATCHING = {"outcome", "needs", "parts"}


def test_only_a_few_make_a_viewer() -> None:
    made = {
        path
        for path, tree in trees()
        if any(_is_call_of(node, "Viewer") for node in ast.walk(tree))
    }

    assert made - set(MAY_MAKE_A_VIEWER) == set(), "figures are asked as somebody else"
    assert set(MAY_MAKE_A_VIEWER) - made == set(), "an exception that is no longer needed"


def test_no_viewer_is_changed_into_another() -> None:
    """`replace(viewer, …)` is making one as well; without its name it is still the same one."""
    changed = {
        path
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and _name(node.func) == "replace"
        and node.args
        and "viewer" in ast.dump(node.args[0]).lower()
        and {keyword.arg for keyword in node.keywords} != {"wie"}
    }

    assert changed <= set(MAY_MAKE_A_VIEWER)


def test_rows_of_pupils_are_read_behind_the_door_only() -> None:
    readers = {path for path, tree in trees() if set(_tables(tree)) & of_pupils()}

    assert readers - set(MAY_READ_PUPILS) == set(), "reads pupils past the door"
    assert set(MAY_READ_PUPILS) - readers == set(), "an exception that is no longer needed"


def test_a_table_whose_name_is_filled_in_is_read_where_it_may_be() -> None:
    """`from bron.{name}` can be a table of pupils."""
    dynamic = {
        path
        for path, tree in trees()
        if any(re.search(r"\b(from|join|into)\s+(bron|views|indicators|dekking|nieuw|nu)\.$", text)
               for text in _texts_before_a_place(tree))
    }  # fmt: skip

    assert dynamic - set(MAY_READ_ANY) == set(), "may read pupils past the door"
    assert set(MAY_READ_ANY) - dynamic == set(), "an exception that is no longer needed"


def test_the_matching_is_asked_where_it_may_be() -> None:
    asking = {path for path, tree in trees() if _matches(tree)}

    assert {path for path in asking if not path.startswith(tuple(MAY_MATCH))} == set()
    idle = [one for one in MAY_MATCH if not any(path.startswith(one) for path in asking)]
    assert idle == [], "an exception that is no longer needed"


def test_exact_figures_are_asked_behind_the_door_only() -> None:
    asking = {
        path
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (
            (
                node.module == "monitor.figures.exact"
                and {n.name for n in node.names} - ABOUT_FIGURES
            )
            or (node.module == "monitor.figures" and "exact" in {n.name for n in node.names})
        )
    }

    assert asking == set(MAY_ASK_EXACT)


def test_nobody_takes_what_the_door_keeps_for_itself() -> None:
    """Functions that are its own, and what it keeps of exact figures (`store.answers`)."""
    for path, tree in trees():
        if path in ("monitor/figures/door.py", "monitor/figures/exact.py"):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "monitor.figures.door":
                assert not [n.name for n in node.names if n.name.startswith("_")], path
            if isinstance(node, ast.Tuple) and node.elts:
                first = node.elts[0]
                assert not (isinstance(first, ast.Constant) and first.value == "spreads"), path


@pytest.mark.parametrize("name", ["like_swvs", "definition_bridge", "month_by_month", "afspraken"])
def test_what_pages_share_asks_with_the_viewer_it_was_given(name: str) -> None:
    """Every call of the door passes on a name that came in as a parameter, not something made."""
    tree = ast.parse(FILES[f"monitor/compare/{name}.py"].read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in (
            "figures",
            "spreads",
            "contributions",
        ):
            given = node.args[1] if len(node.args) > 1 else None
            assert isinstance(given, ast.Name | ast.Attribute), (
                f"monitor/compare/{name}.py:{node.lineno}"
            )


# ---------------------------------------------------------------------------- reading the code


@cache
def of_pupils() -> set[str]:
    """Every table and view that comes from rows of pupils: schema.name. Views of schools, such as
    which schools there are, leave the pupils behind and are named here."""
    without_pupils = {"views.eenheid", "views.lidmaatschap", "views.tot_en_met", "views.maandeinde",
                      "views.schooljaar", "views.tlv_dag", "views.nul", "views.vestiging",
                      "views.swv", "views.teldatum", "views.noemer",
                      "views.levering_swv"}  # fmt: skip  # of whom a file is, not who is in it
    found = {f"bron.{name}" for name in OF_PUPILS}
    reads = {
        f"{file.parent.name}.{file.stem}": set(
            re.findall(
                r"\b(?:from|join)\s+(\w+\.\w+)", re.sub(r"--[^\n]*", "", file.read_text("utf-8"))
            )
        )
        for file in (ROOT / "queries").rglob("*.sql")
    }
    while True:
        more = {
            name for name, read in reads.items()
            if read & found and name not in found and name not in without_pupils
        }  # fmt: skip
        if not more:
            return {name for name in found if not name.startswith("checks.")} | {"dekking.cel"}
        found |= more


@cache
def _trees() -> dict[str, ast.Module]:
    return {path: ast.parse(file.read_text("utf-8")) for path, file in FILES.items()}


def trees() -> Iterator[tuple[str, ast.Module]]:
    yield from _trees().items()


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _tables(tree: ast.AST) -> Iterator[str]:
    """The tables in the SQL of a module."""
    for text in _texts(tree):
        yield from re.findall(r"\b(?:from|join)\s+(\w+\.\w+)", text)


def _texts_before_a_place(tree: ast.AST) -> Iterator[str]:
    """What stands in an f-string before something that is filled in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for one, other in zip(node.values, node.values[1:], strict=False):
                if isinstance(one, ast.Constant) and isinstance(other, ast.FormattedValue):
                    yield str(one.value)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _is_call_of(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) == name


def _matches(tree: ast.AST) -> bool:
    """Whether a module takes one of MATCHING from `monitor.dekking.from_store`."""
    return any(
        (
            isinstance(node, ast.ImportFrom)
            and node.module == "monitor.dekking.from_store"
            and {n.name for n in node.names} & MATCHING
        )
        or (
            isinstance(node, ast.Attribute)
            and node.attr in MATCHING
            and isinstance(node.value, ast.Name)
            and node.value.id == "from_store"
        )
        for node in ast.walk(tree)
    )
