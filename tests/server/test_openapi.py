"""The OpenAPI document says what the server does: examples fit their schemas, and made-up requests find no gap."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from app.server import app as application
from app.server.database import Database, create
from tests.server.live import LiveServer


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The document."""
    database = Database(create(tmp_path_factory.mktemp("openapi")))
    found = application.build(database, metrics=True).openapi()
    database.close()
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield f"{method} {path}", operation


def test_every_route_says_what_it_does_and_how_it_fails(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        assert operation.get("description"), name
        for status, response in operation["responses"].items():
            assert response["description"], (name, status)
            if int(status) >= 400 and not name.startswith("head") and "/r/" not in name:
                assert list(response["content"]) == ["application/problem+json"], (name, status)
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_every_body_has_examples_that_fit(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    for name, operation in operations(document):
        body = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if body is not None:
            assert schemas[body["schema"]["$ref"].rsplit("/", 1)[1]]["examples"], name
    for schema in schemas.values():
        for example in schema.get("examples", ()):
            jsonschema_rs.validate({**schema, "components": document["components"]}, example)
            assert json.dumps(example)


def test_the_document_comes_from_the_server_too(lite: LiveServer) -> None:
    assert lite.client().get("/openapi.json").json()["info"]["title"] == "Parclair"


def test_no_operation_shares_its_name(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, operation in operations(document)]
    assert len(names) == len(set(names))


def test_the_templates_are_where_the_program_looks_for_them() -> None:
    folder = Path(application.__file__).parent / "ratings"
    assert {path.name for path in folder.glob("*.html")} >= {"page.html", "form.html", "told.html", "mail.html"}
