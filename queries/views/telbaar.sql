-- kept: Eén rij per sector, groep, periode en samenwerkingsverband waarvan de leerlingen van die
-- groep die dag geteld zijn. Is het hele land geteld, dan is dat elk samenwerkingsverband, en is
-- geen leerling dus echt nul; alleen niet waar bijna iedereen weg is die er ervoor en erna wel is.
-- Anders moet minstens de helft geteld zijn van de leerlingen die te verwachten waren, en van een
-- eigen telling van het samenwerkingsverband ook de helft van de vestigingen. Voor 'onbekend' geldt
-- dit niet: dat zijn de scholen waarvan het samenwerkingsverband niet bekend is, en die tellen mee.
-- Zonder deze regel zou een half geleverd jaar als daling te zien zijn, of een aandeel van een
-- hele teller in een halve noemer.

select
    volledigheid.sector,
    volledigheid.groep,
    volledigheid.periode,
    volledigheid.swv,
    landelijk.periode is not null as is_landelijk,
from views.volledigheid as volledigheid
left join views.landelijk as landelijk
    on landelijk.sector = volledigheid.sector
    and landelijk.groep = volledigheid.groep
    and landelijk.periode = volledigheid.periode
where case
    when volledigheid.swv = 'onbekend' then true
    when landelijk.periode is not null
        then 10 * volledigheid.leerlingen >= volledigheid.leerlingen_rondom
    else volledigheid.geteld > 0
        and 2 * volledigheid.leerlingen >= volledigheid.leerlingen_verwacht
        and (
            not volledigheid.is_eigen_telling
            or 2 * volledigheid.geteld >= volledigheid.verwacht_ruim
        )
end
