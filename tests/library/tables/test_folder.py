"""A plan folder is read whole, and every fault in it is told together."""

import hashlib

import pytest

from placeplan.errors import Fault, InputError
from placeplan.tables import Column, TableContract, read_folder

PLACES = TableContract(
    "places", "places.csv", (Column("id", "text"),), key=("id",), sourced=False
)
PEOPLE = TableContract(
    "people",
    "people/base.csv",
    (
        Column("place", "text", refers_to=("places", "id")),
        Column("pod", "text", nullable=True, refers_to=("pods", "pod")),
        Column("value", "number", least=0),
    ),
    key=("place",),
)
PODS = TableContract(
    "pods", "pods.csv", (Column("pod", "text"),), ("pod",), required=False
)
HEADER = "place,pod,value,source,status\n"


def _make(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path = path.with_suffix(".yaml" if name in {"plan", "sources"} else ".csv")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_sound_folder_gives_frames_documents_and_hashes(tmp_path):
    people = HEADER + "dover,,1,x,derived\n"
    _make(tmp_path, plan="schema: 1\n", places="id\ndover\n", people__base=people)

    files = read_folder(tmp_path, [PLACES, PEOPLE, PODS], documents=["plan.yaml"])

    files.raise_faults()
    assert files.frames["people"]["value"].to_list() == [1.0]
    assert dict(files.frames["people"].schema) == PEOPLE.schema
    assert files.documents["plan.yaml"].content == {"schema": 1}
    assert files.hashes == {
        "plan.yaml": hashlib.sha256(b"schema: 1\n").hexdigest(),
        "places.csv": hashlib.sha256(b"id\ndover\n").hexdigest(),
        "people/base.csv": hashlib.sha256(people.encode()).hexdigest(),
    }


def test_table_that_may_be_missing_is_a_frame_of_no_rows(tmp_path):
    files = read_folder(tmp_path, [PODS])

    assert files.faults == ()
    assert files.frames["pods"].height == 0
    assert dict(files.frames["pods"].schema) == PODS.schema


def test_faults_of_all_files_come_together(tmp_path):
    _make(
        tmp_path,
        plan="a: 1\na: 2\n",
        people__base=HEADER + "dover,,-1,x,derived\n",
    )

    files = read_folder(
        tmp_path, [PLACES, PEOPLE], documents=["plan.yaml", "sources.yaml"]
    )

    assert [(fault.file, fault.where) for fault in files.faults] == [
        ("plan.yaml", "line 2"),
        ("sources.yaml", ""),
        ("places.csv", ""),
        ("people/base.csv", "row 2, column value"),
    ]
    assert list(files.documents) == []
    further = Fault("plan.yaml", "line 1", "a name", "nothing", "Add it.")
    with pytest.raises(InputError) as caught:
        files.raise_faults([further])
    assert caught.value.faults == (*files.faults, further)


def test_unknown_place_names_its_rows_and_the_nearest(tmp_path):
    rows = "dovver,,1,x,derived\ndover,,1,x,derived\n"
    _make(tmp_path, places="id\ndover\nswale\n", people__base=HEADER + rows)

    files = read_folder(tmp_path, [PLACES, PEOPLE])

    assert files.faults == (
        Fault(
            "people/base.csv",
            "row 2, column place",
            "a value that places holds in column id",
            "dovver",
            "Did you mean 'dover'?",
        ),
    )


def test_value_may_stand_in_the_folder_or_be_known_beside_it(tmp_path):
    rows = "dover,spell,1,x,derived\nswale,robot,1,x,derived\nthanet,spel,1,x,derived\n"
    _make(
        tmp_path,
        places="id\ndover\nswale\nthanet\n",
        pods="pod,source,status\nrobot,x,illustrative\n",
        people__base=HEADER + rows,
    )

    files = read_folder(
        tmp_path, [PLACES, PEOPLE, PODS], known={("pods", "pod"): ["spell"]}
    )
    alone = read_folder(tmp_path, [PEOPLE], known={("pods", "pod"): ["spell"]})

    assert [(fault.where, fault.remedy) for fault in files.faults] == [
        ("row 4, column pod", "Did you mean 'spell'?")
    ]
    assert [fault.found for fault in alone.faults] == ["robot", "spel"]


def test_table_that_is_not_read_is_not_asked(tmp_path):
    _make(tmp_path, people__base=HEADER + "nowhere,,1,x,derived\n")

    assert read_folder(tmp_path, [PEOPLE]).faults == ()


def test_missing_table_is_one_fault_not_one_for_each_value(tmp_path):
    _make(tmp_path, people__base=HEADER + "dover,,1,x,derived\n")

    faults = read_folder(tmp_path, [PEOPLE, PLACES]).faults

    assert [(fault.file, fault.found) for fault in faults] == [
        ("places.csv", "nothing")
    ]


@pytest.mark.parametrize("places", ["", "id\n", "id\nd\xf8ver\n", "name\ndover\n"])
def test_table_that_cannot_be_read_is_not_one_fault_for_each_value(tmp_path, places):
    _make(tmp_path, people__base=HEADER + "dover,,1,x,derived\n")
    (tmp_path / "places.csv").write_bytes(places.encode("latin-1"))

    faults = read_folder(tmp_path, [PEOPLE, PLACES]).faults

    assert {fault.file for fault in faults} == {"places.csv"}


def test_rows_of_a_frame_are_known_by_where_they_stand_in_the_file(tmp_path):
    _make(tmp_path, places='id\n"two\nlines"\ndover\n')

    files = read_folder(tmp_path, [PLACES])

    assert files.rows["places"].to_list() == [2, 3]


def test_many_unknown_values_are_counted_after_twenty(tmp_path):
    rows = "".join(f"p{n},,1,x,derived\n" for n in range(23))
    _make(tmp_path, places="id\ndover\n", people__base=HEADER + rows)

    faults = read_folder(tmp_path, [PLACES, PEOPLE]).faults

    assert len(faults) == 21
    assert faults[-1].found == "3 more like these"


def test_reference_to_an_empty_table_says_so(tmp_path):
    _make(
        tmp_path,
        places="id\ndover\n",
        people__base=HEADER + "dover,x,1,x,derived\n",
    )

    faults = read_folder(tmp_path, [PLACES, PEOPLE, PODS]).faults

    assert [fault.remedy for fault in faults] == [
        "There is nothing that it could name."
    ]


def test_folder_that_is_not_there_is_one_fault(tmp_path):
    files = read_folder(tmp_path / "nowhere", [PEOPLE, PLACES])

    assert files.faults == (
        Fault(
            str(tmp_path / "nowhere"),
            "",
            "a plan folder",
            "none there",
            "Give the folder that holds plan.yaml.",
        ),
    )
    assert files.frames["people"].height == 0


def test_size_limit_reaches_every_table(tmp_path):
    _make(tmp_path, places="id\ndover\n")

    faults = read_folder(tmp_path, [PLACES], limit_bytes=5).faults

    assert [fault.expected for fault in faults] == ["at most 0.0 MB"]
