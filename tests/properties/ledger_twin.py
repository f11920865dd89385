"""A slow twin of the ledger: rows added up one by one, in plain whole numbers."""

from collections import defaultdict


def sum_body(rows, body, basis, months):
    """Income, pay, non-pay and surplus of a body, in pence."""
    sums = {"income": 0, "pay": 0, "non_pay": 0}
    for organisation, side, month, kind, _, pence in rows:
        if organisation == body and kind == basis and month in months:
            sums[side] += pence
    surplus = sums["income"] - sums["pay"] - sums["non_pay"]
    return sums | {"surplus": surplus}


def agree(income, cost):
    """What two members agree on: the smaller, if both are of one sign."""
    if income * cost <= 0:
        return 0
    return min(income, cost, key=abs)


def eliminate(rows, basis, months):
    """What members pay each other and agree on, and what they do not agree on."""
    pairs = defaultdict(lambda: [0, 0])
    for organisation, side, month, kind, other, pence in rows:
        if other is None or kind != basis or month not in months:
            continue
        if side == "income":
            pairs[organisation, other][0] += pence
        else:
            pairs[other, organisation][1] += pence
    return {
        pair: (agree(income, cost), income - cost)
        for pair, (income, cost) in pairs.items()
    }
