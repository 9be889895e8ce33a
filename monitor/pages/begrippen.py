"""Begrippen: every indicator and term, the rules, and the files that can be delivered."""

from collections.abc import Sequence

import streamlit as st

from monitor import attention
from monitor.access import Viewer
from monitor.attention import page_of
from monitor.catalogue import catalogue, in_use, working_definition
from monitor.checks import checks
from monitor.definitions import definitions
from monitor.disclosure import classes_of
from monitor.disclosure.policy import least_cases
from monitor.glossary import Term, matches, term_named, terms
from monitor.indicators import Indicator, figures
from monitor.levels import LEVEL_TITLES
from monitor.pages import filters, parts
from monitor.pages.leveringen import cards
from monitor.pages.text_table import of_texts
from monitor.safe_text import plain
from monitor.sources import sources
from monitor.sources.source import Source
from monitor.store import Store
from monitor.views import dutch, moments, sentences, text


PARTS = {
    "cijfers": "Cijfers",
    "thuiszitters": "Definities van thuiszitten",
    "woorden": "Woorden",
    "regels": "Regels",
    "bestanden": "Bestanden",
}
DIRECTIONS = {"hoger": "hoger is beter", "lager": "lager is beter", "geen": "geen van beide"}


def show(store: Store, viewer: Viewer) -> None:
    st.title("Begrippen")
    if _asked_for(store, viewer):
        st.divider()
    words = filters.remembered_text(
        "zoekterm",
        "Zoek een cijfer of een woord",
        type="search",
        placeholder="bijvoorbeeld vso, teller of thuiszitter",
    )
    if words:
        _found(store, viewer, words)
        return
    part = filters.remembered_choice(
        "onderdeel", "Onderdeel", list(PARTS), "cijfers", PARTS.__getitem__
    )
    match part:
        case "thuiszitters":
            _register(store)
        case "woorden":
            st.header("Woorden van A tot Z")
            _terms(terms())
        case "regels":
            _rules(store)
        case "bestanden":
            _files()
        case _:
            _indicators(store, viewer, _mine(store, viewer))


def _mine(store: Store, viewer: Viewer) -> list[Indicator]:
    """The indicators that are for this role, the same theme together; of what is one per definition
    or per sector only the one that the samenwerkingsverband works with."""
    own = (store.settings.swv or "VO")[:2].lower()
    found: dict[str, Indicator] = {}
    for one in in_use(store.settings):
        if viewer.role in one.audience and (one.measure not in found or one.sector == own):
            found[one.measure] = one
    return sorted(found.values(), key=lambda i: (i.theme, i.title))


def _asked_for(store: Store, viewer: Viewer) -> bool:
    """What a link from elsewhere asks for, open and on top: `?indicator=…` or `?begrip=…`."""
    name, begrip = st.query_params.get("indicator", ""), st.query_params.get("begrip", "")
    indicator = catalogue().get(name)
    if indicator is not None and viewer.role in indicator.audience:
        st.header(indicator.title)
        _indicator(store, viewer, indicator)
        return True
    term = term_named(begrip)
    if term is not None:
        st.header(term.name)
        _term(term)
        return True
    if name or begrip:
        st.info(f"‘{plain((name or begrip)[:60])}’ staat niet in deze lijst. Zoek het hieronder.")
    return False


# --------------------------------------------------------------------------- indicators


def _indicators(store: Store, viewer: Viewer, found: Sequence[Indicator]) -> None:
    theme = ""
    for indicator in found:
        if indicator.theme != theme:
            theme = indicator.theme
            st.header(theme.capitalize())
        with st.expander(indicator.title):
            _indicator(store, viewer, indicator)


