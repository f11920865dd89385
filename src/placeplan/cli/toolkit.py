"""``placeplan toolkit``: the elements of local care, for an area to make its own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import polars as pl

    from placeplan.demand import Adaptation
    from placeplan.plan import Plan


def toolkit(  # one argument for each option: the reader of --help is served so
    action: Annotated[
        str,
        typer.Argument(
            help="list, mitigators, or add.", metavar="[list|mitigators|add]"
        ),
    ] = "list",
    element: Annotated[
        str | None, typer.Argument(help="Element to add.", metavar="[ELEMENT]")
    ] = None,
    *,
    folder: Annotated[Path, typer.Option(help="Plan folder.")] = Path(
        "examples/kent-medway"
    ),
    area: Annotated[
        str | None, typer.Option(help="Place or footprint, such as icp-east-kent.")
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(help="Place of an area of your own; may be repeated."),
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="Name of the area. Without: its id in words.")
    ] = None,
    from_year: Annotated[
        int | None,
        typer.Option(help="First financial year. Without: that after the base year."),
    ] = None,
    size: Annotated[
        float, typer.Option(help="Of the toolkit's effect, cost and staff: 1 is all.")
    ] = 1.0,
    cost: Annotated[
        float | None, typer.Option(help="Pounds a year once all of it is there.")
    ] = None,
    chance: Annotated[
        float | None, typer.Option(help="Probability that it is delivered, 0 to 1.")
    ] = None,
    level: Annotated[int | None, typer.Option(help="Planning level.")] = None,
    owner: Annotated[
        str, typer.Option(help="Title of the post that owns it; never a name.")
    ] = "Local care lead",
    community: Annotated[
        str | None, typer.Option(help="Provider that receives community contacts.")
    ] = None,
    social_care: Annotated[
        str | None, typer.Option(help="Provider that receives reablement.")
    ] = None,
    general_practice: Annotated[
        str | None, typer.Option(help="Provider that receives GP appointments.")
    ] = None,
    source: Annotated[
        str, typer.Option(help="Source of your own numbers, in sources.yaml.")
    ] = "local-care-toolkit",
    status: Annotated[
        str, typer.Option(help="published, derived, calibrated or illustrative.")
    ] = "illustrative",
    out: Annotated[
        Path | None, typer.Option(help="Write the rows here, not into the plan.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """List the elements of local care, or add one to a plan as an initiative.

    The word mitigators lists the ninety-two kinds of care that the national model
    may avoid or shorten, each as a plan folder states it.

    Adding writes rows at the end of the seven tables of initiatives, checks the plan
    as a whole, and puts every file back at any fault. With --out it writes the rows
    alone, into another folder. It prints what the element moves in a year once all of
    it is there: work, bed days, staff and pounds.
    """
    from placeplan.demand import Adaptation, adapt_element
    from placeplan.errors import QuestionError
    from placeplan.plan import Plan, find_places

    if action in ("list", "mitigators"):
        lister = print_elements if action == "list" else print_mitigators
        lister(as_json=as_json)
        return
    if action != "add" or element is None or area is None:
        message = "Say what to add and where: placeplan toolkit add ELEMENT --area ID."
        raise QuestionError(message)
    plan = Plan.from_folder(folder)
    adaptation = Adaptation(
        element,
        area,
        name or area.replace("-", " ").capitalize(),
        tuple(place) if place else find_places(plan.tables, area),
        plan.manifest.base_year + 1 if from_year is None else from_year,
        plan.manifest.horizon_year,
        size_share=size,
        cost_pounds=cost,
        delivery_share=chance,
        planning_level=level,
        owner=owner,
        community=community,
        social_care=social_care,
        general_practice=general_practice,
        source=source,
        status=status,
    )
    adapted = adapt_element(adaptation, plan.tables)
    written = write_adapted(adapted, folder, out)
    print_adapted(plan, adaptation, adapted, written, as_json=as_json)


def write_adapted(
    adapted: "dict[str, pl.DataFrame]", folder: Path, out: Path | None
) -> list[str]:
    """Write the rows into the plan folder, or into another folder alone."""
    from placeplan.plan import add_initiative, write_rows
    from placeplan.tables import write_text

    if out is None:
        return [str(folder / name) for name in add_initiative(folder, adapted)]
    for name, text in write_rows(out, adapted).items():
        write_text(text, out / name)
    return [str(out / name) for name in write_rows(out, adapted)]


def print_elements(*, as_json: bool) -> None:
    """Print the elements of the toolkit, its tiers and where they come from."""
    from placeplan.cli.error_words import print_json
    from placeplan.demand import list_elements, list_tiers, list_toolkit_sources

    elements, tiers = list_elements(), list_tiers()
    sources = list_toolkit_sources()
    if as_json:
        frames = {"elements": elements, "tiers": tiers, "sources": sources}
        print_json({key: frame.to_dicts() for key, frame in frames.items()})
        return
    for row in elements.iter_rows(named=True):
        print(f"{row['number']}  {row['element']:<22}{row['name']} ({row['tier']})")
        print(f"   {row['offers']}.")
    for row in tiers.iter_rows(named=True):
        ends = (row["people_from"], row["people_to"])
        people = f"{ends[0]:,} to {ends[1]:,} people" if ends[0] else "people vary"
        print(f"{row['tier']}: {row['name']}; {people}.")
    for row in sources.iter_rows(named=True):
        print(f"{row['source']} ({row['dated']}): {row['title']}. {row['note']}")


def print_mitigators(*, as_json: bool) -> None:
    """Print the mitigators: what each acts on, how, and where its work arrives."""
    from placeplan.cli.error_words import print_json
    from placeplan.demand import list_mitigators

    mitigators = list_mitigators()
    if as_json:
        print_json(mitigators.to_dicts())
        return
    for row in mitigators.iter_rows(named=True):
        arrives = f", arrives as {row['arrives_as']}" if row["arrives_as"] else ""
        print(f"{row['mitigator']}: {row['name']}")
        print(f"   {row['mechanism']} of {row['pods']}{arrives}")


def print_adapted(
    plan: "Plan",
    adaptation: "Adaptation",
    adapted: "dict[str, pl.DataFrame]",
    written: list[str],
    *,
    as_json: bool,
) -> None:
    """Print what was written, and what the element moves."""
    from placeplan.cli.error_words import print_json
    from placeplan.plan import account_element

    account = account_element(adapted, plan.tables, base_year=plan.manifest.base_year)
    if as_json:
        content = {"initiative": adaptation.initiative, "files": written}
        print_json({**content, "moves": account.to_dicts()})
        return
    print(f"{adaptation.initiative}: {len(written)} files written.")
    year = plan.manifest.base_year
    print(f"A year once all of it is there, at the activity and prices of {year}:")
    for row in account.iter_rows(named=True):
        what = row["staff_group"] or row["pod"] or "the initiative itself"
        print(f"  {row['kind']:<10}{what}: {row['value']:,.1f} {row['unit']}")
    print(f"Every number is {adaptation.status}: {adaptation.source}.")
