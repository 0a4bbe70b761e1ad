"""Which code answers which address."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

import anyio
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from daylight.api.arguments import from_query
from daylight.api.openapi import answer_schema, openapi
from daylight.api.put import named, put
from daylight.core.errors import BadInput
from daylight.store.atlas import Atlas
from daylight.web.addresses import address
from daylight.web.answers import resolved
from daylight.web.faults import as_data
from daylight.web.frame import mark, sheet
from daylight.web.front import front, lead
from daylight.web.kept import Kept, Page, page
from daylight.web.pages import HTML, answer_page
from daylight.web.reference import measure_page, measures, source_page, sources
from daylight.web.table import MEDIA, table_file, table_page
from daylight.web.written import check_page, query_page

LOG = logging.getLogger("daylight.web")
AT_ONCE, WAITING = 2, 64
"""Answers that are made at the same time, and requests that may wait for one."""
SECONDS = 30.0
"""Time that a page may take."""
JSON = "application/json"
Handler = Callable[[Request], Awaitable[Response]]


class Site:
    """The pages over one atlas, with what was made of them.

    Parameters
    ----------
    atlas : Atlas
    """

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.kept = Kept()
        self._limiter: anyio.CapacityLimiter | None = None
        self._waiting = 0

    def routes(self) -> list[Route]:
        """Return which method answers which address."""
        return [
            _route("/", self.start),
            _route("/go", self.go),
            _route("/measures", self.measures),
            _route("/sources", self.sources),
            _route("/measure/{name}", self.measure),
            _route("/source/{name}", self.source),
            _route("/check", self.article, ("GET", "POST")),
            _route("/sql", self.query),
            _route("/table", self.table),
            _route("/table.{ending}", self.table_as_file),
            _route("/static/{name}", self.style),
            _route("/openapi.json", self.description),
            _route("/api/schemas/{name}.json", self.schema),
            _route("/api/{question}", self.interface, ("GET", "POST")),
            _route("/{kind}", self.answer),
            _route("/{kind}/{rest:path}", self.answer),
        ]

    async def made(self, make: Callable[[], Page], key: object = None) -> Page:
        """Return a page that is kept, or make it in a thread; without a key it is not kept.

        Raises
        ------
        TimeoutError
            When it takes too long, or too many wait.
        """
        found = None if key is None else self.kept.found(key)
        if found is not None:
            return found
        if self._waiting >= WAITING:
            raise TimeoutError
        self._limiter = self._limiter or anyio.CapacityLimiter(AT_ONCE)
        self._waiting += 1
        try:
            work = make if key is None else (lambda: self.kept.get(key, make))
            with anyio.fail_after(SECONDS):
                return await anyio.to_thread.run_sync(
                    work, limiter=self._limiter, abandon_on_cancel=True
                )
        finally:
            self._waiting -= 1

    async def start(self, request: Request) -> Response:
        """Answer with the front page."""
        return sent(request, await self.made(lambda: page(front(), HTML), "/"))

    async def go(self, request: Request) -> Response:
        """Lead from a form to the page that it asks for."""
        return RedirectResponse(lead(dict(request.query_params), self.atlas), 303)

    async def answer(self, request: Request) -> Response:
        """Answer a question as a page or a file, or lead to its one address."""
        asked = address(request.path_params["kind"], request.path_params.get("rest", ""))
        one = resolved(asked, self.atlas)
        if one != asked:
            return RedirectResponse(one.path(), 302 if asked.day is None else 308)
        return sent(request, await self.made(lambda: answer_page(one, self.atlas), one))

    async def measures(self, request: Request) -> Response:
        """Answer with the list of measures."""
        make = partial(measures, self.atlas)
        return sent(request, await self.made(lambda: page(make(), HTML), "measures"))

    async def sources(self, request: Request) -> Response:
        """Answer with the list of sources."""
        return sent(request, await self.made(lambda: page(sources(), HTML), "sources"))

    async def measure(self, request: Request) -> Response:
        """Answer with the page of a measure."""
        make = partial(measure_page, request.path_params["name"], self.atlas)
        return sent(request, await self.made(lambda: page(make(), HTML), request.url.path))

    async def source(self, request: Request) -> Response:
        """Answer with the page of a source."""
        make = partial(source_page, request.path_params["name"])
        return sent(request, await self.made(lambda: page(make(), HTML), request.url.path))

    async def article(self, request: Request) -> Response:
        """Answer with the page for articles, and the verdicts on the one that was sent."""
        make = partial(check_page, await _form(request) if request.method == "POST" else {})
        found = await self.made(lambda: page(make(self.atlas), HTML))
        return sent(request, found, "no-store")

    async def query(self, request: Request) -> Response:
        """Answer with the page for SQL, and the result of a query."""
        make = partial(query_page, request.query_params.get("q", ""))
        found = await self.made(lambda: page(make(self.atlas), HTML))
        return sent(request, found, "no-store")

    async def table(self, request: Request) -> Response:
        """Answer with the page for panels, and the first rows of one."""
        make = partial(table_page, dict(request.query_params))
        return sent(request, await self.made(lambda: page(make(self.atlas), HTML)))

    async def table_as_file(self, request: Request) -> Response:
        """Answer with a panel as a file."""
        ending = request.path_params["ending"]
        make = partial(table_file, ending, dict(request.query_params))
        found = await self.made(lambda: page(make(self.atlas), MEDIA[ending]))
        return sent(request, found)

    async def style(self, request: Request) -> Response:
        """Answer with the style sheet."""
        same = f"{mark()}.css" == request.path_params["name"]
        found = page(sheet(), "text/css; charset=utf-8")
        return sent(request, found, "public, max-age=31536000, immutable" if same else "no-store")

    async def interface(self, request: Request) -> Response:
        """Answer another program."""
        question = named(request.path_params["question"])
        if (question.takes == "text") != (request.method == "POST"):
            raise BadInput("Articles are sent with POST as JSON, all else is asked with GET.")
        if request.method == "POST":
            given = await _json(request)
        else:
            given = from_query(question, request.query_params.multi_items())
        make = partial(put, question, given, self.atlas)
        return sent(request, await self.made(lambda: page(as_data(make().to_dict()), JSON)))

    async def schema(self, request: Request) -> Response:
        """Answer with the JSON Schema of an answer."""
        make = partial(answer_schema, request.path_params["name"])
        return sent(request, await self.made(lambda: page(as_data(make()), JSON), request.url.path))

    async def description(self, request: Request) -> Response:
        """Answer with the description of the interface."""
        return sent(request, await self.made(lambda: page(as_data(openapi()), JSON), "openapi"))


async def _form(request: Request) -> dict[str, str]:
    """Return the fields of a form that a browser sends by itself; nothing is written to disk."""
    body = (await request.body()).decode("utf-8", "replace")
    return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=20))


async def _json(request: Request) -> dict[str, Any]:
    try:
        found = await request.json()
    except (ValueError, RecursionError):
        raise BadInput(
            "The body is no JSON; send an object with the text of the article."
        ) from None
    if not isinstance(found, dict):
        raise BadInput("The body is no JSON object; send one with the text of the article.")
    return found


def sent(request: Request, found: Page, keep: str = "no-cache") -> Response:
    """Return a page as it is sent: packed where the reader takes that."""
    headers = {"cache-control": keep, "vary": "accept-encoding"}
    packed = found.packed if "gzip" in request.headers.get("accept-encoding", "") else None
    if packed is not None:
        headers["content-encoding"] = "gzip"
    return Response(packed or found.content, media_type=found.media, headers=headers)


def _route(path: str, handler: Handler, methods: tuple[str, ...] = ("GET",)) -> Route:
    """Return a route that is logged, without what was asked."""

    async def answered(request: Request) -> Response:
        begun = time.perf_counter()
        response = await handler(request)
        LOG.info("%s %s %d %.0f ms", request.method, path, response.status_code,
                 1000 * (time.perf_counter() - begun))  # fmt: skip
        return response

    return Route(path, answered, methods=list(methods))
