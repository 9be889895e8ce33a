-- title:       Schoolvakanties waarvan de dagen niet kunnen kloppen
-- advice:      Verbeter de eerste en laatste dag en lever het schooljaar van die regio opnieuw. Tot
--              dan telt de monitor verkeerde schoolweken.
-- seriousness: fout

with vakanties as (
    select
        *,
        schooljaar || ', ' || regio || ', ' || vakantie || ': ' as naam,
        cast(substr(schooljaar, 1, 4) as integer) as begint,
    from bron.schoolvakanties
)

select
    schooljaar || ' ' || regio as code,
    naam || 'de laatste dag (' || strftime(laatste_dag, '%d-%m-%Y') || ') is voor de eerste ('
        || strftime(eerste_dag, '%d-%m-%Y') || ')' as melding,
from vakanties
where laatste_dag < eerste_dag
union all
select
    schooljaar || ' ' || regio as code,
    naam || strftime(eerste_dag, '%d-%m-%Y') || ' tot en met '
        || strftime(laatste_dag, '%d-%m-%Y') || ' is niet in dat schooljaar' as melding,
from vakanties
where laatste_dag >= eerste_dag
    -- De zomervakantie hoort bij het schooljaar dat eindigt en loopt door in september.
    and (
        eerste_dag < make_date(begint, 8, 1)
        or laatste_dag > make_date(begint + 1, 9, 15)
    )
union all
select
    schooljaar || ' ' || regio as code,
    naam || cast(date_diff('day', eerste_dag, laatste_dag) + 1 as varchar)
        || ' dagen is te lang voor een vakantie' as melding,
from vakanties
where laatste_dag >= eerste_dag
    and date_diff('day', eerste_dag, laatste_dag) + 1 > 60
