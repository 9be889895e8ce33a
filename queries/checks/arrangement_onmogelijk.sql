-- title:       Arrangementen met meer bezet of meer praktijk dan er plaatsen zijn
-- advice:      Kijk in het bestand naar PLAATSEN PLAN, PLAATSEN PRAKTIJK en BEZET. Zijn het er echt meer dan
--              gepland, dan hoeft u niets te doen; anders verbetert u het en levert u opnieuw.
-- seriousness: let op

select
    schooljaar || ' ' || arrangementscode as code,
    titel || ' (' || schooljaar || '): '
        || case
            when bezet > coalesce(plaatsen_praktijk, plaatsen_plan)
                then bezet || ' bezet van ' || coalesce(plaatsen_praktijk, plaatsen_plan) || ' plaatsen'
            else plaatsen_praktijk || ' plaatsen in de praktijk en ' || plaatsen_plan || ' in het plan'
        end as melding,
from bron.arrangementen
where bezet > coalesce(plaatsen_praktijk, plaatsen_plan) or plaatsen_praktijk > plaatsen_plan
