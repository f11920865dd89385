from factories.people_factory import count_people, make_table
from placeplan.population.axes import index_of, people_array, people_frame


def test_rows_in_any_order_find_their_cell():
    rows = count_people(2011, ["ashford", "dover"], {("dover", "male", 7): 12})
    frame = make_table("people_base", rows[::-1])

    people = people_array(frame, ["ashford", "dover"])

    assert people.sum() == 12
    assert people[1, 1, 7] == 12


def test_an_array_written_out_reads_back():
    rows = count_people(
        2011,
        ["ashford", "dover"],
        {("ashford", "female", 90): 3, ("dover", "male", 0): 5},
    )
    places = ("ashford", "dover")
    people = people_array(make_table("people_base", rows), places)

    frame = people_frame({2011: people}, places, {2011: ("published", "derived")})

    assert frame.columns == ["year", "place", "sex", "age", "value", "status"]
    assert frame.height == 2 * 2 * 91
    assert (people_array(frame, places) == people).all()
    assert frame.filter(place="dover")["status"].unique().to_list() == ["derived"]
    assert frame.filter(value=5.0).rows() == [
        (2011, "dover", "male", 0, 5.0, "derived")
    ]


def test_index_of_follows_the_order_given():
    frame = make_table("people_totals", [(2011, "b", 1.0), (2011, "a", 1.0)])
    assert index_of(frame["place"], ["a", "b"]).tolist() == [1, 0]
