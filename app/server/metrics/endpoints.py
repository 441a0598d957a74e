"""`/metrics`: only where whoever runs the server asked for it (`serve --metrics`); a proxy in front keeps it from the outside."""

from __future__ import annotations

from typing import cast

from fastapi import APIRouter, Request, Response

from app.server.metrics.counting import Metrics

router = APIRouter(tags=["operation"])
_TEXT = "text/plain; version=0.0.4; charset=utf-8"


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}})
def metrics(request: Request) -> Response:
    """Requests, pushes, mutations and mails in Prometheus' text format, of this process."""
    return Response(cast(Metrics, request.app.state.metrics).text(), media_type=_TEXT)