def _indicator(store: Store, viewer: Viewer, indicator: Indicator) -> None:
    """Everything that one must know to use or check a figure."""
    st.markdown(indicator.definition)
    if indicator.changed:
        st.markdown(f"**Veranderd.** {indicator.changed}")
    if indicator.caveat:
        st.markdown(f"**Let op.** {indicator.caveat}")
    levels = [LEVEL_TITLES[level] for level in indicator.levels]
    rows = [
        ("Teller", indicator.teller),
        ("Noemer", indicator.noemer),
        ("Formule", _formula(indicator)),
        ("Eenheid", "procent" if indicator.unit == "%" else indicator.unit),
        ("Moment", indicator.moment),
        ("Telt thuiszitters volgens", _definition_words(indicator)),
        ("Er is een cijfer per", dutch.joined(levels)),
        ("Uitsplitsing", dutch.joined(indicator.breakdown)),
        ("Wat is beter", DIRECTIONS[indicator.direction]),
        ("Nieuwste cijfer hier", _newest(store, viewer, indicator)),
        ("Naam in downloads", indicator.name),
    ]
    told = [{"Wat": label, "Uitleg": plain(value)} for label, value in rows if value]
    st.table(of_texts(told),
             hide_header=True, hide_index=True, border="horizontal",
             alt=f"Kenmerken van {indicator.title}")  # fmt: skip
    st.markdown("**Wat u ervoor levert**\n" + "".join(map(_needed, indicator.source)))
    page, query = page_of(indicator)
    if page != "begrippen" and page in st.session_state.get("pages", {}):
        parts.link(page, f"Naar dit cijfer op {page.capitalize()}", ":material/arrow_forward:",
                   **query)  # fmt: skip


def _definition_words(indicator: Indicator) -> str:
    if not indicator.definitie:
        return ""
    others = [code for code in definitions() if code != indicator.definitie]
    return (
        f"{indicator.definitie}. Hetzelfde cijfer is er ook volgens {dutch.joined(others)}: zet de "
        "code, met kleine letters, achter de naam in downloads."
    )


def _formula(indicator: Indicator) -> str:
    match indicator.kind, indicator.statistic:
        case "aantal", _:
            return "de teller"
        case "duur", "binnen":
            return (
                "schatting van Kaplan en Meier: het deel dat binnen "
                f"{indicator.within_days} dagen voorbij is"
            )
        case "duur", _:
            return "de mediaan: de helft duurt korter, de helft langer"
    times = {"aandeel": ", maal 100", "per_duizend": ", maal 1.000"}.get(indicator.kind, "")
    return f"teller gedeeld door noemer{times}"


def _register(store: Store) -> None:
    """Every definition of thuiszitten: code, text, source and validity."""
    own = working_definition(store.settings)
    st.header("Definities van thuiszitten")
    st.markdown(
        "Wie een thuiszitter is, verschilt per wet, telling en regio. De monitor rekent ze alle uit "
        "dezelfde meldingen; elk cijfer noemt zijn definitie. Dit samenwerkingsverband werkt met "
        f"**{definitions()[own].title}** ({own}); de beheerder kan dat in de instellingen veranderen."
    )
    rows = [
        {
            "Code": one.code,
            "Naam": one.title + (" (werkdefinitie)" if one.code == own else ""),
            "Wie telt mee": " ".join(filter(None, (one.text, one.unsure))),
            "Bron": one.source,
            "Geldig": one.validity or "nog steeds",
            "Duur in": one.weeks,
            "Landelijk geteld": "ja, in de Leerplichttelling" if one.national else "nee",
        }
        for one in definitions().values()
    ]
    cards.table(rows, "begrippen_definities", "Het register van definities")
    if "thuiszitters" in st.session_state.get("pages", {}):
        parts.link("thuiszitters", "Naar Thuiszitters", ":material/arrow_forward:")


def _newest(store: Store, viewer: Viewer, indicator: Indicator) -> str:
    """The newest period of which this store has figures, on any level."""
    level = "swv" if "swv" in indicator.levels else indicator.levels[-1]
    found = figures(store, viewer, indicator, level)
    if not found:
        return "nog geen: lever de bestanden hieronder"
    newest = max(figure.periode for figure in found)
    return moments.period(newest, indicator.moment)


def _needed(name: str) -> str:
    source = sources()[name]
    return f"\n- {plain(source.title)} ({source.publisher}). Te halen bij {plain(source.where)}."


# -------------------------------------------------------------------------------- terms


def _terms(found: Sequence[Term]) -> None:
    for term in found:
        st.subheader(term.name, anchor=term.address)
        _term(term)


def _term(term: Term) -> None:
    st.markdown(term.text)
    if term.avoid:
        st.caption(f"Zeg niet: {term.avoid}")


