"""What was found in one file: what it is, how many rows, what is wrong and where, what now."""

import datetime as dt
import re
from collections.abc import Sequence

import streamlit as st

from monitor.errors import Problem
from monitor.intake.judging import messages
from monitor.intake.judging.recognising import required
from monitor.intake.mapping_proposals import Peek, nearest
from monitor.intake.report import Report, SaidOfFile
from monitor.pages.leveringen import mappings, words
from monitor.pages.pieces import phone_table, picking
from monitor.sources import sources
from monitor.sources.source import Running
from monitor.store.mappings import all_mappings
from monitor.store.versions import Versions
from monitor.values import dutch, moments
from monitor.views.files import separated


GIVEN = "leveringen_gegeven"
SHOWN, LINES = 20, 5
"""Different problems on screen, and lines of each; the rest is in the download."""


def given(file_id: str) -> SaidOfFile:
    """What the sender chose for this file."""
    chosen: dict[str, SaidOfFile] = st.session_state.setdefault(GIVEN, {})
    return chosen.get(file_id, SaidOfFile())


def give(file_id: str, value: SaidOfFile) -> None:
    st.session_state.setdefault(GIVEN, {})[file_id] = value


def show(report: Report, look: Peek | None, file_id: str, versions: Versions) -> None:
    """One file's report, with what its sender can choose."""
    with st.container(border=True):
        st.markdown(f"**{words.escape(report.file)}** {_badge(report)}")
        if report.source:
            st.markdown("  \n".join(_what_it_is(report)))
        for remark in _remarks(report):
            st.caption(words.escape(words.for_page(remark)))
        if report.problems:
            _problems(report, look, f"leveringen_fouten_{file_id}")
        _choices(report, look, file_id, versions)


def _remarks(report: Report) -> list[str]:
    """Without the one about the date: the page asks for it instead."""
    if not report.is_moment_guessed:
        return report.remarks
    return [remark for remark in report.remarks if remark != messages.remark_moment()]


def _badge(report: Report) -> str:
    if report.problems:
        return ":red-badge[:material/close: niet goed]"
    if report.unchanged:
        return ":gray-badge[:material/equal: al geleverd]"
    if report.is_moment_guessed:
        return ":orange-badge[:material/event: datum nodig]"
    return ":green-badge[:material/check: goed]"


def _what_it_is(report: Report) -> list[str]:
    about = ""
    if report.moment and not report.is_moment_guessed:
        about = f", over {moments.date(report.moment)}"
    publisher = sources()[report.source].publisher
    what = f"Dit is een bestand **‘{report.title}’** ({publisher}){about}."
    lines = [f"{what} {report.why[:1].upper()}{words.escape(report.why[1:])}."]
    if report.rows:
        counts = [f"{words.rows(report.rows)} gelezen"]
        if not report.unchanged:
            counts.append(f"{dutch.number(report.loaded)} te laden")
        counts.append(f"{dutch.number(report.refused)} geweigerd")
        lines.append(f"{dutch.joined(counts)}.")
    return lines


def _problems(report: Report, look: Peek | None, key: str) -> None:
    """What is wrong with the file as a whole in sentences, what is wrong in its rows in a table."""
    for problem in report.problems:
        if not problem.line:
            st.markdown(words.escape(_whole(problem)))
    if not report.source and look is not None:
        st.markdown("\n".join(_candidates(look)))
    in_rows = [problem for problem in report.problems if problem.line]
    if in_rows:
        _table(in_rows, report.file, key)


def _whole(problem: Problem) -> str:
    """A problem of the whole file; kinds of file by their title, and not as the command line."""
    message = re.sub(r" Het lijkt het meest op .*\)\.", "", words.for_page(problem.text))
    for name, source in sources().items():
        message = message.replace(f"'{name}'", f"'{source.title}'")
    found = re.fullmatch(r"(.* meer dan één soort zijn: )(.*?)(\. .*)", message)
    if found:
        titles = [words.kind_title(sources()[name]) for name in found[2].split(", ")]
        message = found[1] + dutch.joined(titles, "of") + found[3]
    return f"Kolom '{problem.column}': {message}" if problem.column else words.capital(message)


def _candidates(look: Peek) -> list[str]:
    """The kinds of file that it may be, each with what is missing."""
    lines = []
    for name in nearest(look.headings)[:3]:
        lacking = required(sources()[name], list(look.headings))[1]
        if lacking:
            missing = words.escape(dutch.joined(lacking))
            lines.append(f"- **{words.kind_title(sources()[name])}**: er ontbreekt {missing}.")
    return ["Het lijkt het meest op:", "", *lines] if lines else []


def _table(problems: Sequence[Problem], file: str, key: str) -> None:
    """Where, what, what now: the same problem on many lines is told once."""
    lines: dict[tuple[str, str], list[int]] = {}
    for problem in problems:
        lines.setdefault((problem.column, problem.text), []).append(problem.line)
    rows = []
    for (column, message), where in list(lines.items())[:SHOWN]:
        what, now = words.halves(words.for_page(message))
        row = {"Regel": _lines(where), "Kolom": column, "Wat is er mis": what, "Wat nu": now}
        rows.append({title: words.escape(cell) for title, cell in row.items()})
    if not any(row["Kolom"] for row in rows):
        rows = [{title: row[title] for title in row if title != "Kolom"} for row in rows]
    phone_table.table(rows, key, f"Fouten in {file}", untitled=0)
    if len(lines) > SHOWN:
        st.caption(f"En nog {dutch.number(len(lines) - SHOWN)} andere; alles staat in de download.")


