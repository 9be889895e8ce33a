"""Koppelingen: a foreign file's headings and words beside ours, saved under a name."""

import re
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from monitor.errors import MonitorError
from monitor.intake import mapping_proposals
from monitor.intake.mapping_proposals import Peek, ProposedColumn
from monitor.intake.report import Report, SaidOfFile
from monitor.pages.leveringen import words
from monitor.pages.pieces import phone_table, picking
from monitor.sources import sources
from monitor.sources.source import Source
from monitor.store.mappings import Mapping, all_mappings, read_mappings, save_mapping
from monitor.store.versions import Versions
from monitor.values import dutch


NONE = "– staat niet in het bestand –"
REFUSE = "– niet vertalen –"
NOT_SAME = "– nee –"
Give = Callable[[str, SaidOfFile], None]


def is_open(file_id: str) -> bool:
    return bool(st.session_state.get(f"leveringen_koppelen_{file_id}"))


def _open(file_id: str, value: bool) -> None:
    st.session_state[f"leveringen_koppelen_{file_id}"] = value


def open_button(file_id: str) -> None:
    """The way into the editor."""
    st.button(
        "Maak een koppeling",
        icon=":material/link:",
        key=f"leveringen_koppel_{file_id}",
        on_click=_open,
        args=(file_id, True),
        help="Zeg één keer welke kolom van dit bestand welke kolom van de monitor is. "
        "Volgende bestanden van hetzelfde systeem worden dan herkend.",
    )


def editor(look: Peek, report: Report, file_id: str, versions: Versions, give: Give) -> None:
    """Choose per heading of ours one of the file's, translate words, name it and save it."""
    st.markdown("**Koppeling maken**")
    source = _choose_kind(look, report, file_id)
    before = report.mapping if report.mapping and report.mapping.source == source.name else None
    chosen = _choose_headings(source, look, before, file_id)
    translated = _choose_words(source, look, chosen, before, file_id)
    constants = _choose_constants(source, chosen, before, file_id)
    lacking = [t.heading for t in mapping_proposals.targets(source)
               if t.is_required and t.heading not in {*chosen, *constants}]  # fmt: skip
    if lacking:
        st.caption(f"Nog te kiezen: {words.escape(dutch.joined(lacking))}.")
    name = st.text_input(
        "Naam van de koppeling",
        value=before.name if before else _proposed_name(report.file, source),
        key=f"leveringen_naam_{file_id}",
        help="Kleine letters, cijfers en streepjes, bijv. kindkans-tlv.",
    )
    with st.container(horizontal=True):
        if st.button("Bewaar de koppeling en keur opnieuw", type="primary",
                     disabled=bool(lacking), key=f"leveringen_bewaar_{file_id}"):  # fmt: skip
            made = mapping_proposals.make_mapping(name.strip(), source, chosen, translated)
            mapping = made.model_copy(update={"constants": constants})
            _save(mapping, file_id, versions, give)
        st.button("Sluit zonder bewaren", key=f"leveringen_sluit_{file_id}", on_click=_open,
                  args=(file_id, False))  # fmt: skip


def _save(mapping: Mapping, file_id: str, versions: Versions, give: Give) -> None:
    existing = read_mappings(versions.mappings).get(mapping.name)
    try:
        if existing is not None and existing.source != mapping.source:
            raise MonitorError(
                f"Er is al een koppeling '{mapping.name}' voor een andere soort bestand. "
                "Kies een andere naam."
            )
        save_mapping(versions.mappings, mapping)
    except MonitorError as error:
        st.error(str(error))
        return
    give(file_id, SaidOfFile(mapping.name))
    _open(file_id, False)
    st.rerun()


def _choose_kind(look: Peek, report: Report, file_id: str) -> Source:
    names = mapping_proposals.nearest(look.headings)
    first = report.source or names[0]
    name = picking.one(
        "Wat voor bestand is het?",
        names,
        lambda n: words.kind_title(sources()[n]),
        required=True,
        index=names.index(first),
        key=f"leveringen_koppelsoort_{file_id}",
    )
    return sources()[name or first]


