"""The input of a method, described as a JSON Schema."""

from typing import Any

from placeplan.stats.method import Method


def describe_method(method: Method) -> dict[str, Any]:
    """Describe the input of a method as a JSON Schema.

    Examples
    --------
    >>> from placeplan.stats.method_list import METHODS
    >>> describe_method(METHODS["rate"])["properties"]["data"]["required"]
    ['x', 'n']
    """
    options = {
        option.name: {
            "type": [option.kind, *option.also, "null"],
            "default": option.default,
            "description": option.about,
        }
        for option in method.options
    }
    columns = {
        column.name: {"type": "array", "description": column.about}
        for column in method.columns
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": method.name,
        "description": f"{method.about} Source: {method.source}",
        "type": "object",
        "required": ["data"],
        "properties": {
            "options": {"type": "object", "properties": options},
            "data": {
                "type": "object",
                "properties": columns,
                "required": [column.name for column in method.columns if column.needed],
            },
            "aux": {
                "type": ["object", "null"],
                "properties": {
                    beside.name: {"description": beside.about} for beside in method.aux
                },
            },
        },
    }
