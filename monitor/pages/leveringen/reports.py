"""What was found in one file: what it is, how many rows, what is wrong and where, what now."""

import csv
import datetime as dt
import io
from collections.abc import Sequence

import streamlit as st

from monitor.deliveries import Given, Report
from monitor.errors import Problem
from monitor.mappings import read_mappings
from monitor.pages.leveringen import coupling, words
from monitor.sources import sources
from monitor.sources.recognising import required
from monitor.suggesting import Peek
from monitor.versions import Versions
from monitor.views import text


GIVEN = "leveringen_gegeven"
SHOWN = 20
"""Problems on screen; the rest is in the download."""


def given(file_id: str) -> Given:
    """What the sender chose for this file."""
    chosen: dict[str, Given] = st.session_state.setdefault(GIVEN, {})
    return chosen.get(file_id, Given())


def give(file_id: str, value: Given) -> None:
    st.session_state.setdefault(GIVEN, {})[file_id] = value


def show(report: Report, look: Peek | None, file_id: str, versions: Versions) -> None:
    """One file's report, with what its sender can choose."""
    with st.container(border=True):
        st.markdown(f"**{words.escape(report.file)}** {_badge(report)}")
        if report.source:
            st.markdown("  \n".join(_what_it_is(report)))
        for remark in report.remarks:
            st.caption(words.escape(words.for_page(remark)))
        if report.problems:
            _problems(report)
        _choices(report, look, file_id, versions)


def _badge(report: Report) -> str:
    if report.problems:
        return f":red-badge[:material/close: {words.amount(_number(report), 'fout', 'fouten')}]"
    if report.unchanged:
        return ":gray-badge[:material/equal: al geleverd]"
    return ":green-badge[:material/check: goed]"


def _number(report: Report) -> int:
    """Of a column with very many faults only the first are listed, so rows may be more."""
    return max(len(report.problems), report.refused)


def _what_it_is(report: Report) -> list[str]:
    about = ""
    if report.moment:
        about = f", over {text.date(report.moment)}"
    what = f"Dit is **{report.title}** ({sources()[report.source].publisher}){about}."
    lines = [f"{what} {report.why[:1].upper()}{words.escape(report.why[1:])}."]
    if report.rows:
        counts = [f"{words.rows(report.rows)} gelezen"]
        if not report.unchanged:
            counts.append(f"{text.number(report.loaded)} te laden")
        counts.append(f"{text.number(report.refused)} geweigerd")
        lines.append(f"{text.joined(counts)}.")
    return lines


def _problems(report: Report) -> None:
    """What is wrong with the file as a whole in a sentence, what is wrong in its rows in a table."""
    whole = [problem for problem in report.problems if not problem.line]
    for problem in whole:
        message = words.for_page(problem.text)
        where = f"Kolom '{problem.column}': " if problem.column else ""
        st.markdown(words.escape(where + (message if where else words.capital(message))))
    in_rows = [problem for problem in report.problems if problem.line]
    if in_rows:
        _table(in_rows, report.file)


def _table(problems: Sequence[Problem], file: str) -> None:
    """Where, what, what now; of a long list the beginning."""
    rows = []
    for problem in problems[:SHOWN]:
        what, now = words.halves(words.for_page(problem.text))
        rows.append(
            {
                "Regel": str(problem.line),
                "Kolom": words.escape(problem.column),
                "Wat is er mis": words.escape(what),
                "Wat nu": words.escape(now),
            }
        )
    if all(not row["Kolom"] for row in rows):
        rows = [{key: row[key] for key in row if key != "Kolom"} for row in rows]
    st.table(rows, hide_index=True, border="horizontal", alt=f"Fouten in {file}")
    if len(problems) > SHOWN:
        st.caption(f"En nog {text.number(len(problems) - SHOWN)}; alles staat in de download.")


def problems_csv(problems: Sequence[Problem]) -> bytes:
    """All problems, as Dutch Excel opens them."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["bestand", "regel", "kolom", "wat is er mis", "wat nu"])
    for problem in problems:
        what, now = words.halves(words.for_page(problem.text))
        writer.writerow([problem.file, problem.line or "", problem.column, what, now])
    return out.getvalue().encode("utf-8-sig")


def _choices(report: Report, look: Peek | None, file_id: str, versions: Versions) -> None:
    """Kind and date, open when they are what is missing, else out of the way."""
    if report.unchanged:
        return
    if coupling.is_open(file_id) and look is not None:
        coupling.editor(look, report, file_id, versions, give)
        return
    source = sources().get(report.source)
    if source is not None and source.moment is not None and report.moment is None:
        _choose_moment(report, file_id)
    elif look is not None and (source is None or _lacks_columns(report, look)):
        _choose_kind(look, file_id, versions)
        coupling.open_button(file_id)
    elif source is not None:
        with st.expander("Klopt dit niet? Kies zelf de soort of de datum"):
            _choose_kind(look, file_id, versions)
            if source.moment is not None:
                _choose_moment(report, file_id)
            if look is not None:
                coupling.open_button(file_id)


def _lacks_columns(report: Report, look: Peek) -> bool:
    return report.mapping is None and bool(
        required(sources()[report.source], list(look.headings))[1]
    )


def _choose_moment(report: Report, file_id: str) -> None:
    key = f"leveringen_datum_{file_id}"
    st.date_input(
        "Over welke datum gaat dit bestand?",
        value=given(file_id).moment or report.moment,
        min_value=dt.date(1990, 1, 1),
        max_value=dt.date.today() + dt.timedelta(days=366),
        format="DD-MM-YYYY",
        key=key,
        help="De peildatum: meestal 1 oktober van het schooljaar.",
        on_change=lambda: give(
            file_id, Given(given(file_id).source, st.session_state[key] or None)
        ),
    )


def _choose_kind(look: Peek | None, file_id: str, versions: Versions) -> None:
    key = f"leveringen_soort_{file_id}"
    titles = {"": "laat de monitor het herkennen"}
    titles |= {name: f"koppeling {name}" for name in read_mappings(versions.mappings)}
    titles |= {name: words.kind_title(source) for name, source in sources().items()}
    chosen = given(file_id).source if given(file_id).source in titles else ""
    st.selectbox(
        "Wat voor bestand is dit?",
        list(titles),
        index=list(titles).index(chosen),
        format_func=titles.__getitem__,
        key=key,
        on_change=lambda: give(file_id, Given(st.session_state[key], given(file_id).moment)),
    )
    if look is not None and chosen in sources():
        lacking = required(sources()[chosen], list(look.headings))[1]
        if lacking:
            st.caption(
                f"Voor deze soort ontbreekt nog: {words.escape(text.joined(lacking))}. Heten die "
                "kolommen in dit bestand anders? Maak dan een koppeling."
            )
