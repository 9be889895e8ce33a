"""Sections as slides: native charts, tables and shapes that can be edited, in anybody's template.

What knows python-pptx is in this folder alone, and it is loaded when a deck is made.
"""