def _choose_headings(
    source: Source, look: Peek, before: Mapping | None, file_id: str
) -> dict[str, str]:
    """Our heading → theirs; what is required comes first and open."""
    proposed = mapping_proposals.propose(source, look.headings)
    if before is not None:
        there = {ours: h for h, ours in before.headings.items() if h in look.headings}
        proposed = {o: h for o, h in proposed.items() if h not in there.values()} | there
    all_targets = mapping_proposals.targets(source)
    needed = [t for t in all_targets if t.is_required]
    extra = [t for t in all_targets if not t.is_required]
    chosen: dict[str, str] = {}
    st.markdown("**Deze kolommen zijn nodig.** Kies bij elke kolom hoe die in uw bestand heet.")
    for target in needed:
        _choose_heading(target, look, proposed, chosen, source, file_id)
    found = sum(t.heading in proposed for t in extra)
    if extra:
        with st.expander(f"Deze kolommen mogen ({len(extra)}, waarvan {found} gevonden)"):
            for target in extra:
                _choose_heading(target, look, proposed, chosen, source, file_id)
    double = {theirs for theirs in chosen.values() if list(chosen.values()).count(theirs) > 1}
    if double:
        st.warning(
            f"Twee keer gekozen: {words.escape(dutch.joined(sorted(double)))}. "
            "Kies elke kolom van uw bestand één keer."
        )
        return {ours: theirs for ours, theirs in chosen.items() if theirs not in double}
    return chosen


def _choose_heading(
    target: ProposedColumn,
    look: Peek,
    proposed: dict[str, str],
    chosen: dict[str, str],
    source: Source,
    file_id: str,
) -> None:
    options = [NONE, *look.headings]
    first = proposed.get(target.heading, NONE)
    theirs = picking.one(
        f"{target.heading}: {expected(target)}",
        options,
        index=options.index(first),
        key=f"leveringen_kop_{file_id}_{source.name}_{target.heading}",
    )
    if theirs not in (None, NONE):
        chosen[target.heading] = theirs


def expected(target: ProposedColumn) -> str:
    """What belongs in a column, in words."""
    if target.is_brin:
        return "het BRIN van vier tekens, als de vestiging in twee kolommen staat"
    parts = [target.column.heading.description, target.column.spelling.expected.partition(";")[0]]
    return ", ".join(part for part in parts if part)


def _choose_words(
    source: Source, look: Peek, chosen: dict[str, str], before: Mapping | None, file_id: str
) -> dict[str, dict[str, str]]:
    """Per heading of ours the file's own words → ours; only for columns with fixed words."""
    out: dict[str, dict[str, str]] = {}
    for target in mapping_proposals.targets(source):
        theirs = chosen.get(target.heading)
        options = mapping_proposals.known_words(target.column)
        if theirs is None or target.is_brin or not options:
            continue
        if theirs not in look.words:
            st.caption(
                f"In '{words.escape(theirs)}' staan geen vaste woorden. Klopt de keuze bij "
                f"{words.escape(target.heading)}?"
            )
            continue
        found = mapping_proposals.unknown_words(target.column, look.words[theirs])
        if found:
            st.markdown(
                f"**Woorden in '{words.escape(theirs)}'** en wat zij hier betekenen. Rijen met een "
                "woord dat niet vertaald is, worden geweigerd."
            )
        for word in found:
            table = before.words if before else {}
            known = table.get(target.heading, {}) | table.get(theirs, {})
            first = known.get(word) or mapping_proposals.propose_word(target.column, word) or REFUSE
            ours = picking.one(
                words.escape(word),
                [REFUSE, *options],
                index=[REFUSE, *options].index(first),
                key=f"leveringen_woord_{file_id}_{target.heading}_{word}",
            )
            if ours not in (None, REFUSE):
                out.setdefault(target.heading, {})[word] = ours
    return out


