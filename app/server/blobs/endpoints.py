"""`/v1/blobs`, `/v1/uploads`: attachments."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from app.server.blobs import serving, uploads
from app.server.context import DeviceCaller, ServerContext, StaffCaller
from app.server.problems import ApiError, MediaTypeError, documented
from app.sync.wire import CHUNK_BYTES, MAX_BLOB_BYTES, Id

TUS = "1.0.0"
_PIECE = "application/offset+octet-stream"
router = APIRouter(prefix="/v1", tags=["attachments"])
Sha256 = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", description="Of the attachment's bytes, in hexadecimal digits.")]
Range = Annotated[str | None, Header(description="One range of bytes, such as `bytes=1048576-`.")]
_BYTES = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
_GIVES = {**documented(401, 403, 404, 416), 200: _BYTES, 206: {**_BYTES, "description": "A part."}}
_OFFSET = {"headers": {"Upload-Offset": {"schema": {"type": "integer"}}, "Upload-Length": {"schema": {"type": "integer"}}}}


class TusVersionError(ApiError):
    """Another version of the tus protocol, or none."""

    status, code = 412, "tus_version"


def _spoken(tus_resumable: Annotated[str, Header(description="Version of the tus protocol.", examples=[TUS])] = "") -> None:
    if tus_resumable != TUS:
        raise TusVersionError("Tus-Resumable has to be 1.0.0", headers={"Tus-Version": TUS})


_Tus = Depends(_spoken)


@router.get("/blobs/{sha256}", responses=_GIVES, response_class=Response)
def download(sha256: Sha256, caller: DeviceCaller, context: ServerContext, range: Range = None) -> Response:
    """An attachment of your organisation, whole or from where the line was cut."""
    return serving.answer(context.database, serving.find(context.database, caller.organisation, sha256), range, body=True)


@router.head("/blobs/{sha256}", responses=_GIVES, response_class=Response)
def look(sha256: Sha256, caller: DeviceCaller, context: ServerContext, range: Range = None) -> Response:
    """Whether your organisation has an attachment, and how large it is."""
    return serving.answer(context.database, serving.find(context.database, caller.organisation, sha256), range, body=False)


@router.get("/staff/organisations/{organisation}/blobs/{sha256}", responses=_GIVES, response_class=Response, tags=["staff"])
def download_for_staff(organisation: Id, sha256: Sha256, _: StaffCaller, context: ServerContext, range: Range = None) -> Response:
    """An attachment of an organisation."""
    return serving.answer(context.database, serving.find(context.database, organisation, sha256), range, body=True)


@router.post(
    "/uploads",
    status_code=201,
    dependencies=[_Tus],
    response_class=Response,
    responses={**documented(401, 403, 412, 413, 460), 201: {"description": "`Location` is the upload.", **_OFFSET}},
)
def begin(
    caller: DeviceCaller,
    context: ServerContext,
    upload_length: Annotated[int, Header(ge=0, le=2**62, description=f"Bytes of the whole, at most {MAX_BLOB_BYTES}.")],
    upload_metadata: Annotated[
        str, Header(max_length=2000, description="`sha256 <base 64 of the 64 hexadecimal digits>`; other pairs are ignored.")
    ],
) -> Response:
    """Begin an upload, or find the one under way: `Upload-Offset` says where it stands; at the whole length nothing is left to send."""
    sha256 = uploads.announced(upload_metadata)
    with context.database.writing() as connection:
        upload = uploads.begin(connection, caller, sha256, upload_length, context.now())
    upload = uploads.settle(context.database, upload, context.now())
    return _answer(201, upload, {"Location": f"/v1/uploads/{upload.id}"})


@router.head(
    "/uploads/{upload}", dependencies=[_Tus], response_class=Response, responses={**documented(401, 403, 404, 412, 460), 200: _OFFSET}
)
def stand(upload: Id, caller: DeviceCaller, context: ServerContext) -> Response:
    """How far an upload has come."""
    with context.database.reading() as connection:
        found = uploads.find(connection, caller, upload)
    return _answer(200, uploads.settle(context.database, found, context.now()))


@router.patch(
    "/uploads/{upload}",
    status_code=204,
    dependencies=[_Tus],
    response_class=Response,
    responses={**documented(401, 403, 404, 409, 412, 413, 415, 460), 204: _OFFSET},
    openapi_extra={
        "requestBody": {
            "required": True,
            "description": f"The next piece, at most {CHUNK_BYTES} bytes.",
            "content": {_PIECE: {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def send(
    upload: Id,
    request: Request,
    caller: DeviceCaller,
    context: ServerContext,
    upload_offset: Annotated[int, Header(ge=0, le=2**62, description="Where the piece begins: where the last one ended.")],
) -> Response:
    """Send the next piece. One that was cut off on its way leaves nothing; after the last one the whole is checked."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != _PIECE:
        raise MediaTypeError(f"a piece comes as {_PIECE}")
    try:
        content = await request.body()
    except ClientDisconnect:
        # Nobody is there to read the answer; the piece is sent again.
        return Response(status_code=400)

    def keep() -> Response:
        with context.database.writing() as connection:
            found = uploads.take(connection, caller, upload, upload_offset, content)
        return _answer(204, uploads.settle(context.database, found, context.now()))

    return await run_in_threadpool(keep)


def _answer(status: int, upload: uploads.Upload, more: dict[str, str] | None = None) -> Response:
    return Response(status_code=status, headers={"Tus-Resumable": TUS, **uploads.headers(upload), **(more or {})})
