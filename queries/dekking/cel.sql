-- kept: Eén rij per schooljaar, samenwerkingsverband, soort aanbod (plan of praktijk), woonplaats,
-- ondersteuningsvraag, niveau en school: de behoefte na de koppeling (monitor/coverage). Wordt gevuld
-- als iemand erom vraagt. `gedekt` is de plaatsing met de minste afstand op bekende plekken;
-- `onbekend` wie er misschien ook nog past, op plekken die niemand opgaf: samen precies het totaal.

select
    cast(null as varchar) as sector,
    cast(null as varchar) as swv,
    cast(null as varchar) as schooljaar,
    cast(null as varchar) as aanbod,
    cast(null as varchar) as eenheid,
    cast(null as varchar) as ondersteuningsvraag,
    cast(null as varchar) as niveau,
    cast(null as integer) as behoefte,
    cast(null as integer) as gedekt,
    cast(null as integer) as onbekend,
    cast(null as integer) as zeker_tekort,
    cast(null as integer) as in_wijk,
    cast(null as integer) as in_gemeente,
    cast(null as integer) as in_subregio,
    cast(null as double) as bereikbaar,
where false
