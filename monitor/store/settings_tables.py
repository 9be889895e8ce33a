"""The tables `instellingen.*`: what the samenwerkingsverband chose, for the queries to read."""

from collections.abc import Iterable, Iterator, Sequence

from monitor.store.definitions import Definition
from monitor.store.settings import Settings
from monitor.values.spelling import quoted


def settings_tables(settings: Settings, definitions: Iterable[Definition]) -> Iterator[str]:
    """SQL that makes each of them, with its rows."""
    own, niveaus = settings.swv, (word.strip().lower() for word in settings.niveaus)
    vragen = (word.strip().lower() for word in settings.ondersteuningsvragen)
    yield from _table("swv_naam", "code varchar, naam varchar", settings.swv_naam.items())
    yield from _table(
        "eigen", "swv varchar, sector varchar", [(own, own[:2].lower())] if own else []
    )
    yield from _table("vakantieregio", "regio varchar", [(settings.vakantieregio or "",)])
    yield from _table("werkdefinitie", "code varchar", [(settings.thuiszitter,)])
    yield from _table("langdurig", "uren double", [(settings.langdurig_uren,)])
    yield from _table("ondersteuningsvraag", "naam varchar", ((word,) for word in vragen))
    yield from _table("niveau", "naam varchar", ((word,) for word in niveaus))
    yield from _table(
        "definitie",
        "code varchar, weken varchar, thuis boolean",
        ((one.code, one.weeks, one.at_home) for one in definitions),
    )


def _table(name: str, columns: str, rows: Iterable[Sequence[str | float | bool]]) -> Iterator[str]:
    yield f"create table instellingen.{name} ({columns})"
    if values := ", ".join(f"({', '.join(map(_value, row))})" for row in rows):
        yield f"insert into instellingen.{name} values {values}"


def _value(value: str | float | bool) -> str:
    return quoted(value) if isinstance(value, str) else str(value)
