"""Make the sample data: an invented SWV, "Rivierenstreek" (VO9901), in the public formats.

    python sample_data/generate.py [FOLDER]

Without FOLDER the files beside this script are written. Every run on every Python gives the same
bytes: chance comes from `making.dice` only, and nothing here knows what day it is. What stories
the data holds is written in README.md and held by tests/test_sample_data.py.
"""

import sys
from pathlib import Path


sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sample_data.making import (
    absence,
    arrangements,
    benchmarks,
    checklist,
    duo,
    geography,
    holidays,
    national,
    papers,
    pupils,
    referrals,
    requests,
    returns,
    schools,
)
from sample_data.making.register import Register


HERE = Path(__file__).resolve().parent


def main(folder=HERE):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    region = geography.make_region()
    vestigingen = schools.make_vestigingen(region)
    counts = pupils.make_counts(vestigingen)
    register = Register(region, vestigingen, counts)

    offer = arrangements.make_offer(region, vestigingen)
    aanvragen = requests.make_aanvragen(register, offer)
    tlvs = referrals.make_tlvs(register, aanvragen)
    meldingen = absence.make_meldingen(register, aanvragen)
    tlvs, back = returns.make_returns(register, offer, aanvragen, tlvs)
    aanvragen = requests.in_order(aanvragen + back)

    geography.write(folder, region)
    schools.write(folder, vestigingen)
    pupils.write(folder, vestigingen, counts)
    duo.write(folder, vestigingen, counts)
    arrangements.write(folder, offer, aanvragen)
    requests.write(folder, aanvragen, tlvs, meldingen)
    referrals.write(folder, tlvs)
    absence.write(folder, meldingen)
    papers.write(folder, vestigingen, counts)
    checklist.write(folder, vestigingen)
    benchmarks.write(folder)
    holidays.write(folder)
    national.write(folder)


if __name__ == "__main__":
    main(*sys.argv[1:2])
