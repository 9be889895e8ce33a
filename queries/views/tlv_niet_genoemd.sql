-- Eén rij per open tlv-aanvraag die een latere, volledige lijst niet meer noemt: zij was nog open op
-- `zeker_tot` (de laatste dag waarop er in haar eigen bestand een aanvraag binnenkwam) en niet meer op
-- `uiterlijk` (toen die lijst geleverd werd).

select
    tlv.beschikkingsnummer,
    tlv.leerling,
    least(
        greatest(tlv.ontvangen, tlv.genoemd_op), cast(lijst.geleverd as date)
    ) as zeker_tot,
    cast(lijst.geleverd as date) as uiterlijk,
from bron.tlv as tlv
join bron.levering as lijst on lijst.nummer = tlv.niet_genoemd_in
