from placeplan.tables import get_weakest


def test_the_weakest_status_wins_wherever_it_stands():
    assert get_weakest(["published", "illustrative", "calibrated"]) == "illustrative"
    assert get_weakest(["calibrated", "derived"]) == "calibrated"
