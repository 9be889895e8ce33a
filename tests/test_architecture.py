"""Who may import what, and who may read what: the walls that keep the parts apart."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from monitor.sources import sources
from monitor.store.bron import REPLACED
from monitor.store.frozen import TABLES
from monitor.store.query_files import queries


ROOT = Path(__file__).resolve().parents[1]
FILES = {
    file.relative_to(ROOT).as_posix(): file
    for file in [ROOT / "app.py", *ROOT.glob("monitor/**/*.py")]
}

# package: where it may be imported (a folder ends in /).
MAY_IMPORT = {
    "duckdb": ["monitor/store/store.py", "monitor/store/building.py", "monitor/store/bron.py"],
    "streamlit": [
        "app.py",
        "monitor/pages/",
        "monitor/commands/serve.py",
        "monitor/web/look.py",
        "monitor/web/wire.py",
        "monitor/web/sign_in/",
        "monitor/commands/of_figures.py",  # its version, for `dekkend info`
    ],
    "plotly": [],  # charts are plain dicts; building them with plotly.express is slow
    "pandas": [],  # SQL does tables, pydantic does rows
    "openpyxl": [],  # it refuses files that DUO makes
    "fastexcel": ["monitor/intake/reading/"],
    "pyarrow": ["monitor/intake/reading/", "monitor/pages/pieces/text_table.py"],
    "xlsxwriter": ["monitor/reports/workbook.py", "monitor/reports/text_sheets.py"],
    "pptx": ["monitor/reports/slides/"],
    "typst": ["monitor/views/files/typeset.py"],
    "click": ["monitor/commands/"],
    "sqlalchemy": [
        "monitor/store/journal/",
        "monitor/access/",
        "monitor/scholen/correction",
        "monitor/rounds/tables.py",
        "monitor/rounds/steps.py",
        "monitor/rounds/rondes.py",
        "monitor/rounds/saving.py",
        "monitor/rounds/kept_answers.py",
        "monitor/rounds/beforehand.py",
        "monitor/rounds/following.py",
        "monitor/rounds/inventing.py",
        "monitor/rounds/handing_in.py",
        "monitor/rounds/whose.py",
        "monitor/rounds/known.py",
    ],
    # The solver is behind the matching, the tails of a binomial in one place, and nowhere else;
    # the one that goes on from its last answer behind the proof of a release.
    "scipy": ["monitor/dekking/matching/", "monitor/figures/chance.py"],
    "highspy": ["monitor/figures/disclosure/program.py"],
    "numpy": [
        "monitor/dekking/distances.py",
        "monitor/dekking/matching/",
        "monitor/figures/disclosure/places.py",
        "monitor/figures/disclosure/program.py",
        "monitor/dekking/next_places.py",
        "monitor/scholen/aanbod_nearby.py",
    ],
    "uvicorn": ["monitor/commands/serve.py", "monitor/web/slow_visitors.py"],
    "starlette": [
        "monitor/commands/serve.py",
        "monitor/web/wire.py",
        "monitor/web/safe_answers.py",
        "monitor/web/sign_in/",
        "monitor/filling/",
    ],
    "monitor.pages": ["app.py", "monitor/pages/", "monitor/commands/serve.py"],
    "monitor.commands.serve": ["monitor/commands/main.py", "app.py"],
    "monitor.commands.main": ["monitor/__main__.py"],
}

ROWS = [
    ["errors", "resources"],
    ["values"],
    ["sources"],
    ["store"],
    ["access", "dekking"],
    ["figures"],
    ["intake", "web", "scholen"],
    ["compare", "rounds"],
    ["views"],
    ["sections", "filling"],
    ["reports"],
    ["pages"],
    ["commands"],
    ["__main__"],
]
"""What stands at the top of `monitor/`, as a delivered row travels: each imports only what is in a row
above it. A name that comes with it is a decision (docs/architectuur.md)."""
MOST_LINES = 320
SENTENCES = ["monitor/intake/judging/messages.py"]
"""Tables of sentences, which may be longer."""

# Within a folder, from the bottom up; what is not named may be anywhere.
LAYERS = [
    ["monitor.values.spelling"],
    ["monitor.values.field_codes", "monitor.values.field_dates", "monitor.values.field_numbers"],
    ["monitor.values.fields"],
    ["monitor.dekking.matching", "monitor.store.journal"],  # what knows no store and no settings
    ["monitor.store.query_headers"],
    [
        "monitor.store.settings",
        "monitor.store.mappings",
        "monitor.store.versions",
        "monitor.store.definitions",
    ],
    ["monitor.store.store"],
    ["monitor.figures.levels"],
    ["monitor.figures.roll_up", "monitor.figures.disclosure.tightening"],
    ["monitor.dekking.from_store"],
    ["monitor.dekking.scenarios"],
    ["monitor.dekking.next_places"],
    ["monitor.figures.catalogue"],
    ["monitor.figures.exact"],
    ["monitor.figures.disclosure"],
    ["monitor.figures.scope"],
    ["monitor.figures.door", "monitor.scholen.aanbod"],
    ["monitor.scholen.aanbod_tally"],
    ["monitor.web.wire"],
    ["monitor.web.sign_in"],
    ["monitor.commands.output"],
    ["monitor.commands.figures"],
    ["monitor.commands.coverage"],
    [
        "monitor.commands.options",
        "monitor.commands.of_deliveries",
        "monitor.commands.of_figures",
        "monitor.commands.of_folder",
        "monitor.commands.of_people",
        "monitor.commands.of_rounds",
        "monitor.commands.huisstijl",
        "monitor.commands.of_reports",
    ],
    ["monitor.commands.main"],
]

COUNTS = re.compile(
    r"\b(?:from|join)\s+(?:indicators\.|views\.(?:telling|leerling|onderwijstype)\b"
    r"|bron\.(?:leerling|afstand|vsv))"
)
MAY_READ_COUNTS = {
    "monitor/intake/retention/freezing.py": "counts with and without what must go, and shows no figure",
    "monitor/figures/roll_up.py": "the roll-up",
    "monitor/figures/disclosure/units.py": "which regions an indicator has, and no figure",
    "monitor/figures/provenance.py": "names the files that were chosen, no figures",
    "monitor/scholen/counted.py": "tells which schools are counted, and shows no figure",
    "monitor/compare/breaks.py": "finds fusions by the size of schools, and shows no size",
    "monitor/pages/frame/visitor.py": "finds a school to look as, and shows no figure",
}


DRAWS = {
    "monitor/pages/pieces/show_section.py": "the one place where a section becomes a piece of a page",
    "monitor/pages/pieces/quiet_line.py": "its line: its picture as a file",
    "monitor/pages/thuiszitters/where.py": "a picture of a section of which a unit can be clicked",
    "monitor/pages/overzicht/cards.py": "the small line of a card, which is a section",
    "monitor/pages/dekking/cell.py": "the words of a state, of the cell of a matrix that was chosen",
}
"""What a page says and draws is made in `sections/`; a page that reads a drawing itself has a reason."""
TELLS = {
    "monitor/pages/begrippen/regels.py": "explains how figures are written, and holds none",
    "monitor/pages/deelname/__init__.py": "asks whether anything is known to show",
    "monitor/pages/thuiszitters/__init__.py": "asks whether anything is known to show",
    "monitor/pages/verwijzingen/__init__.py": "asks whether anything is known to show",
}
"""Pages that use how figures are told (`figures/wording.py`), and why that is no sentence of their own."""
FILES_OF_FIGURES = {
    "monitor/pages/pieces/quiet_line.py": "the files of a section",
    "monitor/pages/ons_profiel/download.py": "a whole profile, of many sections, as one file",
    "monitor/pages/dekking/lists.py": "single pupils by postcode, to work through within the SWV: no answer",
    "monitor/pages/aanbod/hits.py": "the arrangements that were searched, as a list",
    "monitor/pages/beheer/log.py": "the log, which holds no figures",
}
"""Pages that make a workbook or a CSV of figures."""
PACKS = {
    "monitor/pages/rapporten/__init__.py": "packs of sections for a reader, as `reports/` makes them",
    "monitor/pages/rapporten/checking.py": "whether a pack still says what the data say",
    "monitor/pages/rapporten/choosing.py": "which pack, for whom",
    "monitor/pages/rapporten/contents.py": "what the sections of a pack say",
    "monitor/pages/rapporten/files.py": "a pack in its forms",
    "monitor/pages/rapporten/for_all.py": "a pack for every school at once",
    "monitor/pages/rapporten/ready.py": "packs that were made and wait",
    "monitor/pages/pieces/whole_page.py": "the sections that a page shows, as one file",
}
"""Pages about whole packs."""


@pytest.mark.parametrize(
    ("used", "allowed"),
    [
        ("monitor.views.charts", DRAWS),
        ("monitor.figures.wording", TELLS),
        ("monitor.figures.differences", TELLS),
        ("monitor.figures.together", {}),
        ("monitor.views.files.export", FILES_OF_FIGURES),
        ("monitor.views.files.tables", FILES_OF_FIGURES),
        ("monitor.views.files.picture", FILES_OF_FIGURES),
        ("monitor.reports", FILES_OF_FIGURES | PACKS),
    ],
)
def test_pages_say_and_draw_by_sections_only(used: str, allowed: dict[str, str]) -> None:
    importers = {
        path
        for path, file in FILES.items()
        if path.startswith("monitor/pages/")
        and any(name == used or name.startswith(f"{used}.") for name in all_imports(file))
    }

    assert importers - set(allowed) == set()


def test_no_exception_for_a_page_is_kept_that_is_no_longer_needed() -> None:
    for allowed, used in (
        (DRAWS, "monitor.views.charts"),
        (TELLS, "monitor.figures."),
        (FILES_OF_FIGURES, "monitor.views.files."),
        (PACKS, "monitor.reports."),
    ):
        for path in allowed:
            assert any(name.startswith(used) for name in all_imports(FILES[path])), path


@pytest.mark.parametrize(("package", "allowed"), MAY_IMPORT.items(), ids=list(MAY_IMPORT))
def test_a_package_is_imported_where_it_belongs_only(package: str, allowed: list[str]) -> None:
    importers = [
        path
        for path, file in FILES.items()
        if any(name == package or name.startswith(f"{package}.") for name in imports(file))
    ]

    assert [path for path in importers if not path.startswith(tuple(allowed))] == []


@pytest.mark.parametrize("path", FILES)
def test_nobody_imports_what_is_above_him(path: str) -> None:
    level = _level(_module(path))
    if level is None:
        return
    above = [name for name in imports(FILES[path]) if (_level(name) or 0) > level]

    assert above == []


def test_the_top_of_the_house_is_what_the_rows_name() -> None:
    there = {
        path.stem
        for path in (ROOT / "monitor").iterdir()
        if path.stem not in ("__init__", "__pycache__")
    }

    assert there == {name for row in ROWS for name in row}


@pytest.mark.parametrize("name", [name for row in ROWS for name in row])
def test_everything_at_the_top_says_in_one_line_what_it_is_for(name: str) -> None:
    path = ROOT / "monitor" / name
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")

    assert (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").strip()


@pytest.mark.parametrize("path", FILES)
def test_a_folder_imports_only_what_is_in_a_row_above_it(path: str) -> None:
    """For types and inside functions too."""
    row = _row(_module(path))

    assert [
        name
        for name in all_imports(FILES[path])
        if 0 <= row <= _row(name) and _top(name) != _top(_module(path))
    ] == []


def test_there_is_no_circle_of_imports() -> None:
    """Imports for types and inside functions are counted: a circle that is hidden is one."""
    modules = {_module(path): path for path in FILES}
    state: dict[str, str] = {}
    circles: list[list[str]] = []

    def visit(name: str, trail: list[str]) -> None:
        state[name] = "open"
        for other in sorted(set(all_imports(FILES[modules[name]])) & set(modules) - {name}):
            if state.get(other) == "open":
                circles.append([*trail[trail.index(other) :], name, other])
            elif other not in state:
                visit(other, [*trail, name])
        state[name] = "done"

    for name in sorted(modules):
        if name not in state:
            visit(name, [])

    assert circles == []


@pytest.mark.parametrize("path", FILES)
def test_no_module_is_too_long(path: str) -> None:
    lines = FILES[path].read_text("utf-8").count("\n")

    assert lines <= MOST_LINES or path in SENTENCES


def test_figures_are_read_by_the_roll_up_only() -> None:
    """Pages, reports and the rest ask `door.figures`, which is told who looks."""
    readers = {path for path, file in FILES.items() if COUNTS.search(file.read_text("utf-8"))}

    assert readers - set(MAY_READ_COUNTS) == set()
    assert set(MAY_READ_COUNTS) - readers == set(), "an exception that is no longer needed"


def test_lists_to_pick_from_are_made_in_one_place() -> None:
    """Where labels that look alike are told apart: Streamlit takes the last with a label."""
    widget = re.compile(r"\.(selectbox|multiselect|segmented_control|radio|pills|select_slider)\(")
    makers = {path for path, file in FILES.items() if widget.search(file.read_text("utf-8"))}

    assert makers == {"monitor/pages/pieces/picking.py"}


def test_pages_do_no_sums_in_sql() -> None:
    """Completeness, which counts schools of a delivery, is no figure of an indicator."""
    summing = {
        path
        for path, file in FILES.items()
        if path.startswith("monitor/pages/") and re.search(r"\b(sum|avg)\(\w", _sql(file))
    }

    assert summing <= {"monitor/pages/leveringen/health.py"}


@pytest.mark.parametrize("folder", ["views", "definitions", "dekking", "indicators", "checks"])
def test_queries_read_what_lies_below_them(folder: str) -> None:
    """`views` read bron and views, `definitions` views, `dekking` nothing as it is filled by
    `monitor/dekking/from_store.py`, `indicators` all of those, `checks` anything."""
    may = {
        "views": {"bron", "views", "instellingen", "definitions"},
        "definitions": {"views", "definitions"},
        "dekking": set(),
        "indicators": {"bron", "views", "instellingen", "dekking"},
    }.get(folder, {"bron", "views", "indicators", "instellingen"})
    for file in sorted((ROOT / "queries" / folder).glob("*.sql")):
        read = re.findall(r"\b(?:from|join)\s+(\w+)\.(\w+)", _without_comments(file))
        assert {schema for schema, _ in read} <= may, file.name
        for schema, name in read:
            if schema == "bron":
                # What is kept of what was replaced stands in a table of its own.
                kind = sources().get(name.removeprefix(REPLACED))
                is_replaced = name.startswith(REPLACED) and kind and kind.keeps_replaced
                assert name in {*sources(), "levering", *TABLES} or is_replaced, (
                    f"{file.name}: {name}"
                )
            elif schema != "instellingen":
                assert f"{schema}.{name}" in queries(), f"{file.name}: {schema}.{name}"


def test_one_view_reads_the_definitions_and_all_of_them() -> None:
    """Who meets which definition is worked out once; a new one that it forgets counts nobody."""
    readers = {
        file.stem: set(re.findall(r"\bdefinitions\.(\w+)", _without_comments(file)))
        for folder in ("views", "indicators", "checks")
        for file in (ROOT / "queries" / folder).glob("*.sql")
    }

    assert not [name for name, read in readers.items() if read]
    voldoet = queries()["views.voldoet"]
    assert voldoet.reads == {
        f"definitions.{f.stem}" for f in (ROOT / "queries/definitions").glob("*.sql")
    }
    assert {n for n, one in queries().items() if voldoet.name in one.reads} == {"views.verblijf"}


def test_an_indicator_asks_of_the_settings_only_which_definitions_there_are() -> None:
    """What depends on a setting is worked out in a view, so that it holds for all of them."""
    for file in sorted((ROOT / "queries" / "indicators").glob("*.sql")):
        read = set(re.findall(r"\binstellingen\.(\w+)", _without_comments(file)))
        assert read <= {"definitie"}, file.name


@pytest.mark.parametrize(
    "word",
    # A day of the week begins on another day elsewhere: count days from a Monday.
    ["pivot", "asof", "quantile_cont", "* replace", "qualify", "isodow", "dayofweek", "weekday"],
)
def test_queries_stay_within_what_runs_elsewhere_too(word: str) -> None:
    """What sqlglot carries to Spark."""
    for file in sorted((ROOT / "queries").rglob("*.sql")):
        assert word not in _without_comments(file).lower(), f"{file.name}: {word}"


@cache
def imports(file: Path) -> tuple[str, ...]:
    """Every module a file imports, wherever in it, but not those for types only."""
    return tuple(_imported(_walk(ast.parse(file.read_text("utf-8")))))


@cache
def all_imports(file: Path) -> tuple[str, ...]:
    """Every module a file imports, also for types only."""
    return tuple(_imported(ast.walk(ast.parse(file.read_text("utf-8")))))


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    if not _is_for_types(node):
        for child in ast.iter_child_nodes(node):
            yield from _walk(child)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def _imported(nodes: Iterator[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                path = ROOT / name.replace(".", "/")
                is_module = path.with_suffix(".py").is_file() or path.is_dir()
                yield name if is_module else str(node.module)


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _top(module: str) -> str:
    """The name at the top of `monitor/` in which a module lies."""
    return module.split(".")[1] if module.startswith("monitor.") else ""


def _row(module: str) -> int:
    """In which of ROWS a module is; -1 for what is not of the monitor."""
    return next((at for at, row in enumerate(ROWS) if _top(module) in row), -1)


def _level(module: str) -> int | None:
    for level, names in enumerate(LAYERS):
        if any(module == name or module.startswith(f"{name}.") for name in names):
            return level
    return None


def _sql(file: Path) -> str:
    """The texts in a file, which is where its SQL is."""
    tree = ast.parse(file.read_text("utf-8"))
    return "\n".join(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _without_comments(file: Path) -> str:
    return re.sub(r"--[^\n]*", "", file.read_text("utf-8"))
