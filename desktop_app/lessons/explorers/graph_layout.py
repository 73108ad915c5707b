"""Where the nodes of an expression's graph lie: inputs at the left, y at the right."""

from __future__ import annotations

from dataclasses import dataclass

from core.explorers.expression import Graph


@dataclass(frozen=True)
class Wire:
    """From an input to the operation that uses it, by way of a row."""

    source: int
    target: int
    operand: int
    row: float


@dataclass(frozen=True)
class GraphLayout:
    """Columns and rows of all nodes, counted from 0, and the wires between them. Rows may lie between whole numbers."""

    columns: tuple[int, ...]
    rows: tuple[float, ...]
    wires: tuple[Wire, ...]
    num_columns: int
    num_rows: int


def layout_of(graph: Graph) -> GraphLayout:
    """Return the places of a graph's nodes: x in the first column, a number just before its operation."""
    depths = [0] * len(graph)
    for position, node in enumerate(graph):
        if node.inputs:
            depths[position] = 1 + max(depths[i] for i in node.inputs)
    placing = _Placing(graph, depths)
    placing.place(len(graph) - 1)
    columns = list(depths)
    for position, node in enumerate(graph):
        for i in node.inputs:
            if graph[i].kind == "number":
                columns[i] = depths[position] - 1
    return GraphLayout(
        tuple(columns), tuple(placing.rows), tuple(placing.wires), max(depths) + 1, max(1, placing.num_rows)
    )


class _Placing:
    """Gives each use of x and each number a row of its own; an operation lies in the middle of what goes in."""

    def __init__(self, graph: Graph, depths: list[int]) -> None:
        self._graph, self._depths = graph, depths
        self.rows = [0.0] * len(graph)
        self.wires: list[Wire] = []
        self.num_rows = 0
        self._uses_of_x: list[float] = []

    def place(self, position: int) -> float:
        """Place a node and all before it; return its row, for x that of this use."""
        node = self._graph[position]
        if not node.inputs:
            row = float(self.num_rows)
            self.num_rows += 1
            if node.kind == "x":
                self._uses_of_x.append(row)
                row_of_x = sum(self._uses_of_x) / len(self._uses_of_x)
                self.rows[position] = row_of_x
            else:
                self.rows[position] = row
            return row
        rows = []
        for operand, i in enumerate(node.inputs):
            row = self.place(i)
            rows.append(row)
            self.wires.append(Wire(i, position, operand, row))
        self.rows[position] = sum(rows) / len(rows)
        return self.rows[position]
