-- kept: Eén rij per keten en verzuimmelding die telt: in welke reeks zij zit, met de eerste dag daarvan.
-- Meldingen van één leerling zijn één reeks als er geen schooldag tussen ligt, van welke school of
-- gemeente ze ook komen. Weekenden en geleverde vakanties breken een reeks niet af; zijn er geen
-- vakanties geleverd, dan zijn drie dagen het meeste. Een ingetrokken melding telt niet. Een
-- afgesloten melding telt tot haar einde: zij was er toen wel. Afgesloten zonder einde, of een einde
-- vóór het begin, is onbruikbaar; een controle noemt die.
--
-- De ketens: `dossier`, alle meldingen (zo lang bewaren we ze samen); `mogelijk`, wie zonder geldige
-- reden weg kan zijn; `zeker`, wie dat zeker is, en zeker alle lessen mist. In de laatste twee maakt
-- een melding met een geldige reden of een vrijstelling een eind aan de reeks. `tot` is het einde van
-- de melding, of het begin van de volgende in de reeks als er alleen vrije dagen tussen liggen.

with melding as (
    select
        melding.meldingnummer,
        leerling,
        verzuim_sinds as sinds,
        coalesce(einde_verzuim, date '9999-12-31') as einde,
        -- Wat een volledige lijst niet meer noemt is voorbij, maar sinds wanneer is niet bekend.
        coalesce(einde_verzuim, weg.uiterlijk, date '9999-12-31') as einde_mogelijk,
        coalesce(einde_verzuim, weg.zeker_tot, date '9999-12-31') as einde_zeker,
        ingeschreven,
        vrijstelling,
        -- Wie niet is ingeschreven heeft een vrijstelling nodig, wie dat wel is een geldige reden. Sloot
        -- de gemeente de melding omdat de leerling ziek was of weg mocht zijn, dan was het geen verzuim.
        case
            when ingeschreven = 'nee' and vrijstelling is null then 'misschien'
            when ingeschreven = 'nee' and vrijstelling = 'geen' then 'ja'
            when ingeschreven = 'nee' then 'nee'
            when geoorloofd = 'ja' then 'nee'
            when reden_einde in ('langdurig ziek', 'legitiem afwezig') then 'nee'
            else 'ja'
        end as zonder_reden,
        -- Mist de leerling alle lessen? Niet ingevuld en onbekend zijn hetzelfde; overig, 18 plus en
        -- ziek zeggen er niets over. Langdurig terwijl hij niet alle lessen mist is een tegenspraak.
        case
            when soort_verzuim in ('16 uur', 'luxe', 'signaal') and alle_lessen_gemist = 'ja' then 'ja'
            when soort_verzuim in ('16 uur', 'luxe', 'signaal') then 'nee'
            when soort_verzuim = 'langdurig' and alle_lessen_gemist = 'nee' then 'misschien'
            when alle_lessen_gemist = 'nee' then 'nee'
            when soort_verzuim = 'langdurig' or alle_lessen_gemist = 'ja' then 'ja'
            when uren >= (select uren from instellingen.langdurig) then 'ja'
            else 'misschien'
        end as alle_lessen,
    from bron.verzuimmeldingen as melding
    left join views.niet_genoemd as weg on weg.meldingnummer = melding.meldingnummer
    where status <> 'ingetrokken'
        and (status <> 'afgesloten' or einde_verzuim is not null)
        and coalesce(einde_verzuim >= verzuim_sinds, true)
),

lid as (
    select
        'dossier' as keten, leerling, meldingnummer, sinds, einde, ingeschreven, vrijstelling,
        alle_lessen,
    from melding
    union all
    select
        'mogelijk', leerling, meldingnummer, sinds, einde_mogelijk, ingeschreven, vrijstelling,
        alle_lessen,
    from melding
    where zonder_reden <> 'nee'
    union all
    select
        'zeker', leerling, meldingnummer, sinds, einde_zeker, ingeschreven, vrijstelling,
        alle_lessen,
    from melding
    where zonder_reden = 'ja' and (ingeschreven = 'nee' or alle_lessen = 'ja')
),

-- Tot wanneer de meldingen ervoor samen liepen.
op_volgorde as (
    select
        *,
        max(einde) over (
            partition by keten, leerling
            order by sinds, einde, meldingnummer
            rows between unbounded preceding and 1 preceding
        ) as vorig_einde,
    from lid
),

