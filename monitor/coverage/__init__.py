"""Coverage: how many children find a fitting place at the same time, why not, and what would help.

From the bottom up: `model` (need, offer, norm, and what comes out), `fitting` (who may go where),
`flow` (the largest placement and its cut), `intervals` (what is certainly and possibly short),
`placement` (the least distance), `reasons` (states and words), `solving` (all of it), `groups`
(the same per region or vraag), `candidates` (the best next places), `measures` (other measures).
"""
