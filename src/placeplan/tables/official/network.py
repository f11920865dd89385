"""Primary care networks and their practices, the workbook ``ePCN.xlsx``.

Published by the Organisation Data Service. Sheets ``PCNDetails`` and ``PCN Core Partner
Details``; headings hold line breaks. Editions to 2022 speak of clinical commissioning
groups, later ones of sub-ICB locations: here both are the ``commissioner``.
"""

from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.header import ROW, Heading, get_header, take_body
from placeplan.tables.official.organisation import hide_names
from placeplan.tables.official.sheet import Sheet
from placeplan.tables.official.text_check import (
    ODS_CODE,
    check_names,
    check_order,
    check_texts,
    check_unique,
    parse_dates,
)
from placeplan.tables.official.workbook_sheet import get_sheets

NETWORKS: Final = "PCNDetails"
MEMBERS: Final = "PCN Core Partner Details"

CODES: Final = {
    "network": (r"^U[0-9]{5}$", "U35980"),
    "code": (r"^[A-Z][0-9]{5}$", "G82002"),
}
"""Codes of networks and of practices, and one of each."""

NETWORK_HEADINGS: Final = (
    Heading("network", "PCN Code"),
    Heading("name", "PCN Name"),
    Heading(
        "commissioner",
        "Current Sub ICB Loc Code",
        ("Current Clinical Commissioning Group Code",),
    ),
    Heading("opened_on", "Open Date"),
    Heading("closed_on", "Close Date"),
    Heading("postcode", "Postcode"),
)

MEMBER_HEADINGS: Final = (
    Heading("code", "Partner Organisation Code"),
    Heading("name", "Partner Name"),
    Heading(
        "commissioner",
        "Practice Parent Sub ICB Loc Code",
        ("Practice Parent CCG Code",),
    ),
    Heading("network", "PCN Code"),
    Heading(
        "network_commissioner", "PCN Parent Sub ICB Loc Code", ("PCN Parent CCG Code",)
    ),
    Heading("joined_on", "Practice to PCN Relationship Start Date"),
    Heading("left_on", "Practice to PCN Relationship End Date"),
    Heading(
        "matches",
        "Practice Sub ICB Loc and PCN Sub ICB Loc Match",
        ("Practice CCG and PCN CCG Match",),
    ),
)


def read_networks(path: str | Path) -> pl.DataFrame:
    """Read the primary care networks.

    Parameters
    ----------
    path : str or Path
        The workbook.

    Returns
    -------
    pl.DataFrame
        ``network`` (ODS code), ``name``, ``commissioner`` (code of the CCG or sub-ICB
        location), ``opened_on``, ``closed_on`` (null: open), ``postcode``.

    Raises
    ------
    InputError
        With every fault, if the layout is another.
    """
    sheet = get_sheets(path, [NETWORKS])[NETWORKS]
    faults = FaultList(sheet.file)
    body = _take_networks(sheet, faults)
    faults.stop_if_any()
    return body.drop(ROW).sort("network")


def read_network_members(path: str | Path, *, with_names: bool = False) -> pl.DataFrame:
    """Read which practice was in which primary care network, and when.

    Checked: that every network is in the list of networks, that no membership repeats,
    that a practice is in one network at a time (memberships still open), and that the
    column on matching commissioners agrees with the two codes.

    Parameters
    ----------
    path : str or Path
        The workbook.
    with_names : bool
        Whether ``name`` holds the published name; by default it holds the code, and a
        name that plainly holds a person's always does.

    Returns
    -------
    pl.DataFrame
        ``code`` (of the practice), ``name``, ``commissioner``, ``network``,
        ``network_commissioner`` (codes), ``joined_on``, ``left_on`` (null: a member
        when the workbook was made).

    Raises
    ------
    InputError
        With every fault, if the layout is another.
    """
    sheets = get_sheets(path, [NETWORKS, MEMBERS])
    sheet = sheets[MEMBERS]
    faults = FaultList(sheet.file)
    networks = _take_networks(sheets[NETWORKS], faults)
    header = get_header(sheet, MEMBER_HEADINGS, faults, others="ignore")
    body = take_body(sheet, header, faults)
    for column in ("code", "commissioner", "network", "network_commissioner"):
        _check_code(body, column, sheet, faults)
    check_names(body, "name", sheet, faults)
    _check_networks(body, networks, sheet, faults)
    _check_match(body, sheet, faults)
    body = parse_dates(body, ["joined_on", "left_on"], sheet, faults, empty=["left_on"])
    check_order(body, "joined_on", "left_on", sheet, faults)
    check_unique(body, ["code", "network", "joined_on"], sheet, faults)
    current = body.filter(pl.col("left_on").is_null())
    check_unique(current, ["code"], sheet, faults)
    faults.stop_if_any()
    frame = hide_names(body.drop(ROW, "matches"), with_names=with_names)
    return frame.sort("code", "joined_on", "network")


def _take_networks(sheet: Sheet, faults: FaultList) -> pl.DataFrame:
    header = get_header(sheet, NETWORK_HEADINGS, faults, others="ignore")
    body = take_body(sheet, header, faults)
    for column in ("network", "commissioner"):
        _check_code(body, column, sheet, faults)
    check_names(body, "name", sheet, faults)
    check_texts(
        body,
        "postcode",
        sheet,
        faults,
        pattern=r"^([A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2})?$",
        expected="a postcode, or nothing",
    )
    check_unique(body, ["network"], sheet, faults)
    dates = ["opened_on", "closed_on"]
    body = parse_dates(body, dates, sheet, faults, empty=["closed_on"])
    check_order(body, "opened_on", "closed_on", sheet, faults)
    return body


def _check_code(
    body: pl.DataFrame, column: str, sheet: Sheet, faults: FaultList
) -> None:
    pattern, example = CODES.get(column, (ODS_CODE, "91Q"))
    expected = f"the code of an organisation, such as {example}"
    check_texts(body, column, sheet, faults, pattern=pattern, expected=expected)


def _check_networks(
    body: pl.DataFrame, networks: pl.DataFrame, sheet: Sheet, faults: FaultList
) -> None:
    unknown = body.join(networks, on="network", how="anti", maintain_order="left")
    faults.add_all(
        [
            (sheet.where(row, "PCN Code"), code)
            for row, code in unknown.select(ROW, "network").iter_rows()
        ],
        expected=f"a network of sheet '{NETWORKS}'",
        remedy="Compare the two sheets with the published workbook.",
    )


def _check_match(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    same = pl.col("commissioner") == pl.col("network_commissioner")
    wrong = body.filter((pl.col("matches").str.to_lowercase() == "true") != same)
    faults.add_all(
        [
            (sheet.where(row, "Match"), f"'{matches}' for {practice} and {network}")
            for row, matches, practice, network in wrong.select(
                ROW, "matches", "commissioner", "network_commissioner"
            ).iter_rows()
        ],
        expected="TRUE where both commissioners are the same, else FALSE",
        remedy="Compare the row with the published workbook.",
    )
