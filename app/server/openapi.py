"""The OpenAPI document as it is: errors as problem details everywhere, and examples of what is sent and received."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.server.openapi_examples import EXAMPLES
from app.server.problems import PROBLEM
from app.sync.wire import Push, Pushed

_TEMPLATE = "#/components/schemas/{name}"
_REF = _TEMPLATE.format(name="Problem")
_SAID = {
    400: "The request cannot be read, or the code is wrong.",
    401: "No token, or one that is not valid any more: refresh it.",
    403: "This role may not do this, or access was taken away.",
    404: "There is no such thing, or it is another organisation's.",
    409: "Refused by a rule, changed by somebody else meanwhile, or out of order: `code` says which.",
    410: "The cursor belongs to another history: read everything anew.",
    412: "Another version of the protocol.",
    413: "Larger than allowed.",
    415: "Another media type is needed.",
    416: "No byte is in this range.",
    422: "Not valid: `detail` says what.",
    426: "The program is too old.",
    429: "Too many requests; `Retry-After` says when to come back.",
    460: "The bytes are not those that were announced; they were removed.",
    503: "The database does not answer.",
}
_METHODS = ("get", "head", "post", "put", "patch", "delete")
#: Examples of what stands in paths, headers and forms.
_PARAMETERS: dict[str, Any] = {
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "Range": "bytes=1048576-",
    "Tus-Resumable": "1.0.0",
    "Upload-Length": 4,
    "Upload-Offset": 0,
    "Upload-Metadata": "sha256 OWY4NmQwODE4ODRjN2Q2NTlhMmZlYWEwYzU1YWQwMTVhM2JmNGYxYjJiMGI4MjJjZDE1ZDZjMTViMGYwMGEwOA==",
    "Idempotency-Key": "018f6a4e-1c5b-7c5e-9b1e-3f6a4e1c5b7c",
    "Accept-Language": "fr-FR, en;q=0.8",
}


def describe(app: FastAPI) -> None:
    """Have `app` answer with this document."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def _document(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    for path in found["paths"].values():
        for method in _METHODS:
            if method in path:
                _operation(path[method], method)
    schemas = found["components"]["schemas"]
    # What is read and written as bytes stands in no signature.
    schemas.update(msgspec.json.schema_components([Push, Pushed], ref_template=_TEMPLATE)[1])
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for name, examples in EXAMPLES.items():
        schemas[name]["examples"] = list(examples)
    return found


def _operation(operation: dict[str, Any], method: str) -> None:
    responses = operation["responses"]
    for status in (400, 413, 422) if "requestBody" in operation else (422,):
        responses.setdefault(str(status), {})
    for status, response in responses.items():
        if int(status) >= 400 and "text/html" not in response.get("content", {}):
            response["description"] = _SAID[int(status)]
            response["content"] = {PROBLEM: {"schema": {"$ref": _REF}}}
        elif int(status) in (422, 404):
            response["content"][PROBLEM] = {"schema": {"$ref": _REF}}
    if method == "head":
        for response in responses.values():
            response.pop("content", None)
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in _PARAMETERS:
            parameter["example"] = _PARAMETERS[parameter["name"]]
