import math

import pytest

from placeplan.population import FUNDAMENTAL, ScheduleParameters, model_schedule


def test_the_fundamental_parameters_are_those_of_the_report():
    # Rogers and Castro (1981), Model Migration Schedules, IIASA RR-81-30.
    assert (
        ScheduleParameters(
            childhood_level=0.02,
            childhood_fall=0.1,
            working_level=0.06,
            working_fall=0.1,
            working_age=20,
            working_rise=0.4,
            level=0.003,
        )
        == FUNDAMENTAL
    )


@pytest.mark.parametrize("age", [0, 19, 23, 65, 90])
def test_heights_at_two_ages_stand_as_the_formula_says(age):
    def height(x):
        return (
            0.02 * math.exp(-0.1 * x)
            + 0.06 * math.exp(-0.1 * (x - 20) - math.exp(-0.4 * (x - 20)))
            + 0.003
        )

    schedule = model_schedule()

    assert schedule[0, age] / schedule[0, 40] == pytest.approx(height(age) / height(40))


def test_each_sex_has_half():
    assert model_schedule().sum(axis=1) == pytest.approx([0.5, 0.5])


def test_each_parameter_moves_only_its_own_part():
    late = ScheduleParameters(0.0, 0.1, 0.06, 0.1, 30, 0.4, 0.0)
    assert (
        model_schedule(late)[1].argmax() == 33
    )  # three years after the foot, as at 20
    flat = ScheduleParameters(0.0, 0.1, 0.0, 0.1, 20, 0.4, 0.7)
    assert model_schedule(flat)[0, 5] == pytest.approx(1 / 182)
