"""An exception to a norm in words: what it says, and what it changes."""

from monitor.dekking.matching.model import Uitzondering
from monitor.pages.dekking.subject import Held
from monitor.sections import units
from monitor.sections.dekking.how_far import LIFTED, kilometres
from monitor.store.journal import Exception_
from monitor.values import dutch


def said(subject: Held, one: Exception_ | Uitzondering) -> str:
    """Angst, pro, in Hazelmond: hoogstens 12 km"""
    fields = [
        one.ondersteuningsvraag and one.ondersteuningsvraag.capitalize(),
        one.niveau and f"niveau {one.niveau}",
        one.postcode4 and f"postcode {one.postcode4}",
        one.wijk and f"wijk {one.wijk}",
        one.gemeente and f"gemeente {gemeente(subject, one.gemeente)}",
        one.subregio and f"subregio {one.subregio}",
        one.arrangementscode and subject.title(one.arrangementscode),
    ]
    what = ", ".join(field for field in fields if field) or "Alles"
    how = LIFTED if one.max_km is None else f"hoogstens {kilometres(one.max_km)}"
    return f"{what}: {how}"


def gemeente(subject: Held, code: str) -> str:
    return units.units(subject.store, subject.whole, "gemeente").get(code, code)


def changed(subject: Held, before: int, after: int) -> str:
    if before == after:
        return "Voor het aantal leerlingen dat een plek vindt, maakt ze geen verschil."
    more = dutch.number(abs(after - before))
    way = "meer" if after > before else "minder"
    noun = dutch.noun(abs(after - before), "leerlingen")
    verb = "vindt" if abs(after - before) == 1 else "vinden"
    return (
        f"Hierdoor {verb} er {more} {noun} {way} een plek: {dutch.number(after)} in plaats van "
        f"{dutch.number(before)}."
    )
