"""Expressions in x: a text becomes a graph of known operations. Nothing of the text is ever evaluated as a program.

The grammar is Python's for numbers, ``x``, ``+ - * / @ **``, brackets, ``.T`` and calls of the functions of
``OPERATIONS``, also as methods (``x.sum()``) and with MXNet's prefix (``nd.exp(x)``).
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from core.errors import GluonLabError
from core.texts import say, unsaid

MAX_LENGTH, MAX_NODES, MAX_DEPTH = 120, 24, 20
LARGEST_NUMBER = 1e6


class ExpressionError(GluonLabError):
    """A text is no expression that can be computed."""


@dataclass(frozen=True)
class Operation:
    """What an operation is called, and its rule of differentiation.

    In ``rules``, c is the result, a and b are what goes in; there is one rule for each of them. L is the sum that is
    differentiated.
    """

    sign: str
    rules: tuple[str, ...]

    @property
    def num_inputs(self) -> int:
        """How many arrays go in."""
        return len(self.rules)


OPERATIONS = {
    "add": Operation("+", ("grad a = grad c", "grad b = grad c")),
    "subtract": Operation("−", ("grad a = grad c", "grad b = −grad c")),
    "multiply": Operation("×", ("grad a = grad c × b", "grad b = grad c × a")),
    "divide": Operation("÷", ("grad a = grad c ÷ b", "grad b = −grad c × a ÷ b²")),
    "power": Operation("aᵇ", ("grad a = grad c × b × aᵇ⁻¹", "grad b = grad c × aᵇ × log a")),
    "dot": Operation("dot", ("grad a = dot(grad c, bᵀ)", "grad b = dot(aᵀ, grad c)")),
    "negative": Operation("−a", ("grad a = −grad c",)),
    "transpose": Operation("aᵀ", ("grad a = (grad c)ᵀ",)),
    "exp": Operation("exp", ("grad a = grad c × exp(a)",)),
    "log": Operation("log", ("grad a = grad c ÷ a",)),
    "sqrt": Operation("sqrt", ("grad a = grad c ÷ (2 × sqrt(a))",)),
    "square": Operation("square", ("grad a = grad c × 2 × a",)),
    "abs": Operation("abs", ("grad a = grad c × sign(a)",)),
    "relu": Operation("relu", (unsaid("grad a = grad c where a > 0, else 0"),)),
    "tanh": Operation("tanh", ("grad a = grad c × (1 − tanh(a)²)",)),
    "sigmoid": Operation("sigmoid", ("grad a = grad c × sigmoid(a) × (1 − sigmoid(a))",)),
    "sin": Operation("sin", ("grad a = grad c × cos(a)",)),
    "cos": Operation("cos", ("grad a = −grad c × sin(a)",)),
    "sum": Operation("sum", (unsaid("grad a = grad c for every entry"),)),
    "mean": Operation("mean", (unsaid("grad a = grad c ÷ number of entries"),)),
}
FUNCTIONS = tuple(name for name in OPERATIONS if name not in ("add", "subtract", "multiply", "divide", "negative"))
"""What can be called by its name."""


@dataclass(frozen=True)
class Node:
    """One number, x, or one operation on earlier nodes.

    ``kind`` is ``"x"``, ``"number"`` or a key of ``OPERATIONS``; ``inputs`` are positions of nodes in the graph.
    """

    kind: str
    inputs: tuple[int, ...] = ()
    number: float = 0.0


Graph = tuple[Node, ...]
"""Nodes in an order in which they can be computed; the last one is y. x stands in it once at most."""


def parse(text: str) -> Graph:
    """Return the graph of an expression.

    Raises:
        ExpressionError: with a sentence that says what is wrong with the text, and where.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(say("An expression can have up to {limit} characters here.", limit=MAX_LENGTH))
    parser = _Parser(text)
    parser.whole()
    return tuple(parser.nodes)


def depends_on_x(graph: Graph) -> tuple[bool, ...]:
    """Tell of each node whether x goes into it."""
    found: list[bool] = []
    for node in graph:
        found.append(node.kind == "x" or any(found[i] for i in node.inputs))
    return tuple(found)


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    start: int


_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[A-Za-z_][A-Za-z_0-9]*)"
    r"|(?P<sign>\*\*|[-+*/@^().,−·×÷]))",
    re.ASCII,
)
_SAME = {"^": "**", "−": "-", "·": "*", "×": "*", "÷": "/"}
_SUMS = {"+": "add", "-": "subtract"}
_PRODUCTS = {"*": "multiply", "/": "divide", "@": "dot"}


def _tokens(text: str) -> list[_Token]:
    found, place = [], 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None:
            sign = text[place:].strip()[0]
            raise ExpressionError(say("“{sign}” has no meaning in an expression.", sign=sign))
        kind = str(match.lastgroup)
        found.append(_Token(kind, _SAME.get(match[kind], match[kind]), match.start(kind)))
        place = match.end()
    return [*found, _Token("end", "", len(text))]


