"""The immutable base of every setting, and what the settings say about themselves.

Range, default, step, help text and unit of a setting are stated once, on its field. Widgets, the
command line and the error messages are derived from :func:`field_facts`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal, get_args, get_origin

import annotated_types
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

SMALLEST = 1e-30
"""MXNet reads the settings of its operators as float32; a number nearer to 0 than that holds makes it fail."""


class Value(BaseModel):
    """An immutable group of settings. Unknown names, wrong types, NaN and infinity are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Variant(Value):
    """One of several alternatives, told apart by the field ``kind``.

    A subclass sets ``title`` (its name in the window) and ``help`` (one sentence). ``family`` is the heading under
    which it is listed among its alternatives; empty for none.
    """

    title: ClassVar[str]
    help: ClassVar[str]
    family: ClassVar[str] = ""
    kind: str

    @classmethod
    def kind_name(cls) -> str:
        """Return the value of ``kind`` that stands for this class in a file."""
        return str(cls.model_fields["kind"].default)


class GluonValue(Value):
    """A group that MXNet computes with: numbers nearer to 0 than ``SMALLEST``, but not 0, are refused too."""

    @field_validator("*")
    @classmethod
    def _refuse_what_float32_cannot_hold(cls, value: Any) -> Any:
        if isinstance(value, float) and 0 < abs(value) < SMALLEST:
            raise PydanticCustomError("too_near_to_zero", "nearer to 0 than float32 can hold")
        return value


class GluonVariant(GluonValue, Variant):
    """A variant that MXNet computes with."""


def alternatives(union: Any) -> tuple[Any, ...]:
    """Return the classes of a union of variants, ``Annotated[A | B, ...]``, in their order."""
    return get_args(get_args(union)[0])


FieldKind = Literal[
    "int", "float", "bool", "choice", "choices", "text", "texts", "numbers", "records", "variant", "variants"
]
"""``choices`` are some of the known words, ``records`` a list of groups of one class. ``variant`` is a group of
settings, ``variants`` a list of such groups; ``texts`` and ``numbers`` are lists; the other kinds are single values."""


@dataclass(frozen=True)
class FieldFacts:
    """What a widget or a help text needs to know of one field.

    ``minimum`` and ``maximum`` are None where there is no bound; an exclusive bound is told by
    ``minimum_excluded`` and ``maximum_excluded``. ``step`` is the usual increment. ``log`` asks for a logarithmic
    control. ``live`` marks what may change while a run goes on. ``word`` is what is accepted beside a number, such as
    ``"auto"`` or ``"all"``; empty for none. ``choices`` maps values to titles. ``record`` is the class of the entries
    of ``records``. ``max_length`` bounds the characters of a text, or the entries of a list. ``only_when``
    names a choice or a bool of the same group and the value that it must have for this field to matter; None if the
    field always matters. ``hidden`` marks what no form shows, since the user sets it otherwise, such as by opening a
    file or by a button, or since it has no effect.
    """

    name: str
    kind: FieldKind
    title: str
    help: str
    default: Any
    minimum: float | None = None
    maximum: float | None = None
    minimum_excluded: bool = False
    maximum_excluded: bool = False
    step: float | None = None
    log: bool = False
    live: bool = False
    word: str = ""
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    record: type[Value] | None = None
    max_length: int | None = None
    only_when: tuple[str, str | bool] | None = None
    hidden: bool = False

    @property
    def auto(self) -> bool:
        """Whether the word "auto" is accepted beside a number."""
        return self.word == "auto"


def setting(
    default: Any = ...,
    *,
    title: str,
    help: str,
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    lt: float | None = None,
    step: float | None = None,
    log: bool = False,
    live: bool = False,
    choices: Mapping[str, str] | None = None,
    max_length: int | None = None,
    only_when: tuple[str, str | bool] | None = None,
    hidden: bool = False,
) -> Any:
    """Declare a field together with everything that a widget needs to show it."""
    extra: dict[str, Any] = {"step": step, "log": log, "live": live, "choices": dict(choices or {}), "hidden": hidden}
    extra["only_when"] = list(only_when or ())
    bounds: dict[str, Any] = {"ge": ge, "gt": gt, "le": le, "lt": lt, "max_length": max_length}
    given = {name: bound for name, bound in bounds.items() if bound is not None}
    return Field(default, title=title, description=help, json_schema_extra=extra, **given)