def _choose_constants(
    source: Source, chosen: dict[str, str], before: Mapping | None, file_id: str
) -> dict[str, str]:
    """Per required heading that the file does not have, the one word that holds for every row."""
    known = before.constants if before else {}
    out = {heading: value for heading, value in known.items() if heading not in chosen}
    for target in mapping_proposals.targets(source):
        options = mapping_proposals.known_words(target.column)
        if target.heading in chosen or not target.is_required or not options:
            continue
        first = known.get(target.heading, "").lower()
        word = picking.one(
            f"{target.heading} staat niet in het bestand. Overal dezelfde waarde?",
            [NOT_SAME, *options],
            index=[NOT_SAME, *options].index(first) if first in options else 0,
            key=f"leveringen_overal_{file_id}_{source.name}_{target.heading}",
        )
        out.pop(target.heading, None)
        if word not in (None, NOT_SAME):
            out[target.heading] = word
    return out


def _proposed_name(file: str, source: Source) -> str:
    stem = re.sub(r"[^a-z]+", "-", Path(file).stem.lower()).strip("-")[:24].strip("-")
    if not stem or stem in sources():
        stem = "systeem"
    return stem if source.name in stem else f"{stem}-{source.name.replace('_', '-')}"[:40]


def saved(versions: Versions) -> None:
    """All saved mappings; deleting one asks first."""
    if not read_mappings(versions.mappings):
        st.markdown(
            "Er zijn nog geen koppelingen. U maakt er een als u een bestand levert met andere "
            "kolomkoppen dan de monitor kent; kies dan 'Maak een koppeling'."
        )
    st.markdown(
        "Met een koppeling herkent de monitor bestanden van een ander systeem aan hun kolomkoppen."
    )
    for name, mapping in all_mappings(versions.mappings).items():
        with st.container(border=True):
            _one(name, mapping, versions)


def _one(name: str, mapping: Mapping, versions: Versions) -> None:
    st.markdown(f"**{words.escape(name)}** – {words.kind_title(sources()[mapping.source])}")
    rows = [
        {"Kolom in het bestand": words.escape(theirs), "Kolom van de monitor": words.escape(ours)}
        for theirs, ours in mapping.headings.items()
    ]
    rows += [
        {
            "Kolom in het bestand": f"{words.escape(heading)}: {words.escape(theirs)}",
            "Kolom van de monitor": words.escape(ours),
        }
        for heading, table in mapping.words.items()
        for theirs, ours in table.items()
    ]
    rows += [
        {
            "Kolom in het bestand": f"overal dezelfde waarde: {words.escape(value)}",
            "Kolom van de monitor": words.escape(heading),
        }
        for heading, value in mapping.constants.items()
    ]
    with st.expander(f"Wat zij vertaalt ({words.amount(len(rows), 'vertaling', 'vertalingen')})"):
        phone_table.table(rows, f"leveringen_vertaling_{name}", f"Vertalingen van {name}")
    if not (versions.mappings / f"{name}.toml").exists():
        st.caption("Deze koppeling hoort bij de monitor.")
        return
    asked = f"leveringen_weg_{name}"
    if not st.session_state.get(asked):
        if st.button("Verwijder deze koppeling", key=f"{asked}_vraag"):
            st.session_state[asked] = True
            st.rerun()
        return
    st.markdown(
        "Nieuwe bestanden worden dan niet meer zo herkend. Wat al geleverd is verandert niet: elke "
        "levering bewaart haar eigen koppeling."
    )
    with st.container(horizontal=True):
        if st.button("Ja, verwijder haar", type="primary", key=f"{asked}_ja"):
            (versions.mappings / f"{name}.toml").unlink(missing_ok=True)
            del st.session_state[asked]
            st.rerun()
        if st.button("Nee, bewaar haar", key=f"{asked}_nee"):
            del st.session_state[asked]
            st.rerun()
