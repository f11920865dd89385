"""Placeplan: planning, modelling and assurance for health and care partnerships.

The chapters tell one story, each using only those before it: places, population,
demand, capacity, money, evidence, plan. Import the chapter that you need; this root
loads none of them, so that ``import placeplan`` stays light.
"""

__version__ = "0.1.0"
