"""Where the postcode districts of Kent and Medway lie, for sharing lists of patients.

No official lookup of postcodes stands beside the project. This one says in which
district or districts most of a postcode district lies, by our own reading of a map: it
is illustrative, and only says which way lists lean within totals that are official.
"""

HOME_DISTRICTS = {
    "ashford": "TN23 TN24 TN25 TN26 TN27 TN30",
    "canterbury": "CT1 CT2 CT4 CT5 CT6",
    "dartford": "DA1 DA2 DA9 DA10",
    "dover": "CT3 CT13 CT14 CT15 CT16 CT17",
    "folkestone-hythe": "CT18 CT19 CT20 CT21 TN28 TN29",
    "gravesham": "DA11 DA12 DA13",
    "maidstone": "ME14 ME15 ME16 ME17 ME18 TN12 TN27",
    "medway": "ME1 ME2 ME3 ME4 ME5 ME7 ME8",
    "sevenoaks": "BR8 DA3 DA4 TN8 TN13 TN14 TN15 TN16",
    "swale": "ME9 ME10 ME11 ME12 ME13",
    "thanet": "CT7 CT8 CT9 CT10 CT11 CT12",
    "tonbridge-malling": "ME6 ME19 ME20 TN9 TN10 TN11 TN15",
    "tunbridge-wells": "TN1 TN2 TN3 TN4 TN12 TN17 TN18",
}
"""Postcode districts by district; some stand in two."""

AWAY_WEIGHT = 0.05
"""Weight of any other district of the same commissioning group, before fitting."""
