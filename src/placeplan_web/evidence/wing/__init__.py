"""Wings: pages of pictures and tables made of a run, which share one way of working.

The pages on what the plan changes are a wing, and a room told later may give another
one. A page is a `WingPage` (`wing.page`): what may be chosen, functions that draw
pictures, functions that make tables. Its drawings for desk and phone, its files as CSV
and Excel, the words on sources, the links to its neighbours and what it says where
there is nothing to show are made here, the same for all.

How to add a page to a wing, say `places` to that of money:

1. A picture is ``draw(outcome, chosen) -> Figure | None`` and a table is
   ``make(outcome, chosen) -> Record | None``. `Outcome` (`wing.outcome`) holds the run:
   ``outcome.results``, ``outcome.tables`` (every table of the plan folder),
   ``outcome.names`` (names of bodies, places and measures by id) and
   ``outcome.boundaries`` (outlines of places for a map, or nothing). ``chosen`` holds
   what the reader chose, by the name of the choice, always one of its options.
   Nothing to show is ``None``; the page then says its ``empty``.
2. A choice is ``Choice(name, label, list_options)``, where ``list_options(outcome)``
   gives pairs of value and words, the first of which holds until somebody chooses. The
   module `wing.choice` has those of years, scenarios and columns.
3. Put them together in a module of their own, ``PAGE = WingPage(slug, title, about,
   choices=, pictures=, records=, tables=, empty=)``. ``tables`` names the input tables
   behind the pictures and ``measures`` the results, so that the page can say its
   sources; a `Record` names its own tables.
4. Add the page to the pages of the wing (``placeplan_web/money/pages/__init__.py``). It
   then stands at ``/money/places/``, its drawings and files below
   ``/evidence/runs/<id>/money/places/``, and its finding, the sentence of its first
   picture, on the page of the room. There is no address, access row, template or sample
   to write.

How to give a wing: ``Wing(slug, title, pages, index=, address=)`` (`wing.wing`), its
addresses with `evidence.addressing.make_addresses` at the end of those of the room,
three access rows, three samples, and `evidence.further.add_wing` for the page of
results that lists it.
"""
