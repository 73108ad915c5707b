"""How programs from scratch draw their first weights: the same numbers as Gluon's initialisers."""

from __future__ import annotations

from core.codegen.source import literal
from core.initializers import (
    Constant,
    InitializerBase,
    MSRAPrelu,
    Normal,
    Orthogonal,
    Uniform,
    Xavier,
)

_FACTORS = {"avg": "(fan_in + fan_out) / 2", "in": "fan_in", "out": "fan_out"}


class Draws:
    """The drawing functions of one program; equal initialisers share one."""

    def __init__(self) -> None:
        self._names: dict[InitializerBase, str] = {}
        self._of_images = False

    def expression(self, initializer: InitializerBase, shape: tuple[int, ...]) -> str:
        """Return the expression that draws weights of a shape."""
        if isinstance(initializer, Normal):
            return f"nd.random.normal(scale={initializer.sigma!r}, shape={shape})"
        if isinstance(initializer, Uniform):
            return f"nd.random.uniform({-initializer.scale!r}, {initializer.scale!r}, shape={shape})"
        if isinstance(initializer, Constant):
            return f"nd.full({shape}, {initializer.value!r})"
        if not isinstance(initializer, Xavier | MSRAPrelu | Orthogonal):
            return f"nd.zeros({shape})"
        self._of_images |= len(shape) > 2
        if initializer not in self._names:
            kind = {"msra_prelu": "he"}.get(initializer.kind, initializer.kind)
            likes = sum(other.kind == initializer.kind for other in self._names)
            self._names[initializer] = f"{kind}{likes + 1}" if likes else kind
        return f"{self._names[initializer]}({shape})"

    def definitions(self) -> list[str]:
        """Return the functions that the expressions call."""
        return [self._definition(initializer, name) for initializer, name in self._names.items()]

    def _definition(self, initializer: InitializerBase, name: str) -> str:
        if isinstance(initializer, Orthogonal):
            return _orthogonal(initializer, name)
        if isinstance(initializer, MSRAPrelu):
            factor, magnitude = initializer.factor_type, f"2 / (1 + {literal(initializer.slope)}**2)"
            magnitude = "2" if initializer.slope == 0 else magnitude
            draws = "nd.random.normal(0, scale, shape)"
        else:
            assert isinstance(initializer, Xavier)
            factor, magnitude = initializer.factor_type, literal(initializer.magnitude)
            is_uniform = initializer.rnd_type == "uniform"
            draws = "nd.random.uniform(-scale, scale, shape)" if is_uniform else "nd.random.normal(0, scale, shape)"
        area = " * np.prod(shape[2:])" if self._of_images else ""
        fans = {"fan_in": f"    fan_in = shape[1]{area}", "fan_out": f"    fan_out = shape[0]{area}"}
        used = [line for fan, line in fans.items() if fan in _FACTORS[factor]]
        divisor = f"({_FACTORS[factor]})" if factor == "avg" else _FACTORS[factor]
        lines = [f"def {name}(shape):", *used, f"    scale = np.sqrt({magnitude} / {divisor})", f"    return {draws}"]
        return "\n".join(lines)


def _orthogonal(initializer: Orthogonal, name: str) -> str:
    is_uniform = initializer.rand_type == "uniform"
    drawn = "nd.random.uniform(-1, 1, (rows, columns))" if is_uniform else "nd.random.normal(0, 1, (rows, columns))"
    return f"""def {name}(shape):
    rows, columns = shape[0], int(np.prod(shape[1:]))
    A = {drawn}.asnumpy()
    U, _, V = np.linalg.svd(A, full_matrices=False)
    Q = U if U.shape == A.shape else V
    return nd.array({initializer.scale!r} * Q.reshape(shape))"""