def in_order_of(choices: Mapping[str, str]) -> AfterValidator:
    """Return the validator of a field of kind ``choices``: in the order of ``choices``, each at most once."""

    def ordered(chosen: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(chosen)) < len(chosen):
            raise PydanticCustomError("chosen_twice", "something stands here twice")
        return tuple(name for name in choices if name in chosen)

    return AfterValidator(ordered)


def field_facts(model: type[Value], name: str) -> FieldFacts:
    """Return the facts of field ``name`` of ``model``; forms ask for them thousands of times.

    Raises:
        KeyError: if the model has no such field.
    """
    return _facts(model, name)


@cache
def _facts(model: Any, name: str) -> FieldFacts:
    field = model.model_fields[name]
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    choices: dict[str, str] = dict(extra.get("choices") or {})
    kind, word = _kind(field.annotation, choices)
    bounds: dict[str, Any] = {}
    for item in (*field.metadata, *_nested_metadata(field.annotation)):
        if isinstance(item, annotated_types.Ge):
            bounds["minimum"] = item.ge
        elif isinstance(item, annotated_types.Gt):
            bounds.update(minimum=item.gt, minimum_excluded=True)
        elif isinstance(item, annotated_types.Le):
            bounds["maximum"] = item.le
        elif isinstance(item, annotated_types.Lt):
            bounds.update(maximum=item.lt, maximum_excluded=True)
        elif isinstance(item, annotated_types.MaxLen):
            bounds["max_length"] = item.max_length
    return FieldFacts(
        name=name,
        kind=kind,
        title=field.title or name,
        help=field.description or "",
        default=field.get_default(call_default_factory=True),
        step=typing.cast("float | None", extra.get("step")),
        log=bool(extra.get("log")),
        live=bool(extra.get("live")),
        hidden=bool(extra.get("hidden")),
        word=word,
        choices=types.MappingProxyType(choices),
        only_when=typing.cast("tuple[str, str | bool] | None", tuple(extra.get("only_when") or ()) or None),
        record=_bare(get_args(field.annotation)[0]) if kind == "records" else None,
        **bounds,
    )


def settings_of(model: type[Value]) -> tuple[FieldFacts, ...]:
    """Return the facts of all fields that a form shows, in their order; ``kind`` is not one."""
    facts = (field_facts(model, name) for name in model.model_fields if name != "kind")
    return tuple(field for field in facts if not field.hidden)


def _kind(annotation: Any, choices: dict[str, str]) -> tuple[FieldKind, str]:
    """Return the kind of a field's type, and the word that is accepted beside a number."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        literals = [a for a in args if get_origin(a) is Literal]
        numbers = [_bare(a) for a in args if _bare(a) in (int, float)]
        if literals and numbers:
            return _kind(numbers[0], choices)[0], str(get_args(literals[0])[0])
        return ("choice" if choices else "variant"), ""
    if origin is tuple:
        return _list_kind(_bare(args[0])), ""
    if origin is Literal or choices:
        return "choice", ""
    simple: dict[Any, FieldKind] = {int: "int", float: "float", bool: "bool", str: "text"}
    return simple.get(annotation, "variant"), ""


def _list_kind(entry: Any) -> FieldKind:
    """Return the kind of a list with entries of this type."""
    if entry in (int, float):
        return "numbers"
    if entry is str:
        return "texts"
    if get_origin(entry) is Literal:
        return "choices"
    is_record = isinstance(entry, type) and issubclass(entry, Value) and not issubclass(entry, Variant)
    return "records" if is_record else "variants"


def _bare(annotation: Any) -> Any:
    """Return the type inside ``Annotated``."""
    return get_args(annotation)[0] if get_origin(annotation) is typing.Annotated else annotation


def _nested_metadata(annotation: Any) -> list[Any]:
    """Return the bounds that stand inside a union, as in ``Annotated[int, Field(ge=1)] | Literal["auto"]``."""
    found: list[Any] = []
    for arg in get_args(annotation):
        if get_origin(arg) is typing.Annotated:
            for item in get_args(arg)[1:]:
                found.extend(getattr(item, "metadata", [item]))
    return found
