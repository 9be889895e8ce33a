"""The demonstration: an invented samenwerkingsverband, delivered the way real files are."""

from monitor.commands import demo_ronde
from monitor.commands.demo_people import invent
from monitor.errors import MonitorError
from monitor.intake import deliveries
from monitor.intake.rebuilding import Progress
from monitor.resources import SAMPLE_DATA
from monitor.store.settings import read_settings, settings_file
from monitor.store.versions import Versions


SETTINGS = """\
# Verzonnen gegevens: deze map hoort bij de demonstratie.
swv = "VO9901"
demo = true
thuiszitter = "THUIS_OCW"
vakantieregio = "midden"

[swv_naam]
VO9901 = "SWV Rivierenstreek"

[norm_weken]
doorlooptijd_compleet = 4
doorlooptijd_besluit = 8
"""
SUFFIXES = (".csv", ".tsv", ".geojson")


def prepare(versions: Versions, progress: Progress = lambda what, part: None) -> None:
    """Deliver the sample data into a data folder that is empty or already the demonstration's.

    MonitorError when the folder holds somebody's real data.
    """
    settings = settings_file(versions.folder)
    if versions.current() and not read_settings(versions.folder).demo:
        raise MonitorError(
            f"In {versions.folder} staan al echte gegevens. Kies voor de demonstratie een andere "
            "map: dekkend demo --data MAP"
        )
    versions.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not settings.exists():
        settings.write_text(SETTINGS, encoding="utf-8")
    files = sorted(path for path in SAMPLE_DATA.iterdir() if path.suffix in SUFFIXES)
    outcome = deliveries.deliver(
        versions, [(path, path.name) for path in files], who="demonstratie", progress=progress
    )
    if outcome.is_refused:
        raise MonitorError("\n".join(str(problem) for problem in outcome.problems))
    invent(versions.folder)
    demo_ronde.invent(versions)
