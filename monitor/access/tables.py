"""The tables of accounts in the journal. Lists of codes are kept as JSON, moments in UTC."""

import sqlalchemy as sa

from monitor.store.journal import Moment, metadata


account = sa.Table(
    "account",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("email", sa.String(254), nullable=False, unique=True),
    sa.Column("naam", sa.String(200), nullable=False),
    sa.Column("aangemaakt", Moment, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("gezien", Moment),
    sa.Column("via", sa.String(20), nullable=False, default=""),
)
wachtwoord = sa.Table(
    # Written over: an old hash is of use to a thief only.
    "wachtwoord",
    metadata,
    sa.Column("account", sa.ForeignKey("account.nummer"), primary_key=True),
    sa.Column("hash", sa.String(300), nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
recht = sa.Table(
    # The last row of an account holds.
    "recht",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("account", sa.ForeignKey("account.nummer"), nullable=False, index=True),
    sa.Column("rol", sa.String(20), nullable=False),
    sa.Column("swv", sa.JSON, nullable=False),
    sa.Column("vestigingen", sa.JSON, nullable=False),
    sa.Column("besturen", sa.JSON, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
recht_gemeente = sa.Table(
    # Of which gemeente somebody of that role is. A table beside `recht` and no column of it: a journal
    # of the version before has none, gets it when it is opened, and stays readable for that version.
    "recht_gemeente",
    metadata,
    sa.Column("nummer", sa.ForeignKey("recht.nummer"), primary_key=True, autoincrement=False),
    sa.Column("gemeente", sa.String(6), nullable=False),
)
toestand = sa.Table(
    # Whether an account may be used; the last row holds.
    "toestand",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("account", sa.ForeignKey("account.nummer"), nullable=False, index=True),
    sa.Column("actief", sa.Boolean, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
)
inzage = sa.Table(
    # Grants of exact figures; `tot` is the last day.
    "inzage",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("account", sa.ForeignKey("account.nummer"), nullable=False, index=True),
    sa.Column("swv", sa.String(6), nullable=False),
    sa.Column("waarom", sa.String(2000), nullable=False),
    sa.Column("tot", sa.Date),
    sa.Column("wie", sa.String, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
    sa.Column("ingetrokken", Moment),
    sa.Column("ingetrokken_door", sa.String),
)
uitnodiging = sa.Table(
    "uitnodiging",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("token", sa.String(64), nullable=False, unique=True),  # sha256 of it
    # Of whom a new password is asked; empty: it makes an account.
    sa.Column("account", sa.ForeignKey("account.nummer")),
    sa.Column("email", sa.String(254), nullable=False, index=True),
    sa.Column("naam", sa.String(200), nullable=False),
    sa.Column("rol", sa.String(20), nullable=False),
    sa.Column("swv", sa.JSON, nullable=False),
    sa.Column("vestigingen", sa.JSON, nullable=False),
    sa.Column("besturen", sa.JSON, nullable=False),
    sa.Column("wie", sa.String, nullable=False),
    # Made by a command on the machine itself, and not by a beheerder who may have left by now.
    sa.Column("opdracht", sa.Boolean, nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
    sa.Column("tot", Moment, nullable=False),
    sa.Column("gebruikt", Moment),
    sa.Column("ingetrokken", Moment),
    sa.Column("ingetrokken_door", sa.String),
)
uitnodiging_gemeente = sa.Table(
    # As `recht_gemeente`, of what is offered.
    "uitnodiging_gemeente",
    metadata,
    sa.Column("nummer", sa.ForeignKey("uitnodiging.nummer"), primary_key=True, autoincrement=False),
    sa.Column("gemeente", sa.String(6), nullable=False),
)
sessie = sa.Table(
    "sessie",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("token", sa.String(64), nullable=False, unique=True),  # sha256 of it
    sa.Column("account", sa.ForeignKey("account.nummer"), nullable=False, index=True),
    sa.Column("via", sa.String(20), nullable=False),
    sa.Column("adres", sa.String(64), nullable=False),
    sa.Column("begonnen", Moment, nullable=False),
    sa.Column("gezien", Moment, nullable=False),
    sa.Column("beeindigd", Moment),
)
poging = sa.Table(
    # Attempts to sign in, per e-mail address as typed and per network address: both as a keyed
    # hash, so that nobody can read here who tried.
    "poging",
    metadata,
    sa.Column("sleutel", sa.String(64), primary_key=True),
    sa.Column("aantal", sa.Float, nullable=False),
    sa.Column("laatst", Moment, nullable=False, index=True),
    sa.Column("tot", Moment),
)
binding = sa.Table(
    # Who somebody is at the provider (OIDC), from the first time that he came from there.
    "binding",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("account", sa.ForeignKey("account.nummer"), nullable=False),
    sa.Column("uitgever", sa.String(500), nullable=False),
    sa.Column("onderwerp", sa.String(500), nullable=False),
    sa.Column("wanneer", Moment, nullable=False),
    sa.UniqueConstraint("uitgever", "onderwerp"),
    sa.UniqueConstraint("account", "uitgever"),
)
sleutel = sa.Table(
    # One random key, for the keyed hashes of `poging`.
    "sleutel",
    metadata,
    sa.Column("een", sa.Integer, primary_key=True),
    sa.Column("waarde", sa.String(64), nullable=False),
)
logboek = sa.Table(
    "logboek",
    metadata,
    sa.Column("nummer", sa.Integer, primary_key=True),
    sa.Column("wanneer", Moment, nullable=False, index=True),
    sa.Column("wie", sa.String(254), nullable=False),
    sa.Column("wat", sa.String(30), nullable=False),
    sa.Column("over", sa.String(500), nullable=False),
    sa.Column("uitkomst", sa.String(40), nullable=False),
    sa.Column("adres", sa.String(64), nullable=False),
    sa.Column("swv", sa.String(2000), nullable=False),  # codes with a space between them
)


def only_grows(table: sa.Table) -> None:
    """The database itself refuses to change or throw away what stands in a table."""
    name = table.name
    for verb in ("update", "delete"):
        sa.event.listen(
            table,
            "after_create",
            sa.DDL(
                f"create trigger {name}_{verb} before {verb} on {name} "
                f"begin select raise(abort, '{name}: alleen toevoegen'); end"
            ).execute_if(dialect="sqlite"),
        )
    # `insert or replace` throws the old row away without asking the trigger of a delete.
    sa.event.listen(
        table,
        "after_create",
        sa.DDL(
            f"create trigger {name}_replace before insert on {name} "
            f"when exists (select 1 from {name} where nummer = new.nummer) "
            f"begin select raise(abort, '{name}: alleen toevoegen'); end"
        ).execute_if(dialect="sqlite"),
    )
    function = (
        f"create or replace function {name}_blijft() returns trigger language plpgsql as "
        f"$$ begin raise exception '{name}: alleen toevoegen'; end $$"
    )
    trigger = (
        f"create trigger {name}_blijft before update or delete or truncate on {name} "
        f"for each statement execute function {name}_blijft()"
    )
    for text in (function, trigger):
        sa.event.listen(table, "after_create", sa.DDL(text).execute_if(dialect="postgresql"))


for _table in (logboek, recht, recht_gemeente, toestand):
    only_grows(_table)
