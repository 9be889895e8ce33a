"""Settings: what the samenwerkingsverband chooses; judged before they are kept, and undone."""

from typing import Any

import streamlit as st

from monitor.access import settings_changes
from monitor.access.settings_changes import SettingChange, SettingsFile
from monitor.errors import MonitorError, Overtaken
from monitor.figures.catalogue import durations, timed
from monitor.figures.disclosure import MINIMUM
from monitor.pages.beheer.subject import NEWS, Subject, sure
from monitor.pages.pieces import picking
from monitor.sources import pupil_sources
from monitor.store.definitions import definitions
from monitor.store.settings import Settings
from monitor.values import dutch
from monitor.values.safe_text import plain


HELD = "beheer_instellingen"
"""The settings that the fields were made from: whoever keeps them later is told when another was
first."""
OVERTAKEN = "beheer_ingehaald"
NEED = {
    None: "Wat er is: geleverd, en anders opgebouwd",
    "geleverd": "Geleverd: een bestand met de behoefte",
    "opgebouwd": "Opgebouwd uit aanvragen en thuiszitters",
}
HOLIDAYS = {None: "Onbekend", "noord": "Noord", "midden": "Midden", "zuid": "Zuid"}
TITLES = {
    "thuiszitter": "werkdefinitie", "norm_km": "afstand (km)",
    "langdurig_uren": "uren langdurig verzuim",
    "drempel": "grens voor kleine aantallen", "norm_weken": "norm in weken",
    "vakantieregio": "vakantieregio", "behoefte": "behoefte", "niveaus": "niveaus",
    "ondersteuningsvragen": "ondersteuningsvragen", "swv_naam": "namen", "adressen": "adressen",
    "bewaarjaren": "bewaartermijnen",
}  # fmt: skip


def show(subject: Subject) -> None:
    if words := st.session_state.pop(OVERTAKEN, ""):
        st.warning(words)
    held: SettingsFile | None = st.session_state.get(HELD)
    if held is None:
        held = settings_changes.standing(subject.folder)
        st.session_state[HELD] = held
    wanted = _form(subject, held)
    if wanted is not None:
        _keep(subject, held, wanted)
    _undo(subject, held)
    _only_on_the_machine(held.settings)


def leave() -> None:
    """Who comes back gets the settings as they are then."""
    st.session_state.pop(HELD, None)


PUBLISHED = (
    "**Let op bij een andere werkdefinitie of grens.** Wat consultants, gemeenten, besturen en scholen al "
    "zagen, hebben zij. Een andere werkdefinitie toont hun van dezelfde leerlingen meer tabellen, en een "
    "lagere grens smallere klassen van nieuwe perioden. Van perioden die voorbij zijn blijven de klassen "
    "gelden die er stonden; het programma houdt ze bij en maakt nieuwe klassen zo wijd dat uit oud en nieuw "
    "samen geen klein aantal volgt. Besluit er dus zelden toe; de wijziging komt in het logboek."
)