def _found(store: Store, viewer: Viewer, words: str) -> None:
    """Indicators and terms in which every word occurs."""
    indicators = [
        i
        for i in _mine(store, viewer)
        if matches(words, i.title, i.short, i.definition, i.teller, i.noemer, i.name)
    ]
    named = [t for t in terms() if matches(words, t.name)]
    told = [t for t in terms() if t not in named and matches(words, t.text, t.avoid)]
    count = len(indicators) + len(named) + len(told)
    if not count:
        st.markdown(f"Niets gevonden bij ‘{plain(words)}’. Probeer een korter woord.")
        return
    st.markdown(
        f"**{len(indicators)} {'cijfer' if len(indicators) == 1 else 'cijfers'} en "
        f"{len(named) + len(told)} {'woord' if len(named) + len(told) == 1 else 'woorden'} "
        f"gevonden bij ‘{plain(words)}’.**"
    )  # fmt: skip
    if named:
        st.header("Woorden")
        _terms(named)
    if indicators:
        st.header("Cijfers")
    for indicator in indicators:
        with st.expander(indicator.title, expanded=count == 1):
            _indicator(store, viewer, indicator)
    if told:
        st.header("Ook genoemd bij")
        _terms(told)


# -------------------------------------------------------------------------------- rules


def _rules(store: Store) -> None:
    few = store.settings.drempel
    st.header("Waar moet u naar kijken?")
    st.markdown("Een zin komt op het overzicht als een van deze regels waar is, de bovenste eerst:")
    st.markdown("\n".join(f"{n}. {rule.text}" for n, rule in enumerate(attention.RULES, 1)))
    st.header("Wat toeval kan zijn")
    st.markdown(sentences.CHANCE_RULE)
    st.header("Verschillen")
    st.markdown(text.DIFFERENCE_RULE)
    st.header("Kleine aantallen")
    st.markdown(
        "Precieze aantallen leerlingen ziet alleen wie voor het samenwerkingsverband zelf werkt, of "
        f"er toestemming voor kreeg. Ieder ander ziet ze in {classes_of(few)}, op het scherm "
        f"en in elke download. Van 1 tot en met {few - 1} staat er ‘{text.few(few)}’. Nul "
        "wordt wel getoond. Soms is een klasse breder, omdat een klein aantal anders uit een "
        "som zou volgen. Een percentage volgt uit de klassen, en een duur staat er in hele weken, "
        f"van {least_cases(few)} gevallen of meer. Uitsplitsingen zijn er dan alleen van het hele "
        "samenwerkingsverband."
    )
    st.markdown(
        "Verbergt de bron een aantal (‘<5’ of ‘-1’), dan staat er 1–4 en rekent de monitor met beide "
        "uitersten."
    )
    st.header("Controles op de gegevens")
    st.markdown("Vindt een controle niets, dan is het goed.")
    rows = [
        {"Controle": plain(c.title), "Ernst": c.seriousness, "Wat te doen": plain(c.advice)}
        for c in sorted(checks().values(), key=lambda c: (c.seriousness != "fout", c.title))
    ]
    cards.table(rows, "begrippen_controles", "De controles op de gegevens")


# -------------------------------------------------------------------------------- files


def _files() -> None:
    st.markdown(
        "Deze bestanden kunt u leveren: als CSV, of als eerste blad van een Excelbestand. De "
        "volgorde van de kolommen en hoofdletters in de koppen maken niet uit; andere kolommen "
        "worden gemeld en overgeslagen."
    )
    publisher = ""
    for source in sorted(sources().values(), key=lambda s: (s.publisher, s.title)):
        if source.publisher != publisher:
            publisher = source.publisher
            st.header(
                {"SWV": "Van het samenwerkingsverband zelf"}.get(publisher, f"Van {publisher}")
            )
        with st.expander(source.title):
            st.markdown(f"Te halen bij {plain(source.where)}; {plain(source.every)}.")
            key = f"begrippen_{source.name}"
            cards.table(_columns(source), key, f"Kolommen van {source.title}")


def _columns(source: Source) -> list[dict[str, str]]:
    """What its row model says: heading, whether it must be there, and what a cell looks like."""
    rows = []
    for column in source.columns():
        if column.heading.melted:
            what = "een aantal leerlingen; één kolom per jaar"
            if column.heading.melted == "value":
                continue
        else:
            what = column.spelling.expected.partition(";")[0]
        rows.append(
            {
                "Kolom": plain(
                    column.heading.headings[0] if column.heading.headings else "een jaar"
                ),
                "Moet": "moet" if column.is_required else "mag",
                "Wat er in de cellen staat": plain(
                    ", ".join(part for part in (column.heading.description, what) if part)
                ),
            }
        )
    return rows
