"""What a key of an offer file may hold, in words, read from the schema itself."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.domain.offer_errors import Finding, KeyPath
from app.domain.text import Text, msg


def allowed_at(model: type[BaseModel], path: KeyPath, detail: Mapping[str, Any]) -> Text:
    """What is allowed at `path` of `model`, for the validation error `detail`."""
    context: Mapping[str, Any] = detail.get("ctx") or {}
    match detail["type"]:
        case "extra_forbidden":
            return _keys(_annotation(model, path[:-1]))
        case "greater_than_equal":
            return msg("au moins {least}", least=str(context["ge"]))
        case "less_than_equal":
            return msg("au plus {most}", most=str(context["le"]))
        case "decimal_max_places":
            return msg("au plus {places} décimales", places=context["decimal_places"])
        case "string_too_short":
            return msg("un texte qui n’est pas vide")
        case "string_too_long":
            return msg("au plus {length} caractères", length=context["max_length"])
        case "string_pattern_mismatch":
            return _pattern(str(context["pattern"]))
        case "too_short":
            return msg("au moins un élément")
        case "value_error" if path == ("term", "renewal_months"):
            return msg('renewal_months avec renewal = "tacit", et seulement alors')
    return describe(_annotation(model, path))


def of_wrong_kind(annotation: Any, value: Any, path: KeyPath = ()) -> Iterator[Finding]:
    """Texts where `annotation` wants an amount, a day or a time, and these where it wants a text."""
    annotation = _bare(annotation)
    if isinstance(value, (dict, list)):
        for part, inner in value.items() if isinstance(value, dict) else enumerate(value):
            below = _below(annotation, part)
            if below is not None:
                yield from of_wrong_kind(below, inner, (*path, part))
    elif isinstance(value, str):
        if annotation in (Decimal, date, time):
            yield Finding(path, value, msg("{kind}, sans guillemets", kind=describe(annotation)))
    elif annotation in (date, time):
        if type(value) is not annotation:
            yield Finding(path, value, describe(annotation))
    elif isinstance(value, (Decimal, date, time)) and annotation is str:
        yield Finding(path, value, describe(annotation))


def describe(annotation: Any) -> Text:
    """A type, in words."""
    annotation = _bare(annotation)
    origin = get_origin(annotation)
    if origin is Literal:
        return _one_of(get_args(annotation))
    if origin in (tuple, list):
        return msg("une liste")
    if origin is dict:
        key = _bare(get_args(annotation)[0])
        return (
            msg("une table dont les clés sont\u00a0: {keys}", keys=", ".join(str(one.value) for one in key))
            if _is_enum(key)
            else msg("une table")
        )
    if _is_enum(annotation):
        return _one_of([one.value for one in annotation])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _keys(annotation)
    return _scalar(annotation)


def _scalar(annotation: Any) -> Text:
    if annotation is bool:
        return msg("true ou false")
    if annotation is int:
        return msg("un nombre entier")
    if annotation is Decimal:
        return msg("un nombre décimal, par exemple 27.50")
    if annotation is date:
        return msg("une date, par exemple 2026-11-22")
    if annotation is time:
        return msg("une heure, par exemple 09:00:00")
    return msg("un texte entre guillemets")


def _one_of(values: Any) -> Text:
    return msg("une des valeurs\u00a0: {values}", values=", ".join(str(value) for value in values))


def _keys(annotation: Any) -> Text:
    annotation = _bare(annotation)
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return describe(annotation)
    names = [str(field.validation_alias or name) for name, field in annotation.model_fields.items()]
    return msg("une table dont les clés sont\u00a0: {keys}", keys=", ".join(names))


def _pattern(pattern: str) -> Text:
    if "@" in pattern:
        return msg("une adresse e-mail")
    if "[0-9 ()" in pattern:
        return msg("un numéro de téléphone")
    if "x00" in pattern:
        return msg("un texte d’une seule ligne")
    return msg("des lettres minuscules sans accent, des chiffres, «\u00a0-\u00a0» ou «\u00a0_\u00a0», en commençant par une lettre")


def _annotation(annotation: Any, path: KeyPath) -> Any:
    """The type at `path` below `annotation`; the nearest known one when the path leaves the schema."""
    for part in path:
        inner = _below(_bare(annotation), part)
        if inner is None:
            return annotation
        annotation = inner
    return annotation


def _below(annotation: Any, part: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return next((_full(field) for name, field in annotation.model_fields.items() if part in (name, field.validation_alias)), None)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (tuple, list) and arguments:
        return arguments[0]
    if origin is dict:
        return arguments[1]
    return None


def _full(field: FieldInfo) -> Any:
    return field.annotation


def _bare(annotation: Any) -> Any:
    """Without `Annotated` and without the `None` of an optional key."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        else:
            return annotation


def _is_enum(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Enum)
