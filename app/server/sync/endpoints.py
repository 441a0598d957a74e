"""`/v1/sync`: what a device sends and receives."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy import select

from app.domain.synced import LOWEST_SCHEMA, SCHEMA
from app.server.clock import as_text
from app.server.compression import ENCODINGS, unpacked
from app.server.context import DeviceCaller, DeviceToken, ServerContext, context_of, device_of
from app.server.mails.queueing import queue_after_push
from app.server.problems import InvalidError, MediaTypeError, documented
from app.server.sync.merging import Author
from app.server.sync.pushing import take
from app.server.sync.reading import device_page
from app.server.tables import device, organisation
from app.sync.wire import (
    CHUNK_BYTES,
    MAX_BLOB_BYTES,
    MAX_CHANGES,
    MAX_MUTATIONS,
    MAX_PUSH_BYTES,
    READ_PUSH,
    Changes,
    Info,
    MalformedError,
    Push,
    read_message,
)

router = APIRouter(prefix="/v1/sync", tags=["sync"])
_JSON = "application/json"


@router.get("/info", responses=documented(401, 403))
def info(caller: DeviceCaller, context: ServerContext, response: Response) -> Info:
    """Limits, the history's identity and where it stands, the server's time. `Accept-Encoding`: how a push may be compressed."""
    response.headers["Accept-Encoding"] = ", ".join(ENCODINGS)
    with context.database.reading() as connection:
        office = connection.execute(select(organisation).where(organisation.c.id == caller.organisation)).one()
        last_n = connection.scalar(select(device.c.last_n).where(device.c.id == caller.id)) or 0
    return Info(
        organisation=office.id,
        name=office.name,
        head=office.head,
        epoch=office.epoch,
        epoch_head=office.epoch_head,
        schema_version=SCHEMA,
        lowest_schema=LOWEST_SCHEMA,
        max_mutations=MAX_MUTATIONS,
        max_push_bytes=MAX_PUSH_BYTES,
        max_changes=MAX_CHANGES,
        chunk_bytes=CHUNK_BYTES,
        max_blob_bytes=MAX_BLOB_BYTES,
        last_n=last_n,
        time=context.now(),
    )


async def _body(request: Request, _: DeviceCaller) -> bytes:
    """What a push comes as. Nobody but a device has it read."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != _JSON:
        raise MediaTypeError(f"a push comes as {_JSON}")
    return await request.body()


def _read(body: bytes, encoding: str) -> Push:
    try:
        return read_message(READ_PUSH, unpacked(body, encoding, MAX_PUSH_BYTES))
    except MalformedError as error:
        raise InvalidError("the request is not valid", detail=str(error)) from error


def _json(message: str) -> dict[str, object]:
    """Where the OpenAPI document has the schema of a message that comes or goes as bytes."""
    return {_JSON: {"schema": {"$ref": f"#/components/schemas/{message}"}}}


@router.post(
    "/push",
    response_class=Response,
    openapi_extra={"requestBody": {"required": True, "content": _json("Push")}},
    responses={200: {"content": _json("Pushed")}, **documented(401, 403, 409, 410, 413, 415, 426)},
)
def push(body: Annotated[bytes, Depends(_body)], request: Request, token: DeviceToken) -> Response:
    """Apply at most 500 mutations, each exactly once however often it is sent; those of one `tx` together or not at all."""
    context = context_of(request)
    sent = _read(body, request.headers.get("content-encoding", ""))
    with context.database.writing() as connection:
        # Once more, with what is written: a body may take its time to come in.
        caller = device_of(connection, token, context.now())
        author = Author(caller.id, caller.name)
        answer = take(connection, caller.organisation, caller.id, author, sent, as_text(context.now()))
        queue_after_push(connection, caller.organisation, zip(sent.mutations, answer.results, strict=True), context.now())
    request.app.state.metrics.pushed(answer.results)
    return Response(msgspec.json.encode(answer), media_type=_JSON)


@router.get(
    "/changes",
    response_model=Changes,
    responses=documented(401, 403, 410, 426),
)
def changes(
    request: Request,
    token: DeviceToken,
    since: Annotated[int, Query(ge=0, le=2**62, description="The cursor: `next` of the answer before.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MAX_CHANGES)] = MAX_CHANGES,
    epoch: Annotated[str | None, Query(max_length=36, description="The history that the cursor belongs to.")] = None,
    sent: Annotated[int, Query(ge=0, le=2**62, description="The last mutation of the device that was acknowledged in it.")] = 0,
) -> Response:
    """The rows that changed after `since`, by rising number; at `more: false` they complete one snapshot."""
    return Response(device_page(context_of(request), token, since, limit, epoch, sent), media_type=_JSON)
