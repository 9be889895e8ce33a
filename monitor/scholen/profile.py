"""What the monitor says of a school, thing by thing, in the words that the school itself sees.

A school confirms these, or asks for a correction (`corrections`): so they are the same for whoever
looks, small counts hidden, and a change in the register is a change in these words.
"""

from monitor.access import Role, Viewer
from monitor.figures import wording
from monitor.figures.catalogue import in_use, indicator_named
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import UNKNOWN
from monitor.scholen import offer_numbers
from monitor.scholen.aanbod import Offer, catalogue
from monitor.scholen.basisondersteuning import checklist
from monitor.scholen.correction_steps import Item
from monitor.scholen.register import TYPES, School
from monitor.store.store import Store
from monitor.values import dutch, moments


PARTS = {
    "gegevens": "Wie u bent",
    "leerlingen": "Leerlingen",
    "verwijzingen": "Verwijzingen naar het vso",
    "thuiszitters": "Thuiszitters",
    "aanbod": "Arrangementen die de school biedt",
    "ondersteuning": "Leerlingen met een arrangement",
    "basis": "Basisondersteuning",
}
COUNTS = ("leerlingen_vo", "leerlingen_vso", "leerlingen_so", "leerlingen_sbo")
REFERRED = "instroom_vso"
SUPPORTED = "ondersteund"


def as_school(one: School) -> Viewer:
    """Who sees what the school itself sees."""
    return Viewer(Role.SCHOOL, frozenset({one.swv} - {""}), frozenset({one.code}))


def profile(store: Store, one: School) -> dict[str, list[Item]]:
    """Part (`PARTS`) → its things, those of which nothing is known left out."""
    key = ("profile", one.code)
    if key not in store.answers:
        who = as_school(one)
        store.answers[key] = {
            "gegevens": [_item(one, "gegevens/school", "Naam, soort en adres", _identity(one))],
            "leerlingen": [
                _of_figure(one, indicator, own[-1]) for indicator, own in counted(store, who, one)
            ],
            "verwijzingen": _newest(store, who, one, indicator_named(REFERRED)),
            "thuiszitters": [
                item
                for indicator in thuiszitters(store, one)
                for item in _newest(store, who, one, indicator)
            ],
            "aanbod": [_of_offer(one, offer) for offer in offered(store, who, one)],
            "ondersteuning": _newest(store, who, one, indicator_named(SUPPORTED)),
            "basis": [
                _item(one, f"basis/{p.schooljaar}/{p.item}", f"{p.item}: {p.titel}", p.status)
                for p in checklist(store, who, one)
            ],
        }
    found: dict[str, list[Item]] = store.answers[key]
    return found


def own_figures(store: Store, viewer: Viewer, indicator: Indicator, one: School) -> list[Figure]:
    """The school's own figures, oldest first; nothing when it is not the viewer's to see: that is
    not even asked, so that a click on a neighbour is no refusal in the audit log."""
    if not viewer.may_see("vestiging", one.code):
        return []
    if viewer.role not in indicator.audience or "vestiging" not in indicator.levels:
        return []
    if indicator.sector != one.sector and indicator.name not in COUNTS:
        return []
    found = figures(store, viewer, indicator, "vestiging", codes=(one.code,))
    return sorted(found, key=lambda figure: figure.periode)


def counted(store: Store, viewer: Viewer, one: School) -> list[tuple[Indicator, list[Figure]]]:
    """The counts of pupils in which the school has any, each oldest first."""
    every = ((indicator := indicator_named(name), own_figures(store, viewer, indicator, one))
             for name in COUNTS)  # fmt: skip
    return [(indicator, own) for indicator, own in every if any(f.waarde_max != 0 for f in own)]


def thuiszitters(store: Store, one: School) -> list[Indicator]:
    """The stock of thuiszitters under the working definition, of the school's sector."""
    return [
        indicator
        for indicator in in_use(store.settings)
        if indicator.measure == "thuiszitters" and indicator.sector == one.sector
    ]


def offered(store: Store, viewer: Viewer, one: School) -> list[Offer]:
    """The arrangements of the school in the newest schooljaar in which it told any."""
    # Of whom an offer is, is known also where it is not known of which the school is.
    swv = one.swv or store.settings.swv or UNKNOWN
    every = catalogue(store, viewer, one.sector, swv)
    own = [offer for offer in every if offer.vestiging == one.code]
    newest = max((offer.schooljaar for offer in own), default="")
    return [offer for offer in own if offer.schooljaar == newest]


def said(figure: Figure, indicator: Indicator) -> str:
    """A figure as a thing that can be right or wrong: how many, of how many."""
    if indicator.kind == "aantal":
        return wording.value_long(figure, indicator)
    return wording.teller_noemer(figure, indicator) or wording.value_long(figure, indicator)


def _newest(store: Store, who: Viewer, one: School, indicator: Indicator) -> list[Item]:
    known = [
        f
        for f in own_figures(store, who, indicator, one)
        if (f.noemer or not indicator.noemer) and (f.is_hidden or wording.is_known(f))
    ]
    return [_of_figure(one, indicator, known[-1])] if known else []


def _of_figure(one: School, indicator: Indicator, figure: Figure) -> Item:
    when = moments.when(figure.periode, indicator.moment)
    key = f"cijfer/{indicator.name}/{figure.periode}"
    return _item(one, key, f"{indicator.short}, {when}", said(figure, indicator))


def _of_offer(one: School, offer: Offer) -> Item:
    key = f"arrangement/{offer.schooljaar}/{offer.code}"
    # How many are free follows from the rest; that there is a place, nobody has to confirm.
    numbers = [
        f"{name} {words}" for name, words in offer_numbers.numbers(offer).items() if name != "vrij"
    ]
    register = f"{offer.status}; {', '.join(numbers)}"
    return _item(one, key, f"{offer.titel}, schooljaar {offer.schooljaar}", register)


def _identity(one: School) -> str:
    where = " ".join(part for part in (one.postcode, one.plaats) if part)
    parts = (one.naam, TYPES.get(one.schooltype, ""), one.adres, where, one.bestuur)
    return "; ".join(part for part in parts if part)


def _item(one: School, key: str, title: str, register: str) -> Item:
    return Item(one.swv, one.code, key, title, register.replace(dutch.SPACE, " "))
