"""``placeplan schema``: the published shape of the files of a plan folder."""

from typing import Annotated

import typer


def schema(
    file: Annotated[
        str, typer.Argument(help="plan.yaml or sources.yaml.", metavar="[FILE]")
    ] = "plan.yaml",
) -> None:
    """Print the JSON Schema of plan.yaml, or of sources.yaml, for editors and checks.

    The tables of a plan folder are described in the manual, under The plan folder.
    """
    from placeplan.cli.error_words import print_json
    from placeplan.errors import UnknownNameError
    from placeplan.evidence import SOURCES_FILE, describe_source_schema
    from placeplan.plan import MANIFEST_FILE, describe_schema

    schemas = {MANIFEST_FILE: describe_schema, SOURCES_FILE: describe_source_schema}
    if file not in schemas:
        raise UnknownNameError("schema of", file, schemas)
    print_json(schemas[file]())
