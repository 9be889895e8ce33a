"""Everything that can be wrong with a file, in Dutch: where, what, what now.

The file, line and column stand before the sentence (`errors.Problem`).
"""

import re


HEADINGS_SHOWN = 12


def shortened(value: str) -> str:
    """At most forty characters of a faulty cell: enough to find it, never a whole row.

    What is not seen becomes a point: in a terminal it could do something.
    """
    value = "".join(letter if letter.isprintable() else "·" for letter in " ".join(value.split()))
    return value if len(value) <= 40 else value[:39] + "…"


def without_numbers(heading: str) -> str:
    """A heading as it may be shown: a file without headings has a pupil in their place."""
    return re.sub(r"[0-9]{6,}", "…", shortened(heading))


def times(number: int, one: str, more: str) -> str:
    """1 rij, 2 rijen"""
    return f"{number} {one if number == 1 else more}"


def unreadable_zero() -> str:
    return "het bestand is leeg (0 bytes). Haal of maak het opnieuw en lever het dan."


def unreadable_shortcut() -> str:
    return (
        "dit is een snelkoppeling naar een bestand en niet het bestand zelf. Open de snelkoppeling, bewaar "
        "het bestand (of download het als CSV of XLSX) en lever dat."
    )


def unreadable_lock() -> str:
    return (
        "dit is een hulpbestand dat Excel maakt zolang een werkmap open is (de naam begint met ~$). Sluit "
        "de werkmap en lever het bestand zonder ~$."
    )


def unreadable_zip() -> str:
    return "dit is een zip-bestand. Pak het uit en lever de bestanden die erin zitten."


def unreadable_kind(what: str) -> str:
    return f"dit is {what}. Lever de gegevens als CSV of XLSX."


def unreadable_numbers() -> str:
    return (
        "dit is een bestand van Numbers. Kies in Numbers Archief > Exporteer naar > Excel (of CSV) en "
        "lever dat bestand."
    )


def unreadable_xlsb() -> str:
    return (
        "dit is een binaire Excel-werkmap (.xlsb). Kies in Excel Opslaan als > Excel-werkmap (.xlsx) "
        "en lever dat bestand."
    )


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


def missing_file() -> str:
    return "dit bestand bestaat niet. Controleer de naam en de map."


def unreadable_file(reason: str) -> str:
    return f"dit bestand is niet te openen ({reason}). Controleer of u het mag lezen."


def no_features() -> str:
    return "er staan geen gebieden of punten in. Haal het bestand opnieuw op en lever het dan."


def sheet_is_empty(sheet: str, others: list[str]) -> str:
    text = f"het eerste blad ('{sheet}') is leeg."
    if others:
        return f"{text} Zet het blad met de gegevens vooraan; er zijn ook: {', '.join(others)}."
    return f"{text} Lever het bestand met de gegevens."


def formula_without_value(cell: str) -> str:
    return (
        f"cel {cell} heeft een formule zonder uitkomst. "
        "Open het bestand in Excel, sla het op en lever het opnieuw."
    )


def error_in_cell(cell: str, error: str) -> str:
    return f"cel {cell} heeft een fout ({error or 'onbekend'}). Verbeter de formule of de waarde."


def merged_cells(cells: str) -> str:
    return (
        f"de cellen {cells} zijn samengevoegd, dus alleen de eerste heeft een waarde. "
        "Hef de samenvoeging op en vul elke cel."
    )


def more_cells(number: int) -> str:
    return f"nog {times(number, 'cel', 'cellen')} waar iets mee is."


def no_content() -> str:
    return "er staan alleen lege regels in. Controleer de export en lever het bestand opnieuw."


def no_rows() -> str:
    return "onder de kolomkoppen staan geen rijen. Controleer de export en lever het opnieuw."


def hint_separator() -> str:
    return "Er is maar één kolom gevonden: gebruik ; of , of een tab als scheidingsteken."


