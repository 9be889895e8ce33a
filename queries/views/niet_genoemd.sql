-- Eén rij per open verzuimmelding die een latere, volledige lijst niet meer noemt: zij liep nog op
-- `zeker_tot` (de laatste dag waarop er in haar eigen bestand een verzuim begon) en was voorbij op
-- `uiterlijk` (toen die lijst geleverd werd). Waar daartussen zij ophield, weet niemand.

select
    melding.meldingnummer,
    least(
        greatest(melding.verzuim_sinds, melding.genoemd_op), cast(lijst.geleverd as date)
    ) as zeker_tot,
    cast(lijst.geleverd as date) as uiterlijk,
from bron.verzuimmeldingen as melding
join bron.levering as lijst on lijst.nummer = melding.niet_genoemd_in
