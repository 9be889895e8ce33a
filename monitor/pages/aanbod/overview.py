"""Overzicht: per vraag and region what there is, and what is missing or not known."""

from collections.abc import Sequence

import streamlit as st

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.pages.aanbod.asked import Asked
from monitor.pages.pieces import figure_parts, filters, phone_table, quiet_line, show_section
from monitor.scholen import aanbod_tally
from monitor.scholen.register import School
from monitor.sections import basic_support
from monitor.sections.aanbod import how_much, what_is_where
from monitor.store.checks import checks, findings
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.values.safe_text import plain
from monitor.views.words import aanbod


LEVELS = {"subregio": "Subregio", "gemeente": "Gemeente"}


def show(asked: Asked) -> None:
    _matrix(asked)
    if asked.whole.sector == "vo":
        # The list is one of schools for vo.
        section = basic_support.make(asked.store, asked.viewer, asked.whole, asked.schooljaar)
        if section is not None:
            show_section.show(section, asked.store.settings.demo)
    _stale(asked)
    _silent(asked)
    if asked.viewer.sees_exact:
        _apart(asked)


def _matrix(asked: Asked) -> None:
    st.header(what_is_where.QUESTION)
    levels = [level for level in LEVELS if len(what_is_where.regions(asked.offers, level)) > 1]
    measures = what_is_where.measures_for(asked)
    with st.container(horizontal=True, gap="medium"):
        name = filters.remembered("maat", "U ziet", list(measures), next(iter(measures)),
                                  lambda key: measures[key][0], width=300)  # fmt: skip
        per = filters.remembered("per_aanbod", "Per", levels, levels[0], LEVELS.__getitem__, width=200) \
            if levels else ""  # fmt: skip
    section = what_is_where.make(asked, name, per)
    show_section.sentences(section.says, section.beside)
    assert section.table is not None
    quiet_line.cards(section.table, section.key)
    for note in section.notes:
        st.caption(plain(note))


# --------------------------------------------------------------------------------- missing


def _stale(asked: Asked) -> None:
    st.header("Wat is niet geëvalueerd?")
    st.markdown(how_much.stale_sentence(asked))
    found = how_much.stale(asked)
    if not found:
        return
    found.sort(
        key=lambda one: (
            one.evaluatiedatum is not None,
            one.evaluatiedatum,
            by_name(one.titel),
            one.code,
        )
    )
    if not asked.is_staff:
        return
    rows = [
        {
            "Arrangement": plain(one.titel),
            "Van": plain(one.provider),
            "Laatst geëvalueerd": aanbod.evaluated(one, asked.today).removesuffix(" (verouderd)"),
        }
        for one in found
    ]
    with st.expander(f"Welke {len(rows)} zijn dat?" if len(rows) > 1 else "Welk is dat?"):
        phone_table.table(rows, "aanbod_verouderd", "Arrangementen die verouderd zijn")


def _silent(asked: Asked) -> None:
    st.header("Wie heeft niets opgegeven?")
    without, untold = aanbod_tally.silent_schools(
        asked.store, asked.whole.sector, asked.whole.code, asked.offers
    )
    if not without and not untold:
        st.markdown("Elke school in het samenwerkingsverband gaf haar arrangementen op.")
    for found, what in (
        (without, "gaf geen enkel arrangement op. Of er aanbod is, is **onbekend**"),
        (untold, ("heeft wel arrangementen, maar gaf van geen daarvan op hoeveel plaatsen er in de "
                 "praktijk zijn")),
    ):  # fmt: skip
        if found:
            st.markdown(_schools(asked, found, what))


def _schools(asked: Asked, found: Sequence[School], what: str) -> str:
    number = f"{len(found)} {dutch.noun(len(found), 'scholen')}"
    if len(found) > 1:
        what = what.replace("gaf ", "gaven ").replace("heeft ", "hebben ")
    names = f" ({aanbod.few([plain(one.naam) for one in found], 12)})" if asked.is_staff else ""
    return f"{number}{names} {what}."


def _apart(asked: Asked) -> None:
    """Words of need and offer that do not meet: each fits nothing but itself. That no pupil has a
    vraag is a count of the matching, which may be wider where it is published: for who sees exact
    figures."""
    st.header("Vragen die elkaar niet vinden")
    basis = Basis(asked.whole.sector, asked.whole.code, asked.schooljaar)
    asked_only, offered_only = aanbod_tally.vragen_apart(asked.store, basis, asked.offers)
    known = asked.schooljaar in from_store.schooljaren(
        asked.store, asked.whole.sector, asked.whole.code
    )
    said = []
    if not known:
        said.append(f"Van {asked.schooljaar} is niet bekend wat leerlingen nodig hebben.")
    elif not asked_only and not offered_only:
        said.append("Elke vraag die leerlingen hebben, komt ook in het aanbod voor, en omgekeerd.")
    if asked_only:
        said.append(f"Leerlingen hebben deze vragen, maar geen lopend arrangement is ervoor: "
                    f"{plain(dutch.joined(asked_only))}.")  # fmt: skip
    if offered_only:
        said.append("Er zijn arrangementen voor deze vragen, maar geen leerling heeft ze: "
                    f"{plain(dutch.joined(offered_only))}.")  # fmt: skip
    said += [
        one.melding + "."
        for name in ("onbekende_ondersteuningsvraag", "onbekend_niveau")
        for one in findings(asked.store, checks()[name])
    ]
    st.markdown("\n".join(f"- {sentence}" for sentence in said))
    st.caption("Een vraag die op geen lijst staat, past alleen bij zichzelf. De lijsten staan in "
               "instellingen.toml (ondersteuningsvragen, niveaus); zonder lijst geldt wat er "
               "geleverd is.")  # fmt: skip
    figure_parts.link("dekking", "Naar Dekking", ":material/arrow_forward:")
