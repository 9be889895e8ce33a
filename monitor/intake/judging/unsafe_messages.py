"""What a file could do to us or to who opens it later, and what its sender is told: as `messages`.

Limits on size stand with who reads; the sentences stand here together.
"""

MB = 1_000_000


def file_too_large(size: int, most: int) -> str:
    return (
        f"dit bestand is {_mb(size)} MB; de monitor leest van deze soort hoogstens {_mb(most)} MB. "
        "Verdeel het over meer bestanden, of haal weg wat niet nodig is, en lever het opnieuw."
    )


def delivery_too_large(size: int, most: int) -> str:
    return (
        f"Samen zijn deze bestanden {_mb(size)} MB; een levering mag hoogstens {_mb(most)} MB zijn. "
        "Lever ze in delen."
    )


def too_many_files(number: int, most: int) -> str:
    return (
        f"Dit zijn {number} bestanden; een levering heeft er hoogstens {most}. Lever ze in delen."
    )


def line_too_long(most: int) -> str:
    return (
        f"een regel is langer dan {_mb(most)} MB, dus dit is geen tabel zoals de monitor die leest. "
        "Controleer de export en lever het bestand opnieuw."
    )


def took_too_long() -> str:
    return (
        "het lezen en keuren van dit bestand duurde te lang en is gestopt; er is niets veranderd. "
        "Verdeel het over meer bestanden, of haal weg wat niet nodig is, en lever het opnieuw."
    )


def heading_too_long(length: int, most: int) -> str:
    return (
        f"een kolomkop is {length} tekens lang; de monitor leest er hoogstens {most}. Staan er wel "
        "kolomkoppen boven de rijen? Maak de kop korter en lever het bestand opnieuw."
    )


def too_many_parts() -> str:
    return (
        "het Excel-bestand bestaat uit te veel onderdelen om te lezen. Kopieer de gegevens naar een "
        "nieuw werkboek, of lever ze als CSV."
    )


def not_as_large_as_it_says() -> str:
    return (
        "het Excel-bestand is beschadigd of gemaakt om schade te doen: uitgepakt is het anders dan "
        "het zelf zegt. Open het in Excel, sla het op als nieuw XLSX-bestand en lever dat."
    )


def with_macros() -> str:
    return (
        "in dit Excel-bestand zitten macro's (kleine programma's). De monitor neemt die niet aan. "
        "Sla het op als XLSX zonder macro's, of als CSV, en lever het opnieuw."
    )


def with_embedded() -> str:
    return (
        "in dit Excel-bestand zitten andere bestanden of besturingselementen. De monitor neemt die "
        "niet aan. Kopieer alleen de gegevens naar een nieuw werkboek en lever dat."
    )


def with_commands() -> str:
    return (
        "dit Excel-bestand roept bij het openen een ander programma aan (DDE of OLE). De monitor "
        "neemt dat niet aan. Kopieer alleen de waarden naar een nieuw werkboek en lever dat."
    )


def with_document_type() -> str:
    return (
        "in dit Excel-bestand staan verwijzingen (een DTD) die daar niet horen. "
        "Open het in Excel, sla het op als nieuw XLSX-bestand en lever dat."
    )


def remark_links_elsewhere() -> str:
    return (
        "Dit werkboek haalt waarden uit andere bestanden of bronnen. De monitor opent die niet en "
        "las de waarden zoals ze het laatst zijn opgeslagen."
    )


def _mb(size: int) -> str:
    return f"{max(1, round(size / MB)):,}".replace(",", ".")