-- Dagen sinds een maandag: zo is de dag van de week overal dezelfde rekensom.
genummerde_dag as (
    select
        *,
        date_diff('day', date '1900-01-01', vorig_einde + 1) as van_dag,
        date_diff('day', date '1900-01-01', sinds) as tot_dag,
    from op_volgorde
    -- Ook wat nog loopt staat hierin: daar komt niets na.
    where vorig_einde < date '9999-12-31'
),

gat as (
    select distinct
        keten,
        leerling,
        vorig_einde,
        sinds,
        -- De dagen van maandag tot en met vrijdag die er echt tussen liggen.
        (tot_dag - tot_dag % 7) / 7 * 5 + least(tot_dag % 7, 5)
        - (van_dag - van_dag % 7) / 7 * 5 - least(van_dag % 7, 5) as werkdagen,
    from genummerde_dag
    where sinds > vorig_einde
),

vrij as (
    select gat.keten, gat.leerling, gat.sinds, count(*) as dagen
    from gat
    join views.vrije_dag as vrije_dag
        on vrije_dag.dag > gat.vorig_einde and vrije_dag.dag < gat.sinds
    group by gat.keten, gat.leerling, gat.sinds
),

-- Wat er tussen ligt en een eind aan de reeks maakt.
onderbroken as (
    select distinct gat.keten, gat.leerling, gat.sinds
    from gat
    join melding
        on melding.leerling = gat.leerling
        and melding.sinds < gat.sinds
    where (
            gat.keten = 'mogelijk'
            and melding.zonder_reden = 'nee'
            and melding.einde_zeker > gat.vorig_einde
        )
        or (
            gat.keten = 'zeker'
            and melding.zonder_reden <> 'ja'
            and melding.einde_mogelijk > gat.vorig_einde
        )
),

overbrugd as (
    select gat.keten, gat.leerling, gat.sinds
    from gat
    left join vrij
        on vrij.keten = gat.keten and vrij.leerling = gat.leerling and vrij.sinds = gat.sinds
    left join onderbroken
        on onderbroken.keten = gat.keten
        and onderbroken.leerling = gat.leerling
        and onderbroken.sinds = gat.sinds
    where onderbroken.sinds is null
        and case
            when (select count(*) from views.vrije_dag) > 0
                then gat.werkdagen <= coalesce(vrij.dagen, 0)
            else gat.sinds <= gat.vorig_einde + 3
        end
),

-- Een stuk loopt zonder onderbreking door; een reeks is een of meer stukken.
begonnen as (
    select
        op_volgorde.*,
        case when op_volgorde.sinds <= op_volgorde.vorig_einde then 0 else 1 end as nieuw_stuk,
        case
            when op_volgorde.sinds <= op_volgorde.vorig_einde then 0
            when overbrugd.sinds is not null then 0
            else 1
        end as nieuwe_reeks,
    from op_volgorde
    left join overbrugd
        on overbrugd.keten = op_volgorde.keten
        and overbrugd.leerling = op_volgorde.leerling
        and overbrugd.sinds = op_volgorde.sinds
        and op_volgorde.sinds > op_volgorde.vorig_einde
),

genummerd as (
    select
        *,
        sum(nieuw_stuk) over tot_hier as stuk,
        sum(nieuwe_reeks) over tot_hier as reeks,
    from begonnen
    window tot_hier as (
        partition by keten, leerling
        order by sinds, einde, meldingnummer
        rows between unbounded preceding and current row
    )
),

begrensd as (
    select
        *,
        min(sinds) over (partition by keten, leerling, reeks) as begin,
        max(einde) over (partition by keten, leerling, stuk) as einde_stuk,
        min(sinds) over (
            partition by keten, leerling, reeks
            order by stuk
            range between 1 following and 1 following
        ) as volgende,
    from genummerd
)

select
    keten,
    leerling,
    meldingnummer,
    cast(reeks as integer) as reeks,
    sinds,
    begin,
    case
        when einde = einde_stuk and volgende is not null then volgende
        when einde < date '9999-12-31' then einde
    end as tot,
    ingeschreven,
    vrijstelling,
    alle_lessen,
from begrensd
