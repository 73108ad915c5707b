"""The matrices explorer: multiplying a hundred random matrices explodes or vanishes, and one number decides which."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from core.explorers.matrices import MatricesSetup, Products, growth, multiply, steady_sigma
from desktop_app.lessons.explorers.matrices_plot import MatricesPlot
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.number_matrix import MatrixCard, NumberMatrix
from desktop_app.plots.plot_style import readable


class MatricesExplorer(SetupExplorer[MatricesSetup]):
    """Shows the norm of products of random matrices, and one product in numbers."""

    name: ClassVar[str] = "matrices"
    chapter: ClassVar[int] = 7

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(MatricesSetup(), parent)
        self._multiplied: MatricesSetup | None = None
        self.products: Products = multiply(self.setup)
        self.plot, self.matrix = MatricesPlot(), MatrixCard()
        self.plot.cursor_wanted.connect(lambda shown: self.change(shown=shown))
        for name in ("sigma", "size", "num_factors", "num_seeds"):
            self.add_control(name)
        self.steady_button = QPushButton(self.tr("Steady σ"))
        self.steady_button.setToolTip(self.tr("Choose σ so that the norm neither grows nor shrinks in the long run"))
        self.steady_button.clicked.connect(lambda: self.change(sigma=round(steady_sigma(self.setup.size), 2)))
        self.tools.addWidget(self.steady_button)
        self.stage.addWidget(self.plot, 1)
        self.stage.addWidget(self.matrix)
        self.add_export(ExportButton.for_plot(self.plot, self._long_title, self.plot.to_csv, choose, self))
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("MatricesExplorer", "Products of random matrices")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask; norms are decimal logarithms."""
        norms = self.products.norms
        return {
            "sigma": self.setup.sigma,
            "size": self.setup.size,
            "factors": self.setup.num_factors,
            "shown": self._shown,
            "log_norm": float(norms[0, -1]),
            "least_log_norm": float(norms[:, -1].min()),
            "greatest_log_norm": float(norms[:, -1].max()),
        }

    @property
    def _shown(self) -> int:
        return min(self.setup.shown, self.setup.num_factors)

    def _draw(self) -> None:
        drawn = self.setup.model_copy(update={"shown": 1})
        if drawn != self._multiplied:
            self._multiplied, self.products = drawn, multiply(self.setup)
        self.plot.show_products(self.setup, self.products)
        names = tuple(str(i) for i in range(1, self.setup.size + 1))
        self.matrix.show_matrix(
            NumberMatrix(
                self.tr("The product of {0} matrices, first seed").format(self._shown),
                self.products.products[self._shown - 1],
                names,
                names,
                f"{self.setup.size}×{self.setup.size}",
            )
        )
        self.explanation.setText(self._verdict())

    def _verdict(self) -> str:
        factor = readable(10 ** growth(self.setup.sigma, self.setup.size), 3)
        steady = f"{steady_sigma(self.setup.size):.3f}"
        text = self.tr(
            "Every factor multiplies the norm by about <b>{factor}</b>, so {number} of them by {whole}. "
            "It stays of the same size at σ = {steady} only."
        )
        whole = readable(10 ** (self.setup.num_factors * growth(self.setup.sigma, self.setup.size)), 2)
        return text.format(factor=factor, number=self.setup.num_factors, whole=whole, steady=steady)

    def _long_title(self) -> str:
        return self.tr("Products of {size}×{size} matrices, σ = {sigma}").format(
            size=self.setup.size, sigma=f"{self.setup.sigma:.3g}"
        )
