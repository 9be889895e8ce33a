"""Coverage: how many children find a fitting place at the same time, why not, and what would help.

From the bottom up: `model` (need, offer, norm, and what comes out), `norms` and `distances` and
`fitting` (who may go where), `flow` (the largest placement and its cut), `intervals` (what is
certainly and possibly short), `transport` and `division` and `placement` (the least distance, and
of equals one), `parts` (these together for one
samenwerkingsverband), `checking` and `given` (faults and order of what is given), `reasons` (states
and words), `solving` (all of it: start here), `groups` (the same per region or vraag),
`candidates` and `widening` (what new places, or opening what there is, would bring).

What is given comes from elsewhere: nothing here knows a store, a page or a file.
"""
