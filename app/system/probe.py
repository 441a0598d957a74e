"""One light look at a server: does anything answer there? Nothing about the PC or its owner is sent."""

from __future__ import annotations

#: What a gateway, a proxy or the page of a hotel's Wi-Fi answers in the server's place.
_NOT_THE_SERVER = frozenset({407, 502, 503, 504, 511})
TIMEOUT_SECONDS = 5.0


def answers(url: str, timeout: float = TIMEOUT_SECONDS) -> bool:
    """Whether the server at `url` answers a request for its state; never raises. Waits `timeout` seconds for each step at most.

    Any answer of the server itself counts, even a refusal: the connection is what is measured, not the server. The system's proxy
    is used where there is one; redirections are not followed, as the first thing they would lead to is somebody's log-in page.

    Thread: any but Qt's.
    """
    import http.client  # on first use: nobody who has no server pays for it
    from urllib.error import HTTPError
    from urllib.request import Request, build_opener

    request = Request(url, headers={"User-Agent": "Parclair", "Accept": "*/*", "Cache-Control": "no-cache"})
    try:
        with build_opener(_no_redirection()).open(request, timeout=timeout) as answer:
            return _is_server(answer.status)
    except HTTPError as error:
        with error:
            return _is_server(error.code)
    except (OSError, ValueError, http.client.HTTPException):  # no network, no name, nobody there, too late, or no HTTP
        return False


def _is_server(status: int) -> bool:
    return not 300 <= status < 400 and status not in _NOT_THE_SERVER


def _no_redirection() -> type:
    from urllib.request import HTTPRedirectHandler

    class NoRedirection(HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    return NoRedirection
