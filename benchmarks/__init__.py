"""Yardsticks: how fast and how lean, always beside a reference measured in one go.

``make bench`` runs them all, prints what was measured, and writes
``build/bench.json``: a list of ``{name, ours, unit, reference, reference_value, ratio,
bar, holds}`` with ``ratio = reference_value / ours`` and ``holds = ratio >= bar``.
A machine may be slow or shared: only the ratio is judged, the figures are printed.
``make bench ONLY=name`` runs one, by the name of a yardstick or of an entry. A new
yardstick is a module that ends in a call of `benchmarks.yardstick.register`, named in
`benchmarks.__main__`.
"""
