"""Where a school is mentioned: what each source says of it, since when, and where they differ."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.scholen.register import as_name
from monitor.sources import sources
from monitor.store.store import Store
from monitor.values.collation import fold


FIELDS = ("naam", "schooltype", "postcode", "plaats", "gemeente", "bestuur")


@dataclass(frozen=True)
class Mention:
    """What one kind of file says of a school, over the moments that it said the same."""

    source: str
    first: dt.date | None
    """Oldest and newest moment that the files are about; None = the files have none."""
    last: dt.date | None
    naam: str
    schooltype: str
    postcode: str
    plaats: str
    gemeente: str
    bestuur: str
    order: int
    """Which goes first: own statement, newest address list, … (`views.vermelding`)."""
    file: str = ""
    delivered: dt.datetime | None = None
    """The newest file that says so."""

    @property
    def title(self) -> str:
        return sources()[self.source].title

    @property
    def publisher(self) -> str:
        return sources()[self.source].publisher


def mentions(store: Store, code: str) -> list[Mention]:
    """Everything that sources say of a school, what counts most first."""
    key = ("mentions", code)
    if key not in store.answers:
        store.answers[key] = _mentions(store, code)
    return list(store.answers[key])


def _mentions(store: Store, code: str) -> list[Mention]:
    rows = store.rows(
        "select bron, min(datum), max(datum), naam, coalesce(schooltype, ''), "
        "coalesce(postcode, ''), coalesce(plaats, ''), coalesce(gemeentenaam, ''), "
        "coalesce(bestuur, bestuursnummer, ''), min(volgorde) "
        "from views.vermelding where vestiging = $code group by all order by min(volgorde)",
        {"code": code},
    )
    found = []
    for source, first, last, naam, schooltype, postcode, plaats, gemeente, bestuur, order in rows:
        file, delivered = _delivery(store, code, source, last)
        found.append(
            Mention(source, first, last, naam or "", schooltype, postcode, as_name(plaats),
                    as_name(gemeente), bestuur, order, file, delivered)
        )  # fmt: skip
    return found


def _delivery(
    store: Store, code: str, source: str, moment: dt.date | None
) -> tuple[str, dt.datetime | None]:
    """(file, when delivered) of the newest rows of a source about a school at a moment."""
    columns = [name for name, _ in sources()[source].stored_columns()]
    when = next((name for name in ("peildatum", "lijstdatum") if name in columns), "")
    where = "rij.vestiging = $code"
    parameters: dict[str, object] = {"code": code}
    if when and moment is not None:
        where += f" and rij.{when} = $moment"
        parameters["moment"] = moment
    rows = store.rows(
        "select levering.bestand, levering.geleverd from bron.levering as levering "
        f"where levering.nummer = (select max(levering) from bron.{source} as rij where {where})",
        parameters,
    )
    return rows[0] if rows else ("", None)


@dataclass(frozen=True)
class Difference:
    """Sources whose newest word on one fact is not the same."""

    field: str
    said: tuple[tuple[str, tuple[Mention, ...]], ...]
    """(what is said, who says so); the first is what the monitor shows."""


def differences(found: Sequence[Mention]) -> list[Difference]:
    """On which facts the sources do not agree, each by its newest word."""
    newest: dict[str, Mention] = {}
    for mention in found:
        newest.setdefault(mention.source, mention)
    out = []
    for field in FIELDS:
        said: dict[str, list[Mention]] = {}
        shown: dict[str, str] = {}
        for mention in newest.values():
            value = getattr(mention, field)
            if not value or (field == "schooltype" and _says_no_type(mention)):
                continue
            key = "so vso" if value in ("so", "vso", "so/vso") else fold(value)
            said.setdefault(key, []).append(mention)
            shown.setdefault(key, value)
        if len(said) > 1 and field != "bestuur":
            out.append(Difference(field, tuple((shown[k], tuple(m)) for k, m in said.items())))
    return out


def _says_no_type(mention: Mention) -> bool:
    """Files of pupils in vo hold pro too, so what they call a school is not its type."""
    return mention.source in ("leerlingen_vo_vavo", "leerlingen_vo_onderwijstype",
                              "leerlingen_historie", "leerlingtelling")  # fmt: skip
