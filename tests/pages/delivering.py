"""What the tests of Leveringen share: small files, and what somebody does at the desk."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role
from monitor.pages.frame.serving import serving
from monitor.store.store import Store
from monitor.store.versions import Versions


REGIO = "POSTCODE4;SWV;GEMEENTENAAM;SUBREGIO\n9901;VO9901;Aa;Oost\n9902;VO9901;Bee;West\n"
REGIO_2 = "POSTCODE4;SWV;GEMEENTENAAM;SUBREGIO\n9902;VO9901;Bee;Oost\n9903;VO9901;Cee;Oost\n"
NAMEN = "NAAM;VESTIGINGSCODE;SYSTEEM\nDe Aa;99AA00;Kindkans\nDe Bee;99AB00;Kindkans\n"
TELLING = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n99AA00;01-10-2025;vo;120\n"
ADRESSEN = (
    "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;"
    "HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE;"
    "TELEFOONNUMMER;INTERNETADRES;ONDERWIJSSTRUCTUUR\n"
    "Zuid;12345;99XX;99XX00;Het Baken;Dijk;1;9911AA;BAKEL;9901;BAKEL;;;;HAVO/VWO\n"
)
FOUT = (
    "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
    "99AA00;01-10-2025;vo;veel\n99AB00;1 oktober;vo;12\n99AC00;01-10-2025;vo;veel\n;01-10-2025;vo;3\n"
)
VSV = (
    "SAMENWERKINGSVERBAND_NUMMER;VESTIGINGSNUMMER;AANTAL_LEERLINGEN;VSV_TOTAAL;VSV_VMBO;VSV_MBO;"
    "VSV_OVERIG\nVO9901;99AA00;120;3;1;1;1\n"
)
VREEMD = (
    "Nummer beschikking;Pseudoniem;Type TLV;Datum ontvangst;Uitkomst\n"
    "1;L-aaa;Voortgezet speciaal onderwijs;27-08-2025;toegekend\n"
    "2;L-bbb;so;28-08-2025;afgewezen\n"
)


def page(role: str) -> None:
    """The page on the newest version, as the shell opens it."""
    # AppTest runs a copy of this text, which knows only what it imports itself.
    from monitor.access import Role, Viewer
    from monitor.pages import leveringen
    from monitor.pages.frame.serving import chosen_folder, serving

    leveringen.show(serving(chosen_folder()).store(), Viewer(Role(role), frozenset({"VO9901"})))


@pytest.fixture
def at(versions: Versions, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page for the beheerder of the folder of `versions`; not run yet."""
    monkeypatch.setenv("DEKKEND_DATA", str(versions.folder))
    return AppTest.from_function(page, args=(Role.BEHEERDER.value,), default_timeout=60)


@pytest.fixture
def store(versions: Versions) -> Callable[[], Store]:
    """The newest version of the folder of `versions`."""
    return lambda: serving(versions.folder).store()


def drop(at: AppTest, *files: tuple[str, str | bytes]) -> AppTest:
    """Drop files, each (name, content), on the page."""
    uploads = [
        (name, content if isinstance(content, bytes) else content.encode(), "text/csv")
        for name, content in files
    ]
    return at.file_uploader[0].set_value(uploads).run()


def click(at: AppTest, label: str) -> AppTest:
    """Click the first button of that name."""
    next(button for button in at.button if button.label == label).click()
    return at.run()


def buttons(at: AppTest) -> list[str]:
    return [button.label for button in at.button]


def said(at: AppTest) -> str:
    """Everything in words on the page."""
    assert not at.exception
    parts = [*at.markdown, *at.success, *at.error, *at.info, *at.caption, *at.warning]
    return "\n".join(str(part.value) for part in parts).replace("\u00a0", " ").replace("\\", "")


def cells(at: AppTest, place: int = 0) -> list[list[str]]:
    """The rows of a table, without the escapes of markdown."""
    return [
        [str(cell).replace("\\", "") for cell in row]
        for row in at.table[place].value.to_numpy().tolist()
    ]


def open_part(at: AppTest, part: str) -> AppTest:
    return at.button_group(key="keuze_deel").set_value(part).run()


def _key(at: AppTest, start: str) -> str:
    return next(str(box.key) for box in at.selectbox if str(box.key).startswith(start))


def choose(at: AppTest, start: str, label: str, value: str) -> AppTest:
    """Choose in the selectbox of that name, of those whose key starts so."""
    box = next(b for b in at.selectbox if str(b.key).startswith(start) and b.label == label)
    return box.set_value(value).run()
