-- kept: Eén rij per soort bestand, periode en levering: uit welk bestand de cijfers van die
-- periode komen, en of de telling voorlopig of definitief is (waar het bestand dat zegt). Bestanden
-- van leerlingen gaan over alle perioden; daar is de periode leeg.

with per_levering as (
    select
        'leerlingen_vo_onderwijstype' as bron,
        strftime(peildatum, '%Y-%m-%d') as periode,
        levering,
        null as status,
    from bron.leerlingen_vo_onderwijstype
    union
    select 'leerlingen_vo_vavo', strftime(peildatum, '%Y-%m-%d'), levering, null
    from bron.leerlingen_vo_vavo
    union
    select 'afstand', strftime(peildatum, '%Y-%m-%d'), levering, null
    from bron.afstand
    union
    select 'leerlingen_historie', jaar || '-10-01', levering, null
    from bron.leerlingen_historie
    union
    select 'leerlingtelling', strftime(peildatum, '%Y-%m-%d'), levering, status
    from bron.leerlingtelling
    union
    select 'vsv', strftime(peildatum, '%Y'), levering, null
    from bron.vsv
    union
    select 'tlv', '', levering, null
    from bron.tlv
    union
    select 'aanvragen', '', levering, null
    from bron.aanvragen
    union
    select 'verzuimmeldingen', '', levering, null
    from bron.verzuimmeldingen
    union
    select 'arrangementen', schooljaar, levering, null
    from bron.arrangementen
    union
    -- Kosten gaan per kalenderjaar: dat is van het schooljaar dat erin eindigt en dat erin begint.
    select 'arrangementen', left(schooljaar, 4), levering, null
    from bron.arrangementen
    union
    select 'arrangementen', right(schooljaar, 4), levering, null
    from bron.arrangementen
    union
    select 'behoefte', schooljaar, levering, null
    from bron.behoefte
    union
    select 'basisondersteuning', schooljaar, levering, null
    from bron.basisondersteuning
    union
    select 'normen', '', levering, null
    from bron.normen
    union
    -- Ook waarvan de rijen zijn opgeruimd: de cijfers daaruit zijn er nog.
    select bron, '', levering, null
    from bron.bewaard_herkomst
)

select
    per_levering.bron,
    per_levering.periode,
    per_levering.levering,
    per_levering.status,
    levering.bestand,
    levering.geleverd,
from per_levering
join bron.levering as levering on levering.nummer = per_levering.levering
