"""JSON Schema of what `kehoach extract` writes, generated from the records."""

from __future__ import annotations

import json
from typing import Any

from extractor.records import Extraction
from extractor.report.json_out import SHAPE


def schema() -> dict[str, Any]:
    """The schema; exactly those fields are required that are always written."""
    content = Extraction.model_json_schema()
    always = {model.__name__: names for model, names in SHAPE.items()}
    for name, part in [("Extraction", content), *content.get("$defs", {}).items()]:
        if name in always:
            part["required"] = [field for field in part["properties"] if field in always[name]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **content}


def schema_text() -> str:
    """The schema as printed by `kehoach schema`."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
