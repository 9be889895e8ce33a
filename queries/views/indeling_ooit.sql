-- Eén rij per postcode4 en levering van een eigen regio-indeling, ook van wat een latere verving: in welke
-- gemeente de postcode toen lag. Zo is te zien welke gemeenten zijn opgegaan in welke.

select levering, postcode4, gemeentecode, gemeentenaam from bron.regio_indeling
union all
select levering, postcode4, gemeentecode, gemeentenaam from bron.vervangen_regio_indeling
