"""The table of the Samples tab, for samples that are no pictures."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.data import Circle, Iris, Polynomial, Samples
from desktop_app.plots.samples import SamplesView
from desktop_app.theme import theme
from tests.desktop_app.plots.sample_data import NAMES, choices, numbers, parts_of, pick, predicted, probabilities

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(samples_view: SamplesView) -> SamplesView:
    return samples_view


# -- regression and other numbers --------------------------------------------------------------------------------------


def cells(view: SamplesView, row: int) -> list[float]:
    model = view.table.model()
    return [float(model.index(row, c).data().replace("−", "-")) for c in range(model.columnCount())]


def headings(view: SamplesView) -> list[str]:
    model = view.table.model()
    return [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]


def click_heading(view: SamplesView, column: int) -> None:
    header = view.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=place)


def test_regression_is_a_table_that_sorts_by_the_size_of_the_error(view):
    parts = numbers(50)
    view.show_parts(parts)
    assert view.table.isVisible()
    assert not view.order_box.isVisible()
    assert headings(view) == ["Sample", "x₁", "x₂", "Target y"]
    assert cells(view, 7) == pytest.approx([7, *parts.train.X[7], *parts.train.y[7]], abs=1e-4)

    outputs = parts.train.y + np.random.RandomState(3).normal(size=(50, 1)).astype(np.float32)
    view.show_predictions(predicted(outputs, "train"))
    assert headings(view)[4:] == ["Prediction ŷ", "Error ŷ − y"]
    error = (outputs - parts.train.y)[:, 0]
    assert cells(view, 7)[4:] == pytest.approx([outputs[7, 0], error[7]], abs=1e-3)
    assert f"mean error |ŷ − y| {np.abs(error).mean():.4f}"[:24] in view.summary.text()

    click_heading(view, 5)
    order = np.argsort(-np.abs(error))
    assert headings(view)[5] == "▾ Error ŷ − y"
    assert [int(cells(view, row)[0]) for row in range(50)] == order.tolist()
    outputs = outputs + np.random.RandomState(4).normal(size=(50, 1)).astype(np.float32)
    view.show_predictions(predicted(outputs, "train", 9))
    order = np.argsort(-np.abs((outputs - parts.train.y)[:, 0]))
    assert [int(cells(view, row)[0]) for row in range(50)] == order.tolist()
    click_heading(view, 5)
    assert [int(cells(view, row)[0]) for row in range(50)] == order[::-1].tolist()


def test_sorting_keeps_the_selected_sample(view):
    parts = numbers(30)
    view.show_parts(parts)
    QTest.mouseClick(view.table.viewport(), LEFT, pos=view.table.visualRect(view.table.model().index(3, 0)).center())
    click_heading(view, 1)
    (row,) = {index.row() for index in view.table.selectionModel().selectedIndexes()}
    assert cells(view, row)[0] == 3
    assert row == int(np.argsort(parts.train.X[:, 0]).tolist().index(3))


def test_several_targets(view):
    parts = numbers(20, num_outputs=2)
    view.show_parts(parts)
    outputs = parts.train.y + np.float32(0.5) * np.array([[1, -1]], dtype=np.float32)
    view.show_predictions(predicted(outputs, "train"))
    assert headings(view)[3:] == ["Target y₁", "Target y₂", "Prediction ŷ₁", "Prediction ŷ₂", "Mean |ŷ − y|"]
    assert cells(view, 0)[-1] == pytest.approx(0.5, abs=1e-4)


def test_labelled_numbers_are_a_table_with_signs(view):
    random = np.random.RandomState(0)
    samples = Samples(random.normal(size=(40, 3)).astype(np.float32), random.randint(0, 4, 40).astype(np.int64))
    view.show_parts(parts_of(samples))
    assert headings(view) == ["Sample", "x₁", "x₂", "x₃", "Label"]
    outputs = probabilities(40)
    view.show_predictions(predicted(outputs, "train"))
    pick(view.order_box, Qt.Key.Key_End)
    wrong = np.flatnonzero(outputs.argmax(axis=1) != samples.y)
    model = view.table.model()
    assert sorted(int(model.index(row, 0).data()) for row in range(model.rowCount())) == wrong.tolist()
    index = model.index(0, 5)
    position = int(model.index(0, 0).data())
    assert index.data() == f"× {NAMES[int(outputs[position].argmax())]}"
    assert index.data(Qt.ItemDataRole.ForegroundRole).color().name() == theme().danger
    pick(view.order_box, Qt.Key.Key_Home)
    right = int(np.flatnonzero(outputs.argmax(axis=1) == samples.y)[0])
    assert model.index(right, 5).data().startswith("✓ ")
    assert model.index(right, 5).data(Qt.ItemDataRole.ForegroundRole) is None


def test_a_network_that_only_chooses_gets_no_column_of_probabilities(view):
    random = np.random.RandomState(0)
    samples = Samples(random.normal(size=(40, 3)).astype(np.float32), random.randint(0, 4, 40).astype(np.int64))
    view.show_parts(parts_of(samples))
    view.show_predictions(predicted(probabilities(40), "train"))
    assert headings(view)[-2:] == ["Prediction", "Probability"]
    outputs = choices(40)
    view.show_predictions(predicted(outputs, "train", sure=False))
    assert headings(view)[-1] == "Prediction"
    assert view.table.model().index(0, 5).data().split(" ", 1)[1] == NAMES[int(outputs[0].argmax())]


@pytest.mark.parametrize(
    ("data", "inputs"),
    [
        (Circle(inputs=("x1", "x2^2", "x1*x2", "sin(x1)")), ["x₁", "x₂²", "x₁x₂", "sin(x₁)"]),
        (Polynomial(degree=11), ["x", "x²", "x³", "x⁴", "x⁵", "x⁶", "x⁷", "x⁸", "x⁹", "x¹⁰", "x¹¹"]),
        (Polynomial(scaling="factorial"), ["x", "x²/2!", "x³/3!"]),
        (Iris(), ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"]),
    ],
)
def test_inputs_with_names_are_headed_by_them(view, data, inputs):
    view.show_parts(data.load())
    assert headings(view)[1:-1] == inputs
    header = view.table.model()
    tips = [
        header.headerData(1 + j, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for j in range(len(inputs))
    ]
    assert tips == inputs
