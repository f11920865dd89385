"""The registers of this room, declared as data: one module for each.

They belong to the whole room, so that no scope stands in their addresses; how much of
them a reader sees is what `house.House` says.
"""
