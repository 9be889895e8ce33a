"""Two worlds that are published the same: the sample samenwerkingsverband with one pupil of each
kind, and with four, who live elsewhere, go elsewhere and are there for other reasons.

Registers, places and what is delivered around it are those of the sample; every other melding, tlv
and request is withdrawn. In each period somebody is there in both worlds or in neither, so that
every count of pupils is 0 in both, or 1-4, or follows from those.
"""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
from helpers.keeping_store import KeepingStore

from monitor.store.journal import begin
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


class Pupil(NamedTuple):
    """Where somebody lives and goes to school, and what else a file says of him."""

    postcode4: str
    gemeente: str
    school: str
    to: str
    """The vso that he is referred to."""
    vraag: str
    reden: str
    ingeschreven: str
    plan: str
    jeugdhulp: str
    leeftijd: int
    day: int
    """Of the month in which things begin."""


ONE = (
    Pupil(
        "9901", "GM9901", "99AA00", "99VA00", "angst", "schoolweigering", "ja", "ja", "ja", 13, 1
    ),
)
FOUR = (
    Pupil("9920", "GM9904", "99BA00", "99VB01", "autisme", "verhuisd", "ja", "nee", "nee", 16, 2),
    Pupil("9920", "GM9904", "99BA00", "99VB01", "gedrag", "verhuisd", "nee", "nee", "nee", 16, 1),
    Pupil("9957", "GM9909", "99CE00", "99VC00", "autisme", "schoolweigering", "ja", "nee",
          "nee", 15, 1),
    Pupil("9937", "GM9906", "99BA00", "99VC00", "taal", "verhuisd", "nee", "ja", "nee", 12, 2),
)  # fmt: skip
OLD = {1: 4, 2: 1, 3: 4, 4: 1}
"""How many sit or wait at an arrangement in the second world, by how many in the sample."""
SCHOOLJAAR = "2025-2026"


def store_of(sample: Path, folder: Path, pupils: Sequence[Pupil]) -> Store:
    """The sample with those pupils only, in a folder with an empty journal."""
    kept = open_store(Versions(sample), whole=False)
    folder.mkdir(parents=True)
    begin(folder).close()
    bron = folder / "bron.duckdb"
    shutil.copy(Versions(sample).bron(kept.version), bron)
    with duckdb.connect(str(bron)) as connection:
        for statement in _changes(pupils):
            connection.execute(statement)
    store = KeepingStore(bron, kept.register, kept.settings, folder=folder)
    kept.close()
    return store


def _changes(pupils: Sequence[Pupil]) -> Iterator[str]:
    yield "update verzuimmeldingen set status = 'ingetrokken', einde_verzuim = verzuim_sinds"
    yield "update tlv set besluit = 'ingetrokken'"
    yield "update aanvragen set status = 'ingetrokken'"
    for number, one in enumerate(pupils):
        name = f"weinig-{number}"
        yield f"""
            insert into verzuimmeldingen select * replace (
                '{name}' as meldingnummer, '{name}' as leerling, date '2023-10-{one.day:02}' as
                verzuim_sinds, null as einde_verzuim, '{one.ingeschreven}' as ingeschreven,
                'nee' as geoorloofd, 'geen' as vrijstelling, 'aangemeld' as status,
                '{one.reden}' as reden, '{one.vraag}' as ondersteuningsvraag, '{one.plan}' as plan,
                '{one.jeugdhulp}' as jeugdhulp, '{one.school}' as vestiging,
                '{one.gemeente}' as gemeentecode, '{one.postcode4}' as postcode4,
                {one.leeftijd} as leeftijd, 200 as uren, 'ja' as alle_lessen_gemist)
            from verzuimmeldingen order by meldingnummer limit 1"""
        yield f"""
            insert into tlv select * replace (
                '{name}' as beschikkingsnummer, '{name}' as leerling, 'vso' as soort,
                'laag' as categorie, date '2023-11-01' as ontvangen,
                date '2023-11-02' as compleet, date '2023-11-{one.day + 3:02}' as besluitdatum,
                'afgegeven' as besluit, date '2023-12-01' as geldig_vanaf,
                date '2026-07-31' as geldig_tot, '{one.school}' as herkomst_vestiging,
                '{one.to}' as bestemming_vestiging, 'nieuw' as overgang,
                {one.leeftijd} as leeftijd, '{one.postcode4}' as postcode4,
                '{one.vraag}' as ondersteuningsvraag)
            from tlv order by beschikkingsnummer limit 1"""
        yield f"""
            insert into aanvragen select * replace (
                '{name}' as aanvraagnummer, '{name}' as leerling, '{one.school}' as vestiging,
                '{one.postcode4}' as postcode4, '{one.vraag}' as ondersteuningsvraag,
                'wachtend' as status, null as arrangementscode)
            from aanvragen where schooljaar = '{SCHOOLJAAR}' order by aanvraagnummer limit 1"""
    need = ", ".join(f"({one.postcode4!r}, {one.vraag!r}, {one.school!r})" for one in pupils)
    yield f"""
        create or replace temp table weinig as select een.* replace (
            plek.postcode4 as postcode4, plek.vraag as ondersteuningsvraag,
            plek.school as vestiging, 1 as aantal, 1 as aantal_max)
        from (select * from behoefte where deel = 'wachtend'
              qualify row_number() over (partition by schooljaar order by rowid) = 1) as een
        cross join (values {need}) as plek (postcode4, vraag, school)"""
    yield "delete from behoefte"
    yield "insert into behoefte select * from weinig"
    if len(pupils) > 1:
        moved = " ".join(f"when {was} then {now}" for was, now in OLD.items())
        yield f"update arrangementen set bezet = case bezet {moved} else bezet end"
    waiting, first = (1, "asc") if len(pupils) == 1 else (4, "desc")
    yield f"""
        update arrangementen set wachtend = case when rowid in (
            select rowid from arrangementen where status = 'actief'
            qualify row_number() over (partition by schooljaar order by rowid {first}) = 1
        ) then {waiting} else 0 end"""
    for table in ("verzuimmeldingen", "tlv", "aanvragen", "behoefte"):
        yield (
            f"update levering set rijen = (select count(*) from {table}) where nummer in "
            f"(select max(levering) from {table})"
        )
