"""Places: the registry of organisations, areas, sites and footprints, on any day.

The database keeps what a plan folder says and holds it whole: one id for each body, one
period at a time, one holder of a code at a time. The library (`placeplan.places`) is
asked for every rule: how a body stood on a day, who sat in what, who planned what.
"""
