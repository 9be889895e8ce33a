"""Everything that can be wrong with a file, in Dutch: where, what, what now.

The file, line and column stand before the sentence (`errors.Problem`).
"""


def shortened(value: str) -> str:
    """At most forty characters of a faulty cell: enough to find it, never a whole row."""
    value = value.replace("\n", " ").replace("\r", " ")
    return value if len(value) <= 40 else value[:39] + "…"


def unreadable_zero() -> str:
    return "het bestand is leeg (0 bytes). Haal of maak het opnieuw en lever het dan."


def unreadable_zip() -> str:
    return "dit is een zip-bestand. Pak het uit en lever de bestanden die erin zitten."


def unreadable_kind(what: str) -> str:
    return f"dit is {what}. Lever het bestand als CSV of XLSX."


def unreadable_binary() -> str:
    return "dit is geen tekst en geen XLSX. Lever het bestand als CSV of XLSX."


def unreadable_text() -> str:
    return (
        "de tekens zijn niet te lezen (geen UTF-8 en geen Windows-1252). "
        "Sla het bestand op als CSV UTF-8 en lever het opnieuw."
    )


def unreadable_xlsx() -> str:
    return (
        "het Excel-bestand is niet te openen; misschien is het beschadigd of met een wachtwoord "
        "beveiligd. Open het in Excel, sla het zonder wachtwoord op als XLSX en lever het opnieuw."
    )


def unreadable_json() -> str:
    return (
        "dit is geen geldige GeoJSON of TopoJSON; is het bestand afgebroken? "
        "Haal het opnieuw op en lever het dan."
    )


def sheet_is_empty(sheet: str, others: list[str]) -> str:
    text = f"het eerste blad ('{sheet}') is leeg."
    if others:
        text += f" Er zijn ook: {', '.join(others)}. Zet het blad met de gegevens vooraan."
    return text


def no_rows() -> str:
    return "onder de kolomkoppen staan geen rijen. Controleer de export en lever het opnieuw."


def unknown_kind(found: list[str], candidates: list[str]) -> str:
    shown = ", ".join(f"'{shortened(heading)}'" for heading in found if heading.strip()) or "geen"
    text = f"het soort bestand is niet te herkennen. Gevonden kolomkoppen: {shown}."
    if candidates:
        text += " Het lijkt het meest op " + "; ".join(candidates) + "."
    return text + (
        " Pas de koppen aan, kies zelf de soort (--source NAAM) "
        "of maak op de pagina Leveringen een koppeling."
    )


def candidate(name: str, missing: list[str]) -> str:
    return f"{name} (er ontbreekt: {', '.join(missing)})"


def ambiguous_kind(names: list[str]) -> str:
    return (
        f"het bestand kan meer dan één soort zijn: {', '.join(names)}. "
        "Kies zelf de soort (--source NAAM)."
    )


def missing_columns(source: str, missing: list[str]) -> str:
    kolommen = "deze kolom" if len(missing) == 1 else "deze kolommen"
    return (
        f"voor '{source}' ontbreekt {', '.join(missing)}. "
        f"Voeg {kolommen} toe of pas de kolomkop aan."
    )


def double_heading(heading: str, first: str) -> str:
    if heading == first:
        return f"de kolomkop '{heading}' komt twee keer voor. Haal er een weg."
    return f"de kolomkoppen '{first}' en '{heading}' betekenen hetzelfde. Haal er een weg."


def wrong_width(found: int, expected: int, is_last: bool) -> str:
    text = f"heeft {found} {'cel' if found == 1 else 'cellen'}, verwacht {expected}."
    if is_last:
        return text + " Is het bestand afgebroken? Haal het opnieuw op."
    return text + " Staat er een scheidingsteken te veel of te weinig, of een aanhalingsteken los?"


def open_quote() -> str:
    return (
        'een aanhalingsteken (") wordt niet gesloten. Zet er een sluitend aanhalingsteken bij, '
        "of haal het weg."
    )


def bsn_heading() -> str:
    return (
        "deze kolom heet als een burgerservicenummer. De monitor neemt die niet aan; er is niets "
        "bewaard. Haal de kolom weg, of vervang de nummers door een pseudoniem."
    )


def bsn_values() -> str:
    return (
        "de waarden lijken op burgerservicenummers. De monitor neemt die niet aan; er is niets "
        "bewaard. Haal de kolom weg, of vervang de nummers door een pseudoniem."
    )


def empty_cell() -> str:
    return "is leeg, maar moet ingevuld zijn."


def wrong_cell(value: str, expected: str, echo: bool) -> str:
    if not echo:
        return f"de waarde is niet goed; verwacht {expected}."
    return f"'{shortened(value)}' is niet goed; verwacht {expected}."


def total_row() -> str:
    return "dit lijkt een totaalregel. Haal deze regel weg: totalen rekent de monitor zelf uit."


def double_row(key: str, first_line: int) -> str:
    return f"deze {key} staat ook al op regel {first_line}. Laat er één staan."


def more_of_these(number: int) -> str:
    return f"nog {number} keer een fout in deze kolom."


def moment_unknown(title: str) -> str:
    return (
        f"het jaar van '{title}' staat niet in het bestand en niet in de bestandsnaam. "
        "Geef de peildatum erbij (--peildatum 2025-10-01), of zet het jaar in de bestandsnaam."
    )


def moment_ambiguous(years: list[str]) -> str:
    return (
        f"de bestandsnaam noemt meer dan één jaar ({', '.join(years)}). "
        "Geef de peildatum erbij (--peildatum 2025-10-01)."
    )


def same_slice(other: str, what: str) -> str:
    return (
        f"gaat over hetzelfde als {other} ({what}). "
        "Lever er één van de twee, of lever ze na elkaar als het tweede het eerste vervangt."
    )


def remark_unknown_headings(headings: list[str]) -> str:
    return "Niet gebruikte kolommen: " + ", ".join(headings) + "."


def remark_doubles(number: int) -> str:
    return f"{number} dubbele rijen zijn overgeslagen; de eerste van elk is geladen."


def remark_moment(date: str) -> str:
    return (
        f"De datum van deze lijst stond niet in de bestandsnaam; {date} is aangehouden. "
        "Geef een andere met --peildatum."
    )


def remark_birthdate(heading: str) -> str:
    return (
        f"Kolom '{heading}' bevat geboortedatums. Die worden niet geladen, maar staan wel in het "
        "bewaarde bestand. Lever liever een bestand zonder die kolom."
    )