def _form(subject: Subject, held: SettingsFile) -> dict[str, Any] | None:
    """What somebody wants them to be; None until the button was pressed."""
    now = held.settings
    key = f"beheer_inst_{held.stamp[:12]}"
    known = definitions()
    with st.form(key, enter_to_submit=False):
        st.header("Definitie en normen")
        codes = list(known)
        chosen = picking.one(
            "Werkdefinitie: wie een thuiszitter is", codes,
            lambda code: f"{known[code].title} ({code})", key=f"{key}_def",
            index=codes.index(now.thuiszitter) if now.thuiszitter in codes else 0,
            help="Elke pagina telt met deze definitie. De cijfers veranderen dus; op Thuiszitters "
            "staat de brug van de ene definitie naar de andere.",
        )  # fmt: skip
        left, right = st.columns(2)
        km = left.number_input(
            "Hoe ver een passende plek mag zijn (km)", 0.1, 200.0, float(now.norm_km), 0.5,
            format="%g", key=f"{key}_km",
            help="Waar het bestand met normen niets zegt.",
        )  # fmt: skip
        region = picking.one(
            "Vakantieregio", HOLIDAYS, HOLIDAYS.__getitem__, where=right,
            index=list(HOLIDAYS).index(now.vakantieregio), key=f"{key}_regio",
            help="Welke weken schoolweken zijn.",
        )  # fmt: skip
        hours = st.number_input(
            "Langdurig verzuim: vanaf hoeveel uur in vier weken", 16.0, 200.0,
            float(now.langdurig_uren), 1.0, format="%g", key=f"{key}_uren",
            help="Alleen voor meldingen waarin SOORT VERZUIM en ALLE LESSEN GEMIST niets zeggen. "
            "Met ten minste zoveel uren telt een leerling zeker mee als langdurig verzuimend; met "
            "minder, of zonder uren, is dat niet zeker.",
        )  # fmt: skip
        weeks: dict[str, float | None] = {**now.norm_weken}
        threshold = int(st.number_input(
            "Grens voor kleine aantallen", 5, 20, now.drempel, key=f"{key}_drempel",
            help="Wie geen precieze aantallen mag zien, ziet minder leerlingen dan dit niet, en de "
            "rest in klassen die zo breed zijn: bij 10 staat 34 er als 30–39. Lager dan "
            f"{MINIMUM} kan niet.",
        ))  # fmt: skip
        st.caption(PUBLISHED)
        for name, title in durations().items():
            weeks[name] = st.number_input(
                f"{title}: norm in weken (leeg is geen norm)", 0.5, 200.0,
                weeks.get(name), 0.5, format="%g", key=f"{key}_w_{name}",
            )  # fmt: skip
        st.header("Dekking")
        need = picking.one("Waar de behoefte vandaan komt", NEED, NEED.__getitem__,
                           index=list(NEED).index(now.behoefte), key=f"{key}_behoefte")  # fmt: skip
        left, right = st.columns(2)
        questions = _lines(left, "Ondersteuningsvragen", now.ondersteuningsvragen, f"{key}_vragen",
                           "Een per regel. Leeg: alles wat geleverd is.")  # fmt: skip
        levels = _lines(right, "Niveaus", now.niveaus, f"{key}_niveaus",
                        "Een per regel. Leeg: alles wat geleverd is.")  # fmt: skip
        st.header("Namen en adressen")
        names = dict(now.swv_naam)
        for code in dict.fromkeys([*subject.swvs, *names]):
            names[code] = st.text_input(f"Naam van {code}", names.get(code, ""), max_chars=100,
                                        key=f"{key}_naam_{code}")  # fmt: skip
        hosts = _lines(
            st, "Adressen waaronder de monitor te openen is", now.adressen, f"{key}_adressen",
            "Een naam per regel, bijvoorbeeld monitor.swv.nl.",
        )  # fmt: skip
        st.caption("Adressen gelden pas als de monitor opnieuw is gestart. Staat het adres dat u nu "
                   "gebruikt er niet bij, dan komt u er daarna niet meer in.")  # fmt: skip
        st.header("Bewaartermijnen")
        years = dict(now.bewaarjaren)
        for name, source in pupil_sources().items():
            years[name] = int(st.number_input(
                f"{source.title}: jaren na het besluit of het einde", 1, 20, now.years_kept(name),
                key=f"{key}_jaren_{name}",
            ))  # fmt: skip
        st.caption("De wet zegt drie jaar. Een andere termijn vraagt een reden in uw eigen "
                   "privacybeleid.")  # fmt: skip
        if not st.form_submit_button(
            "Bewaar de instellingen", type="primary", disabled=subject.is_demo
        ):
            return None
    standard = Settings()
    return {
        "thuiszitter": chosen, "langdurig_uren": hours, "norm_km": km, "drempel": threshold, "vakantieregio": region, "behoefte": need,
        "norm_weken": {name: value for name, value in weeks.items() if value},
        "ondersteuningsvragen": questions, "niveaus": levels, "adressen": hosts,
        "swv_naam": {code: name.strip() for code, name in names.items() if name.strip()},
        "bewaarjaren": {name: value for name, value in years.items()
                        if name in now.bewaarjaren or value != standard.years_kept(name)},
    }  # fmt: skip


def _lines(where: Any, label: str, values: tuple[str, ...], key: str, help_: str) -> list[str]:
    typed = where.text_area(label, "\n".join(values), key=key, height=120, help=help_)
    return [line.strip() for line in typed.splitlines() if line.strip()]


def _keep(subject: Subject, held: SettingsFile, wanted: dict[str, Any]) -> None:
    try:
        done = settings_changes.change(
            subject.book, subject.viewer, subject.folder, held.stamp, wanted, timed()
        )
    except Overtaken as error:
        st.session_state[OVERTAKEN] = str(error)
        leave()
        st.rerun()
    except MonitorError as error:
        st.error(plain(str(error)))
        return
    if not done:
        st.info("Er is niets veranderd: alles stond al zo.")
        return
    _told("Bewaard", done)


def _undo(subject: Subject, held: SettingsFile) -> None:
    if not held.has_previous:
        return
    if sure(subject, "Zet de vorige instellingen terug",
            "De instellingen worden zoals ze waren voor de laatste verandering. Nog een keer "
            "terugzetten maakt dat weer ongedaan.", "Ja, zet terug", "beheer_inst_terug"):  # fmt: skip
        try:
            done = settings_changes.undo(
                subject.book, subject.viewer, subject.folder, held.stamp, timed()
            )
        except Overtaken as error:
            st.session_state[OVERTAKEN] = str(error)
            leave()
            st.rerun()
        except MonitorError as error:
            st.error(plain(str(error)))
            return
        _told("Teruggezet", done)


def _told(what: str, done: list[SettingChange]) -> None:
    changed = dutch.joined([TITLES.get(one.name, one.name) for one in done])
    restart = any(one.name == "adressen" for one in done)
    st.session_state[NEWS] = (
        f"{what}: {changed}. De cijfers worden opnieuw berekend; dat kan even duren."
        + (" Start de monitor opnieuw voor de adressen." if restart else "")
    )
    leave()
    st.rerun()


def _only_on_the_machine(now: Settings) -> None:
    st.caption(
        f"Alleen op de server te veranderen, in instellingen.toml: van wie de monitor is "
        f"({now.swv or 'niet gekozen'}), of het een demonstratie is "
        f"({'ja' if now.demo else 'nee'}), en welke proxy's worden geloofd."
    )
