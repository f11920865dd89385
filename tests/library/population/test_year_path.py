import numpy as np

from placeplan.population.year_path import YearPath


def test_a_value_holds_until_the_next():
    path = YearPath({2015: np.array([1.0]), 2018: np.array([2.0])})
    values = [path.at(year)[0] for year in (2010, 2015, 2017, 2018, 2030)]
    assert values == [1, 1, 1, 2, 2]
