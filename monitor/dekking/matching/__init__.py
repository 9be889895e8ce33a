"""How many children find a fitting place at the same time, why not, and what would help.

From the bottom up: `model` (need, offer, norm), `norms` and `fitting` (who may go where; how far is
`dekking.distances`), `flow` (the largest placement and its cut), `intervals` (what is certainly and
possibly short), `transport` and `division` and `placement` (the least distance, and of equals one),
`solved_part` (these together for one samenwerkingsverband), `outcome` (all that comes out),
`input_faults` and `input` (faults and order of what is given), `reasons` (states and words),
`solving` (all of it: start here), `groups` (the same per region or vraag), `candidates` and
`widening` (what new places, or opening what there is, would bring).

What is given comes from elsewhere: nothing here knows a store, a page or a file.
"""