def hint_first_sheet(sheet: str, others: list[str]) -> str:
    return (
        f"Alleen het eerste blad ('{sheet}') is gelezen; staan de gegevens op een ander blad "
        f"({', '.join(others)}), zet dat dan vooraan."
    )


def unknown_kind(
    found: list[str], candidates: list[str], hint: str = "", is_shown: bool = True
) -> str:
    text = "het soort bestand is niet te herkennen."
    if is_shown:
        filled = [f"'{without_numbers(heading)}'" for heading in found if heading.strip()]
        shown = ", ".join(filled[:HEADINGS_SHOWN]) or "geen"
        if len(filled) > HEADINGS_SHOWN:
            shown += f" en nog {len(filled) - HEADINGS_SHOWN}"
        text += f" Gevonden kolomkoppen: {shown}."
    else:
        number = sum(heading.strip() != "" for heading in found)
        text += " Geen kolomkop is bekend" + (f" (van {number})." if number > 1 else ".")
    if candidates:
        text += " Het lijkt het meest op " + "; ".join(candidates) + "."
    if not candidates and not hint:
        hint = "Staan er wel kolomkoppen boven de rijen?"
    if hint:
        return f"{text} {hint}"
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
    ontbreken = "ontbreekt" if len(missing) == 1 else "ontbreken"
    return (
        f"voor '{source}' {ontbreken} {', '.join(missing)}. "
        f"Voeg {kolommen} toe of pas de kolomkop aan."
    )


def constant_beside_column(heading: str, value: str, mapping: str) -> str:
    return (
        f"de koppeling '{mapping}' zegt overal '{value}' voor {heading}, maar het bestand heeft die "
        "kolom zelf. Haal haar uit de koppeling, of kies de koppeling niet."
    )


def remark_constants(everywhere: str, mapping: str) -> str:
    return f"Overal dezelfde waarde, volgens de koppeling '{mapping}': {everywhere}."


def double_heading(heading: str, first: str) -> str:
    if heading == first:
        return f"de kolomkop '{heading}' komt twee keer voor. Haal er een weg."
    return f"de kolomkoppen '{first}' en '{heading}' betekenen hetzelfde. Haal er een weg."


def wrong_width(found: int, expected: int, is_last: bool, is_lone: bool = False) -> str:
    text = f"heeft {times(found, 'cel', 'cellen')}, verwacht {expected}."
    if is_last and is_lone:
        return (
            f"{text} Is het bestand afgebroken, haal het dan opnieuw op; is dit een voetregel of "
            "tussenkop, haal die dan weg."
        )
    if is_last and found < expected:
        return text + " Is het bestand afgebroken? Haal het opnieuw op."
    return text + " Staat er een scheidingsteken te veel of te weinig, of een aanhalingsteken los?"


def wrong_quote() -> str:
    return (
        'een aanhalingsteken (") wordt niet gesloten, of er staat tekst achter. '
        "Zet een aanhalingsteken in een tekst dubbel, of haal het weg."
    )


def more_rows(number: int) -> str:
    return f"nog {times(number, 'rij', 'rijen')} met te veel of te weinig cellen."


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


def bsn_in_headings() -> str:
    return (
        "op de plaats van de kolomkoppen lijkt een burgerservicenummer te staan. De monitor neemt "
        "die niet aan; er is niets bewaard. Haal de kolom weg en zet kolomkoppen boven de rijen."
    )


def empty_cell() -> str:
    return "is leeg, maar moet ingevuld zijn."


def wrong_cell(value: str, expected: str, echo: bool) -> str:
    if not echo:
        return f"de waarde is niet goed; verwacht {expected}."
    return f"'{shortened(value)}' is niet goed; verwacht {expected}."


def none_of(headings: list[str]) -> str:
    names = f"{', '.join(headings[:-1])} of {headings[-1]}"
    return f"{names} moet ingevuld zijn."


def more_with_none(number: int) -> str:
    return f"nog {times(number, 'rij', 'rijen')} waarin geen van deze is ingevuld."


