"""The matrix of ondersteuningsvraag by region; a click on a cell opens it below."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from monitor.access import Role
from monitor.figures import levels
from monitor.figures.door import indicator_named
from monitor.pages.dekking import lists
from monitor.pages.dekking.subject import RUN_WORDS, Subject
from monitor.pages.pieces import downloads
from monitor.values.collation import by_name
from monitor.views.charts import matrix


DOWNLOADED = ("dekking", "dekking_plan", "tekort", "tekort_zeker")


def show(subject: Subject) -> None:
    st.header("Per vraag en regio")
    st.markdown(headline(subject))
    is_turned = len(subject.names) > len(vragen(subject))
    cells = ordered(subject, is_turned)
    names = _names(subject)
    st.html(
        matrix.html(
            cells,
            names,
            f"Dekking per ondersteuningsvraag en {levels.LEVEL_TITLES[subject.per]}",
            lambda key: f"?{urlencode(_query(key))}#vakje",
            str(st.query_params.get("cel", "")),
        )
    )
    st.caption(_reading(subject))
    corner = levels.LEVEL_TITLES[subject.per].capitalize() if is_turned else "Ondersteuningsvraag"
    downloads.table_twin(matrix.rows(cells, names, corner), key="dekking_matrix_tabel")
    _downloads(subject)


def vragen(subject: Subject) -> list[str]:
    """The ondersteuningsvragen that somebody has, by name."""
    return sorted({cell.row for cell in subject.cells.values() if cell.row}, key=by_name)


def ordered(subject: Subject, is_turned: bool) -> list[matrix.Cell]:
    """All cells, row by row, totals last. With more regions than vragen the regions are the rows,
    so that the table is long and not wide."""
    down, across = [*vragen(subject), ""], [*subject.names, ""]
    if is_turned:
        return [_cell(subject, vraag, code, True) for code in across for vraag in down]
    return [_cell(subject, vraag, code, False) for vraag in down for code in across]


def _cell(subject: Subject, vraag: str, code: str, is_turned: bool) -> matrix.Cell:
    found = subject.cells.get(f"{vraag}|{code}") or matrix.Cell(vraag, code, 0, 0, 0)
    if not is_turned:
        return found
    return matrix.Cell(
        code, vraag, found.behoefte, found.certain, found.possible, found.onbekend,
        found.only_paper, found.fragile, found.key, found.only_reach,
    )  # fmt: skip


def _names(subject: Subject) -> Callable[[str], str]:
    """A row or column in words: a vraag, a region or the total."""

    def name(code: str) -> str:
        if not code:
            return "Samen"
        return subject.region_name(code) if code in subject.names else code

    return name


def headline(subject: Subject) -> str:
    """How many cells are short, in words."""
    inner = [cell for cell in subject.cells.values() if cell.row and cell.column]
    states = [matrix.state(cell).name for cell in inner]
    units = f"vraag en {levels.LEVEL_TITLES[subject.per]}"
    short, paper, reach = (states.count(name) for name in ("tekort", "papier", "bereik"))
    fine = states.count("gedekt") + states.count("kwetsbaar")
    if not short and not paper and not reach:
        return f"**Nergens is er een zeker tekort** in de {len(inner)} combinaties van {units}."
    verb = "is" if short == 1 else "zijn"
    said = f"**In {short} van de {len(inner)} combinaties van {units} {verb} er zeker leerlingen zonder plek**"
    if paper:
        said += f"; in nog {paper} is er alleen op papier genoeg"
    if reach:
        said += f"; in nog {reach} is er binnen de norm genoeg, maar niet voor hen"
    rest = len(inner) - short - paper - reach - fine
    said += f". In {fine} vindt iedereen een plek"
    return f"{said}, in {rest} is dat niet zeker." if rest else f"{said}."


def _reading(subject: Subject) -> str:
    return (
        f"In elk vakje: hoeveel leerlingen een plek vinden, van hoeveel, met de "
        f"{RUN_WORDS[subject.basis.run]}. Twee getallen met een streepje: het laagste en het "
        "hoogste, want welke leerling geen plek vindt staat niet altijd vast; het totaal wel. "
        "Klik op een vakje voor de reden."
    )


def _query(key: str) -> dict[str, str]:
    """The address of a cell: what stands in the URL now, and what is kept from other pages."""
    query = {name: str(value) for name, value in st.query_params.items()}
    for name in ("swv", "schooljaar", "aanbod", "vso", "per"):
        kept = st.session_state.get(f"gekozen_{name}")
        if kept:
            query[name] = str(kept)
    role = st.session_state.get("rol")
    if role and role != Role.DIRECTEUR:
        query["rol"] = str(role)
    query.pop("onderdeel", None)
    return {**query, "cel": key}


def _downloads(subject: Subject) -> None:
    """The figures per region, as the indicators give them."""
    pieces = [
        (indicator_named(name), subject.per, subject.figures(name, subject.per))
        for name in DOWNLOADED
    ]
    downloads.together(
        subject.store, [piece for piece in pieces if piece[2]],
        f"dekking-per-{subject.per}-{subject.periode}",
        f"alle {levels.LEVEL_PLURALS[subject.per]}, zonder vso", key="dekking_matrix",
    )  # fmt: skip
    lists.download(subject)
