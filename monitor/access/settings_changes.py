"""Changing `instellingen.toml` from the page Beheer: judged before, whole or not at all, undone.

The file stays one that people edit: only what changed is another, and the remarks stay. What cannot
be done so is written anew without them; the file as it was stays beside it
(`instellingen.toml.vorige`).
"""

import hashlib
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from monitor.access import EVERY, Viewer, audit
from monitor.access.audit import Event
from monitor.access.managing import as_beheerder
from monitor.errors import MonitorError, NotFound, Overtaken, reason
from monitor.store.definitions import definitions
from monitor.store.durable import write_whole
from monitor.store.journal import Journal, plain
from monitor.store.settings import Settings, read_settings, settings_file
from monitor.store.settings_text import rewritten
from monitor.values.field_codes import SWVCODE


CHANGEABLE = (
    "thuiszitter", "langdurig_uren", "drempel", "norm_km", "norm_weken", "vakantieregio", "behoefte", "ondersteuningsvragen",
    "niveaus", "swv_naam", "adressen", "bewaarjaren",
)  # fmt: skip
"""What the page may change. Not `demo` (it opens the door for everybody), `swv` (whose monitor it
is) and `proxys` (who is believed about addresses): those are for who runs the machine."""
MOST = 400
"""Values of one setting."""


@dataclass(frozen=True)
class SettingsFile:
    """The settings as they are in the file, and which text that was."""

    settings: Settings
    stamp: str
    has_previous: bool


@dataclass(frozen=True)
class SettingChange:
    """One setting that got another value; None: it is not in the file, so the standard holds."""

    name: str
    old: Any
    new: Any

    def __str__(self) -> str:
        return f"{self.name}: {_words(self.old)} werd {_words(self.new)}"


def standing(folder: Path) -> SettingsFile:
    """What holds now. MonitorError when the file cannot be read."""
    content = _content(folder)
    return SettingsFile(read_settings(folder), _stamp(content), _previous(folder).exists())


def change(
    book: Journal,
    by: Viewer,
    folder: Path,
    stamp: str,
    wanted: Mapping[str, Any],
    timed: Collection[str],
) -> list[SettingChange]:
    """Gives settings other values (None = the standard again); what changed, [] when nothing did.
    `timed`: what a norm in weeks can be of (`catalogue.timed`).

    NotAllowed; Overtaken when the file is another than the one with this stamp; MonitorError when
    a value cannot be. Nothing is written then.
    """
    unknown = sorted(set(wanted) - set(CHANGEABLE))
    if unknown:
        raise MonitorError(f"Deze instelling verandert u niet hier: {', '.join(unknown)}.")
    own = read_settings(folder).swv
    with as_beheerder(book, by, {own} if own else by.swv, "instellingen") as connection:
        content = _the_same(folder, stamp)
        before = tomllib.loads(content.decode("utf-8"))
        after = _merged(before, wanted)
        changes = [
            SettingChange(name, before.get(name), after.get(name))
            for name in wanted
            if before.get(name) != after.get(name)
        ]
        if not changes:
            return []
        judge(after, timed)
        for one in changes:
            audit.add(connection, by.who, Event.INSTELLING, str(one), swv=own or by.swv - EVERY)
        text = rewritten(content.decode("utf-8"), after)
        _write(folder, text.encode("utf-8"), content)
    return changes


def undo(
    book: Journal, by: Viewer, folder: Path, stamp: str, timed: Collection[str]
) -> list[SettingChange]:
    """Puts the file back as it was before the last change; once more undoes that. As `change`, and
    NotFound when there is nothing to put back."""
    own = read_settings(folder).swv
    with as_beheerder(book, by, {own} if own else by.swv, "instellingen") as connection:
        content = _the_same(folder, stamp)
        try:
            back = _previous(folder).read_bytes()
        except FileNotFoundError:
            raise NotFound("Er is geen eerdere versie van de instellingen.") from None
        before, after = (_parsed(one) for one in (content, back))
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        others = sorted(set(names) - set(CHANGEABLE))
        if others:
            raise MonitorError(
                "De eerdere versie verschilt ook in wat alleen op de server verandert: "
                f"{', '.join(others)}. Zet het bestand daar terug."
            )
        judge(after, timed)
        changes = [SettingChange(name, before.get(name), after.get(name)) for name in names]
        for one in changes:
            audit.add(
                connection,
                by.who,
                Event.INSTELLING,
                f"teruggezet: {one}",
                swv=own or by.swv - EVERY,
            )
        _write(folder, back, content)
    return changes