class _Parser:
    """Reads tokens from left to right; each method reads one rule of the grammar and returns its node's position."""

    def __init__(self, text: str) -> None:
        self.nodes: list[Node] = []
        self._text = text
        self._tokens = _tokens(text)
        self._place = self._depth = 0
        self._x: int | None = None

    def whole(self) -> None:
        """Read the whole text."""
        if self._token.kind == "end":
            raise ExpressionError(say("Type an expression in x, such as 2 * dot(x.T, x)."))
        self._sum()
        if self._token.kind == "end":
            return
        if self._token.text == ")":
            raise ExpressionError(say("There is one “)” too many, after “{text}”.", text=self._before()))
        raise ExpressionError(
            say(
                "A sign is missing between “{before}” and “{token}”, such as *.",
                before=self._before(),
                token=self._token.text,
            )
        )

    @property
    def _token(self) -> _Token:
        return self._tokens[self._place]

    def _take(self) -> _Token:
        token = self._token
        self._place += 1
        return token

    def _before(self) -> str:
        """Return the end of what was read so far, for a sentence."""
        before = " ".join(self._text[: self._token.start].split())
        return before if len(before) <= 16 else f"…{before[-15:]}"

    def _add(self, node: Node) -> int:
        if len(self.nodes) >= MAX_NODES:
            raise ExpressionError(say("The expression is too long: up to {limit} operations.", limit=MAX_NODES))
        self.nodes.append(node)
        return len(self.nodes) - 1

    def _sum(self) -> int:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError(say("The brackets are nested too deeply."))
        left = self._product()
        while self._token.text in _SUMS:
            kind = _SUMS[self._take().text]
            left = self._add(Node(kind, (left, self._product())))
        self._depth -= 1
        return left

    def _product(self) -> int:
        left = self._factor()
        while self._token.text in _PRODUCTS:
            kind = _PRODUCTS[self._take().text]
            left = self._add(Node(kind, (left, self._factor())))
        return left

    def _factor(self) -> int:
        negative = False
        while self._token.text in ("+", "-"):
            negative ^= self._take().text == "-"
        if negative and self._token.kind == "number" and self._tokens[self._place + 1].text != "**":
            return self._add(Node("number", number=-self._number()))
        inner = self._power()
        return self._add(Node("negative", (inner,))) if negative else inner

    def _power(self) -> int:
        base = self._postfix()
        if self._token.text != "**":
            return base
        self._take()
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError(say("The powers are nested too deeply."))
        exponent = self._factor()
        self._depth -= 1
        return self._add(Node("power", (base, exponent)))

    def _postfix(self) -> int:
        inner = self._atom()
        while self._token.text == ".":
            self._take()
            name = self._token.text
            if self._token.kind != "name":
                raise ExpressionError(say("After “{text}” a name is missing, such as T.", text=self._before()))
            if name == "T":
                self._take()
                inner = self._add(Node("transpose", (inner,)))
            else:
                inner = self._call((inner,))
        return inner

    def _atom(self) -> int:
        token = self._token
        if token.kind == "number":
            return self._add(Node("number", number=self._number()))
        if token.kind == "name":
            return self._named()
        if token.text == "(":
            self._take()
            inner = self._sum()
            self._close()
            return inner
        if token.kind == "end":
            raise ExpressionError(say("Something is missing after “{text}”.", text=self._before()))
        before = self._before()
        if not before:
            raise ExpressionError(say("An expression cannot begin with “{token}”.", token=token.text))
        raise ExpressionError(say("After “{text}” there cannot be “{token}”.", text=before, token=token.text))

    def _named(self) -> int:
        name = self._token.text
        if name in ("nd", "np", "mx") and self._tokens[self._place + 1].text == ".":
            self._place += 2
            return self._named() if self._token.kind == "name" else self._atom()
        if name == "x":
            self._take()
            if self._token.text == "(":
                raise ExpressionError(say("x is no function: write x * ( … )."))
            if self._x is None:
                self._x = self._add(Node("x"))
            return self._x
        return self._call(())

    def _number(self) -> float:
        token = self._take()
        number = float(token.text)
        if number > LARGEST_NUMBER:
            raise ExpressionError(
                say("{number} is too large: numbers go up to a million here.", number=token.text[:20])
            )
        return number

    def _call(self, first: tuple[int, ...]) -> int:
        """Read a function and what it is called with; ``first`` is what stands before the point of a method."""
        name = self._take().text
        kind = {"T": "transpose", "matmul": "dot", "pow": "power", "power": "power"}.get(name, name)
        if kind not in FUNCTIONS:
            raise ExpressionError(_unknown(name))
        if self._token.text != "(":
            raise ExpressionError(say("{name} is a function: write {name}(x).", name=name))
        self._take()
        inputs = list(first)
        while self._token.text != ")":
            inputs.append(self._sum())
            if self._token.text != ",":
                break
            self._take()
        self._close()
        wanted = OPERATIONS[kind].num_inputs
        if len(inputs) != wanted:
            template = (
                say("{name} takes one array, as in {name}(x).", name=name)
                if wanted == 1
                else say("{name} takes two arrays, as in {name}(x, x).", name=name)
            )
            raise ExpressionError(template)
        return self._add(Node(kind, tuple(inputs)))

    def _close(self) -> None:
        if self._token.text != ")":
            raise ExpressionError(say("A “)” is missing after “{text}”.", text=self._before()))
        self._take()


def _unknown(name: str) -> str:
    """Return what is said of a name that is not known."""
    shown = name[:20]
    close = difflib.get_close_matches(name.lower(), FUNCTIONS, n=1)
    if close:
        return say("There is no function “{name}” here. Do you mean {close}?", name=shown, close=close[0])
    if len(name) == 1:
        return say("“{name}” is not known: the only variable is x.", name=shown)
    return say("There is no function “{name}” here. There are: {all}.", name=shown, all=", ".join(sorted(FUNCTIONS)))
