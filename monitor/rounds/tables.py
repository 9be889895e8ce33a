"""The tables of rounds in the journal. All of them only grow: the last row holds."""

import sqlalchemy as sa

from monitor.access.tables import only_grows
from monitor.store.journal import Moment, metadata


vragenlijst = sa.Table(
    # The text as it was when a ronde was made of it, also when the file is edited or lost.
    "vragenlijst",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("code", sa.String(40), nullable=False, index=True),
    sa.Column("versie", sa.String(20), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("tekst", sa.Text, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
ronde = sa.Table(
    "ronde",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("swv", sa.String(6), nullable=False, index=True),
    sa.Column("code", sa.String(40), nullable=False),
    sa.Column("schooljaar", sa.String(9), nullable=False),
    sa.Column("titel", sa.String(200), nullable=False),
    sa.Column("regels", sa.JSON, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
    sa.UniqueConstraint("swv", "code"),
)
ronde_stap = sa.Table(
    "ronde_stap",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("ronde", sa.ForeignKey("ronde.nummer"), nullable=False, index=True),
    sa.Column("stap", sa.String(20), nullable=False),
    sa.Column("tot", sa.Date),  # of open and verlengd: the last day
    sa.Column("waarom", sa.String(600), nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
deelnemer = sa.Table(
    # Who is asked. Of one unit the first row is its number, and the last says whether it is asked.
    "deelnemer",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("ronde", sa.ForeignKey("ronde.nummer"), nullable=False, index=True),
    sa.Column("soort", sa.String(20), nullable=False),
    sa.Column("eenheid", sa.String(40), nullable=False),
    sa.Column("vragenlijst", sa.ForeignKey("vragenlijst.nummer"), nullable=False),
    sa.Column("erbij", sa.Boolean, nullable=False),
    sa.Column("waarom", sa.String(600), nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
vooraf = sa.Table(
    # What the monitor knew of one unit when the ronde opened, so that nobody who fills in or follows
    # has to open the store; the unit '' is all that is not asked. The last row holds.
    "vooraf",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("ronde", sa.ForeignKey("ronde.nummer"), nullable=False, index=True),
    sa.Column("soort", sa.String(20), nullable=False),
    sa.Column("eenheid", sa.String(40), nullable=False),
    sa.Column("inhoud", sa.JSON, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
indiening = sa.Table(
    # What became of the list of one deelnemer; `tot` is the last day of who was reopened.
    "indiening",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("deelnemer", sa.ForeignKey("deelnemer.nummer"), nullable=False, index=True),
    sa.Column("stap", sa.String(20), nullable=False),
    sa.Column("tot", sa.Date),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("waarom", sa.String(600), nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
voorgelegd = sa.Table(
    # What a deelnemer is called, and which words his SWV uses, when his list was first looked at
    # (`known.py`): filling in goes on from this, and opens no store.
    "voorgelegd",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("deelnemer", sa.ForeignKey("deelnemer.nummer"), nullable=False, unique=True),
    sa.Column("inhoud", sa.JSON, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
antwoord = sa.Table(
    "antwoord",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("ronde", sa.ForeignKey("ronde.nummer"), nullable=False),
    sa.Column("deelnemer", sa.ForeignKey("deelnemer.nummer"), nullable=False),
    sa.Column("rij", sa.String(100), nullable=False),
    sa.Column("vraag", sa.String(81), nullable=False),  # a row of a matrix is code/rij
    sa.Column("betekenis", sa.Integer, nullable=False),
    sa.Column("staat", sa.String(12), nullable=False),
    sa.Column("waarde", sa.JSON, nullable=False),
    sa.Column("herkomst", sa.String(20), nullable=False),
    sa.Column("basis", sa.Integer),  # the row that "klopt nog" is about
    sa.Column("gezien", sa.Integer),  # the row that it replaces, as who answered saw it
    sa.Column("bewijs", sa.String(10), nullable=False),
    sa.Column("te_laat", sa.Boolean, nullable=False),
    sa.Column("kaartje", sa.String(64), nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
    # The same save, sent twice, is one row: the database refuses the second.
    sa.UniqueConstraint("ronde", "kaartje"),
    sa.Index("antwoord_plaats", "ronde", "deelnemer", "rij", "vraag", "nummer"),
)
for _table in (vragenlijst, ronde, ronde_stap, deelnemer, vooraf, voorgelegd, indiening, antwoord):
    only_grows(_table)