def judge(values: Mapping[str, Any], timed: Collection[str]) -> Settings:
    """The settings that these values are. MonitorError says which one cannot be, and what can."""
    try:
        found = Settings(**values)
    except ValidationError as error:
        names = {str(fault["loc"][0]) for fault in error.errors()}
        wrong = ", ".join(EXPECTED.get(name, name) for name in sorted(names))
        raise MonitorError(f"Dit kan niet; er is niets veranderd. Nodig is: {wrong}.") from None
    if found.thuiszitter not in definitions():
        raise MonitorError(f"'{plain(found.thuiszitter, 40)}' is geen definitie in het register.")
    if unknown := set(found.norm_weken).difference(timed):
        named = ", ".join(plain(name, 40) for name in sorted(unknown))
        raise MonitorError(f"Een norm in weken past alleen bij een doorlooptijd, niet bij {named}.")
    for code in found.swv_naam:
        if not _is_swv(code):
            raise MonitorError(f"'{plain(code, 20)}' is geen code; verwacht {SWVCODE.expected}.")
    for name in found.adressen:
        if not HOST.fullmatch(name):
            raise MonitorError(
                f"'{plain(name, 80)}' is geen adres. Schrijf alleen de naam, bijv. monitor.swv.nl: "
                "zonder https:// en zonder schuine streep."
            )
    # Of an address as it was copied from a browser only the name is kept.
    if any("://" in text for text in _texts({**values, "adressen": list(found.adressen)})):
        # With a password in it the file would be refused, and the monitor would not open any more.
        raise MonitorError("Hier past geen webadres (met ://). Er is niets veranderd.")
    return found


HOST = re.compile(r"(\*\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?", re.IGNORECASE)
EXPECTED = {
    "drempel": "een grens van 5 tot en met 20 leerlingen",
    "langdurig_uren": "een aantal uren van 16 tot en met 200",
    "norm_km": "een afstand groter dan 0 km en hoogstens 200 km",
    "norm_weken": "een aantal weken groter dan 0",
    "bewaarjaren": "een bewaartermijn van 1 tot en met 20 jaar",
    "vakantieregio": "noord, midden of zuid",
    "behoefte": "geleverd of opgebouwd",
}


def _merged(before: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The file's values with other ones in them; what is empty or None leaves the file."""
    after = dict(before)
    for name, value in wanted.items():
        tidy = _tidy(value)
        if tidy is None or (tidy in ([], {}) and name not in before):
            after.pop(name, None)
        elif name in before or tidy != _standard(name):
            after[name] = tidy
    return after


def _standard(name: str) -> Any:
    return _tidy(Settings.model_fields[name].get_default(call_default_factory=True))


def _tidy(value: Any) -> Any:
    """As TOML reads it back, without what would break a line of it."""
    if isinstance(value, str):
        return " ".join(plain(value, 200).split())
    if isinstance(value, list | tuple):
        if len(value) > MOST:
            raise MonitorError(f"Dat zijn te veel waarden; er passen er {MOST}.")
        return list(dict.fromkeys(word for one in value if (word := _tidy(one))))
    if isinstance(value, dict):
        return {str(_tidy(key)): _tidy(one) for key, one in value.items() if one not in (None, "")}
    return value


def _texts(value: Any) -> list[str]:
    match value:
        case str():
            return [value]
        case list():
            return [text for one in value for text in _texts(one)]
        case Mapping():
            return [text for pair in value.items() for one in pair for text in _texts(one)]
    return []


def _is_swv(code: str) -> bool:
    try:
        return bool(SWVCODE.read(code) == code)
    except ValueError:
        return False


def _words(value: Any) -> str:
    match value:
        case None:
            return "de standaard"
        case dict():
            return ", ".join(f"{key} {_words(one)}" for key, one in value.items()) or "leeg"
        case list():
            return ", ".join(map(_words, value)) or "leeg"
        case float() | int():
            return f"{value:g}".replace(".", ",")
    return str(value)


def _content(folder: Path) -> bytes:
    try:
        return settings_file(folder).read_bytes()
    except FileNotFoundError:
        return b""


def _the_same(folder: Path, stamp: str) -> bytes:
    content = _content(folder)
    if _stamp(content) != stamp:
        raise Overtaken(
            "Iemand anders heeft de instellingen intussen veranderd. Er is niets bewaard. Hieronder "
            "staan ze zoals ze nu zijn: vul in wat u nog wilt veranderen."
        )
    return content


def _stamp(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise MonitorError("De eerdere versie van de instellingen is niet te lezen.") from None


def _previous(folder: Path) -> Path:
    file = settings_file(folder)
    return file.with_name(file.name + ".vorige")


def _write(folder: Path, content: bytes, old: bytes) -> None:
    """First what it was, then what it is: a crash between them loses nothing."""
    try:
        write_whole(_previous(folder), old)
        write_whole(settings_file(folder), content)
    except OSError as error:
        raise MonitorError(
            f"De instellingen zijn niet te bewaren ({reason(error)}). Er is niets veranderd."
        ) from None
