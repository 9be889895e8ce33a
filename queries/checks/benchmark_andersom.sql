-- title:       Cijfers van elders waarvan het minimum boven het maximum ligt
-- advice:      Kijk in het bestand naar WAARDE MIN en WAARDE MAX: waarschijnlijk zijn ze verwisseld. Verbeter het
--              en lever opnieuw; tot dan klopt de band in de grafiek niet.
-- seriousness: fout

select
    indicator || ' ' || jaar as code,
    indicator || ' (' || jaar || ', ' || bron || '): ' || waarde_min || ' tot ' || waarde_max as melding,
from bron.benchmarks
where waarde_min > waarde_max
