"""The attacker: works out what is hidden from what is shown, without reading how it is hidden.

It knows the doors (`seen`), what everybody can know about counts (`relations`), and linear
programming (`bounds`). It may not import `monitor.figures.disclosure`.
"""
