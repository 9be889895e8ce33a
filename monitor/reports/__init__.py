"""Sections as files for somebody who has no monitor: paper, a workbook, one page of HTML.

A file is made for an audience: its sections came through the door of a viewer of that audience. It says
on itself for whom it is, of which data, and carries a kenmerk by which it can be made again.
"""