def _lines(numbers: Sequence[int]) -> str:
    """4, 5, 6 en nog 12"""
    shown = [str(number) for number in numbers[:LINES]]
    if len(numbers) <= LINES:
        return dutch.joined(shown)
    return f"{', '.join(shown)} en nog {dutch.number(len(numbers) - LINES)}"


def problems_csv(problems: Sequence[Problem]) -> bytes:
    """All problems, as Dutch Excel opens them."""
    rows = [
        (problem.file, problem.line, problem.column, *words.halves(words.for_page(problem.text)))
        for problem in problems
    ]
    titles = ["bestand", "regel", "kolom", "wat is er mis", "wat nu"]
    return separated.for_excel(titles, rows).encode()


def _choices(report: Report, look: Peek | None, file_id: str, versions: Versions) -> None:
    """Kind and date, open when they are what is missing, else out of the way."""
    if report.unchanged:
        return
    if mappings.is_open(file_id) and look is not None:
        mappings.editor(look, report, file_id, versions, give)
        return
    source = sources().get(report.source)
    if source is not None and source.running is not None:
        _choose_whole(report, source.running, file_id)
    lacks_moment = report.moment is None or (report.is_moment_guessed and not report.problems)
    if source is not None and source.moment is not None and lacks_moment:
        _choose_moment(report, file_id)
    elif look is not None and (source is None or _lacks_columns(report, look)):
        _choose_kind(look, file_id, versions)
        mappings.open_button(file_id)
    elif source is not None:
        with st.expander("Klopt dit niet? Kies zelf de soort of de datum"):
            _choose_kind(look, file_id, versions)
            if source.moment is not None:
                _choose_moment(report, file_id)
            if look is not None:
                mappings.open_button(file_id)


def _lacks_columns(report: Report, look: Peek) -> bool:
    return report.mapping is None and bool(
        required(sources()[report.source], list(look.headings))[1]
    )


def _choose_whole(report: Report, running: Running, file_id: str) -> None:
    """Whether what is not in the file has ended, or is only not in this file."""
    key = f"leveringen_volledig_{file_id}"
    more = running.what[1]
    choices = {
        False: "Een aanvulling: wat er niet in staat, blijft zoals het is",
        True: f"De volledige lijst: alle {more} die nog lopen staan erin",
    }
    picking.written_out(
        "Staat alles wat nog loopt in dit bestand?",
        choices,
        choices.__getitem__,
        index=int(report.is_whole),
        key=key,
        help=f"Open {more} die niet in een volledige lijst staan, gelden als geëindigd op een "
        "onbekende dag. Kies dit alleen als de lijst over alle gemeenten en scholen in de monitor gaat.",
        on_change=lambda: give(file_id, given(file_id)._replace(is_whole=st.session_state[key])),
    )


def _choose_moment(report: Report, file_id: str) -> None:
    key = f"leveringen_datum_{file_id}"
    moment = sources()[report.source].moment
    assert moment is not None
    is_list = moment.fallback == "onbekend"

    def choose() -> None:
        give(file_id, given(file_id)._replace(moment=st.session_state[key] or None))

    likely = report.likely if report.is_moment_guessed else None
    if likely is not None:
        # Filled in below, but nobody said so yet.
        st.button(
            f"Is dit van {moments.date(likely)}? Ja",
            key=f"leveringen_datum_ja_{file_id}",
            on_click=give,
            args=(file_id, given(file_id)._replace(moment=likely)),
        )
    st.date_input(
        "Van welke datum is deze lijst?" if is_list else "Over welke datum gaat dit bestand?",
        value=given(file_id).moment or (likely or report.moment),
        min_value=dt.date(1990, 1, 1),
        max_value=dt.date.today() + dt.timedelta(days=366),
        format="DD-MM-YYYY",
        key=key,
        help=(
            "De dag vanaf wanneer de lijst geldt. Wat alleen op een oudere lijst staat, geldt vanaf "
            "deze dag als gesloten of opgeheven."
            if is_list
            else "De peildatum: meestal 1 oktober van het schooljaar."
        ),
        on_change=choose,
    )
    if report.moment is None:
        # The field tells nothing until it is left, and a click on the button leaves it.
        st.button("Gebruik deze datum", key=f"leveringen_datum_typt_{file_id}", on_click=choose)
        if likely is not None:
            st.caption(
                "Dit is een voorstel: de datum van de nieuwste telling. Staat er een andere datum bij "
                "waar u de lijst haalde, neem dan die."
            )
        else:
            usual = moments.date(dt.date(2025, moment.month, moment.day))[:-5]
            st.caption(
                "Typ dag, maand en jaar en druk dan op de knop, of kies een dag in de kalender. Weet "
                f"u alleen het jaar, neem dan {usual} van dat jaar."
            )


def _choose_kind(look: Peek | None, file_id: str, versions: Versions) -> None:
    key = f"leveringen_soort_{file_id}"
    titles = {"": "laat de monitor het herkennen"}
    titles |= {name: f"koppeling {name}" for name in all_mappings(versions.mappings)}
    titles |= {name: words.kind_title(source) for name, source in sources().items()}
    chosen = given(file_id).source if given(file_id).source in titles else ""
    picking.one(
        "Wat voor bestand is dit?",
        titles,
        titles.__getitem__,
        index=list(titles).index(chosen),
        key=key,
        on_change=lambda: give(file_id, given(file_id)._replace(source=st.session_state[key])),
    )
    if look is not None and chosen in sources():
        lacking = required(sources()[chosen], list(look.headings))[1]
        if lacking:
            st.caption(
                f"Voor deze soort ontbreekt nog: {words.escape(dutch.joined(lacking))}. Heten die "
                "kolommen in dit bestand anders? Maak dan een koppeling."
            )
