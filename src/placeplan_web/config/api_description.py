"""The OpenAPI description: an address for each rule, with the schema of its question.

The library describes one address for all rules. Here it gives way to one for each, so
that a program, or a test, can make questions that the rule takes.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from placeplan.reference import Rule

NAME: Final = "{name}"
UNKNOWN: Final = 404
"""Cannot happen where the address names the rule."""


def add_rules(described: dict[str, Any], rules: Mapping[str, Rule]) -> None:
    """Replace the address of any rule by one for each, schemas included."""
    paths = described["paths"]
    for operations in paths.values():
        operations.pop("head", None)  # said of every address that can be read
    (general,) = [path for path in paths if path.endswith(NAME)]
    operations = paths.pop(general)
    schemas = described["components"]["schemas"]
    for rule in rules.values():
        asked = _describe_question(rule, schemas)
        paths[general.replace(NAME, rule.name)] = {
            method: _describe_operation(operation, rule, asked)
            for method, operation in operations.items()
        }


def _describe_operation(
    operation: Mapping[str, Any], rule: Rule, asked: Mapping[str, Any]
) -> dict[str, Any]:
    described = deepcopy(dict(operation))
    verb = described["operationId"]
    described |= {
        "operationId": f"{verb}-{rule.name}",
        "summary": f"{verb.capitalize()} {rule.name}",
        "description": rule.about,
        "parameters": [],
    }
    described["responses"].pop(UNKNOWN, None)
    if verb == "ask":
        described["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": asked}},
        }
    return described


def _describe_question(rule: Rule, schemas: dict[str, Any]) -> dict[str, str]:
    """Put the schema of the question, and what it refers to, where all can refer to."""
    template = f"#/components/schemas/{rule.name}.{{model}}"
    schema = rule.question.model_json_schema(ref_template=template)
    for name, definition in schema.pop("$defs", {}).items():
        schemas[f"{rule.name}.{name}"] = definition
    schema |= {"title": rule.name, "description": rule.about}
    schema["examples"] = [dict(each) for each in rule.examples]
    schemas[rule.name] = schema
    return {"$ref": f"#/components/schemas/{rule.name}"}
