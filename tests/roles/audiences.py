"""Who looks: the six roles, a consultant once with and once without the grant of exact figures."""

from monitor.access import Role, Viewer


SWV = frozenset({"VO9901"})
SCHOOL = "99AA00"
BESTUUR = "99101"
AUDIENCES = {
    "directeur": Viewer(Role.DIRECTEUR, SWV),
    "consultant": Viewer(Role.CONSULTANT, SWV),
    "inzage": Viewer(Role.CONSULTANT, SWV, exact=SWV),
    "bestuur": Viewer(Role.BESTUUR, SWV, frozenset({SCHOOL, "99AA01"}), frozenset({BESTUUR})),
    "school": Viewer(Role.SCHOOL, SWV, frozenset({SCHOOL})),
    "gemeente": Viewer(Role.GEMEENTE, SWV),
    "beheerder": Viewer(Role.BEHEERDER, SWV),
}
EXACT = ("directeur", "inzage", "beheerder")
PROTECTED = ("consultant", "bestuur", "school", "gemeente")
