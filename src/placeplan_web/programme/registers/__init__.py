"""The registers of a programme, declared as data: one module for each.

`placeplan_web.registers` makes their pages, files and imports. To add one, declare a
``RegisterKind`` and name it in ``room.py``.
"""