def total_row() -> str:
    return "dit lijkt een totaalregel. Haal deze regel weg: totalen rekent de monitor zelf uit."


def double_row(headings: list[str], first_line: int) -> str:
    if len(headings) == 1:
        text = f"{headings[0]} is hetzelfde als op regel {first_line}"
    else:
        names = f"{', '.join(headings[:-1])} en {headings[-1]}"
        text = f"{names} zijn samen hetzelfde als op regel {first_line}"
    return f"{text}. Laat één van de twee rijen staan."


def double_but_for_noughts(headings: list[str], first_line: int) -> str:
    return (
        f"{headings[0]} verschilt alleen in nullen vooraan van regel {first_line}: een spreadsheet "
        "laat die weg. Zet de nummers voluit in het bestand, of haal een van de twee rijen weg."
    )


def same_but_for_noughts(first_line: int) -> str:
    return (
        f"het nummer verschilt alleen in nullen vooraan van dat op regel {first_line}; of dit één "
        "leerling is, is niet te zien. Schrijf elk nummer overal hetzelfde, voluit als tekst."
    )


def pupils_known_twice(number: int) -> str:
    zijn = "is" if number == 1 else "zijn"
    return (
        f"{times(number, 'leerling', 'leerlingen')} in dit bestand {zijn} er al onder twee nummers "
        "die alleen in nullen vooraan verschillen. Trek de levering waarin een spreadsheet de nullen "
        "heeft weggelaten in, en lever die opnieuw met de nummers voluit."
    )


def remark_pupils_joined(number: int) -> str:
    kennen = times(number, "leerling", "leerlingen")
    return (
        f"{kennen} kenden wij al met hetzelfde nummer, anders geschreven (nullen vooraan, decimalen): "
        "zij tellen als dezelfde. Klopt dat niet, trek de levering dan in."
    )


def remark_numbers_joined(number: int, heading: str) -> str:
    zijn = "rij is" if number == 1 else "rijen zijn"
    return (
        f"{number} {zijn} er al met hetzelfde {heading}, met andere nullen vooraan: de nieuwe rij "
        "komt in de plaats van de oude."
    )


def same_row(first_line: int) -> str:
    return (
        f"deze rij is helemaal hetzelfde als regel {first_line} en zou dubbel tellen. Haal een van "
        "de twee weg; zijn het er echt twee, tel ze dan op tot één rij."
    )


def total_beside_parts() -> str:
    return (
        "is leeg, terwijl andere rijen van dezelfde vestiging het wel invullen. Is dit hun totaal, "
        "haal deze regel dan weg; vul het anders in."
    )


def more_totals(number: int) -> str:
    return f"nog {times(number, 'totaalregel', 'totaalregels')}."


def row_in_a_cell() -> str:
    return (
        'in één cel van deze rij staan hele regels: een aanhalingsteken (") wordt pas op een '
        "latere regel gesloten. Haal het aanhalingsteken weg, of zet het dubbel."
    )


def too_many_columns(number: int, most: int) -> str:
    return (
        f"er zijn {number} kolommen; de monitor leest er hoogstens {most}. Haal de kolommen weg "
        "die niet nodig zijn en lever het bestand opnieuw."
    )


def moment_ahead(date: str) -> str:
    return (
        f"het bestand zou gaan over {date}, en die dag moet nog komen. Verbeter het jaar in de "
        "bestandsnaam, of geef de goede peildatum erbij (--peildatum 2025-10-01)."
    )


def more_doubles(number: int) -> str:
    return f"nog {times(number, 'rij die', 'rijen die')} dubbel {'is' if number == 1 else 'zijn'}."


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


def remark_same_in_call(other: str) -> str:
    return f"Dit is hetzelfde bestand als {other}."


def remark_delivered_already() -> str:
    return "Dit bestand is al geleverd; er verandert niets."


def remark_kept_again() -> str:
    return "Wat ervan bewaard was, ontbrak of was veranderd; het is opnieuw bewaard."


