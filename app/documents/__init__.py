"""The documents the office prints and signs, drawn with ReportLab.

Importing this package costs nothing: only the modules that draw (`contract`, `resignation_letter`) load ReportLab,
and they are imported by whoever is about to draw.
"""
