"""What was told at a moment and is kept: in every language of the program, so that each reader finds it in their own.

What is kept is JSON such as `{"fr": "…", "en": "…"}`. Older programs, and staff of the provider, kept plain text: it is shown as it is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from app.domain.text import LANGUAGES, SOURCE_LANGUAGE, Text
from app.domain.text import language as current_language


def told(said: Text | Sequence[Text]) -> str:
    """`said`, to be kept; several texts are lines, one each."""
    lines = (said,) if isinstance(said, Text) else said
    return json.dumps({name: "\n".join(line.render(name) for line in lines) for name in LANGUAGES}, ensure_ascii=False)


def retold(kept: str, language: str | None = None) -> str:
    """What `told` kept, in `language` (default: the one in use); any other text as it is."""
    if not kept.startswith("{"):
        return kept
    try:
        found = json.loads(kept)
    except ValueError:
        return kept
    if not isinstance(found, dict) or not found or not all(isinstance(each, str) for each in found.values()):
        return kept
    text: str | None = found.get(language or current_language(), found.get(SOURCE_LANGUAGE))
    return kept if text is None else text