def remark_ended(number: int, what: tuple[str, str]) -> str:
    staan = f"{what[0]} staat" if number == 1 else f"{what[1]} staan"
    return (
        f"{number} open {staan} niet meer in deze volledige lijst. Dat geldt als geëindigd, op een "
        "dag die niet bekend is; trekt u deze levering in, dan loopt het weer."
    )


def remark_goes_on(number: int, what: tuple[str, str]) -> str:
    staan = f"{what[0]} staat" if number == 1 else f"{what[1]} staan"
    lopen = "blijft" if number == 1 else "blijven"
    return (
        f"{number} open {staan} niet in dit bestand en {lopen} lopen. Is dit de volledige "
        "lijst, zeg dat dan bij het leveren (--volledig)."
    )


def remark_unknown_headings(headings: list[str]) -> str:
    return "Niet gebruikte kolommen: " + ", ".join(map(shortened, headings)) + "."


def remark_doubles(number: int) -> str:
    zijn = "is" if number == 1 else "zijn"
    rijen = times(number, "dubbele rij", "dubbele rijen")
    return f"{rijen} {zijn} overgeslagen; de eerste van elk is geladen."


def remark_moment() -> str:
    return (
        "Nergens staat van welke datum dit bestand is. Elk bestand van deze soort met een datum gaat "
        "er daarom voor. Geef de datum erbij met --peildatum."
    )


def remark_birthdate(heading: str, is_kept: bool) -> str:
    if not is_kept:
        return f"Kolom '{heading}' bevat geboortedatums. Die worden niet geladen en niet bewaard."
    return (
        f"Kolom '{heading}' bevat geboortedatums. Die worden niet geladen, maar staan wel in het "
        "bewaarde bestand. Lever liever een bestand zonder die kolom."
    )


def remark_too_old(number: int) -> str:
    rijen = times(number, "rij is", "rijen zijn")
    return (
        f"{rijen} ouder dan wij mogen bewaren en niet geladen. De cijfers over die tijd staan vast. "
        "Haal ze ook weg uit het systeem waar dit bestand uit komt."
    )


def remark_past_its_date(number: int) -> str:
    rijen = times(number, "rij is", "rijen zijn")
    return f"{rijen} over de bewaartermijn. Ruim ze op met: dekkend purge --uitvoeren"


def too_many_suspects(first: str) -> str:
    return f"{shortened(first)} Zo zijn er zeer veel; daarom is het lezen gestopt."


def workbook_too_large() -> str:
    return (
        "het Excel-bestand is uitgepakt te groot om te lezen. Lever de gegevens als CSV, of verdeel "
        "ze over meer bestanden."
    )


def sheet_too_large(sheet: str, rows: int, columns: int) -> str:
    return (
        f"het blad '{sheet}' loopt door tot rij {rows} en kolom {columns}; dat is te groot om te "
        "lezen. Staat er ver weg nog een cel (in Excel: Ctrl+End)? Verwijder de rijen en kolommen "
        "buiten de gegevens, sla het bestand op en lever het opnieuw."
    )


def table_above() -> str:
    return (
        "boven de kolomkoppen staat nog een tabel of een tweede rij met kolomkoppen. Lever elke "
        "tabel als een bestand, met één rij kolomkoppen."
    )


def tables_on_more_sheets(sheets: list[str]) -> str:
    return (
        f"er staan gegevens op meer dan één blad ({', '.join(sheets)}) en de monitor leest er maar "
        "één. Lever elk blad als een bestand, of verberg of verwijder de bladen die niet mee moeten."
    )


def remark_first_sheet(sheet: str, others: list[str]) -> str:
    return f"Alleen het blad '{sheet}' is gelezen; er zijn ook: {', '.join(others)}."


def number_or_text() -> str:
    return (
        "in deze rij staat een getal met een punt in een kolom met ook tekst; of de punt een "
        "komma betekent, is in dit oude soort Excel-bestand niet te zien. Sla het in Excel op als "
        "XLSX en lever dat."
    )
