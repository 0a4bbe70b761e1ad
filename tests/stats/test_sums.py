"""What is ranked adds up the same on every processor, to the last bit."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import daylight
from daylight.measures.shared_igos import _year, exclusiveness
from daylight.stats.composite import weighted
from daylight.stats.portfolio import similarity
from daylight.stats.sums import GRID, dot, on_grid, product, repeated

SOURCE = Path(daylight.__file__).parent
Floats = NDArray[np.float64]


def plain(values: list[float], weights: list[float]) -> float:
    """One weighted sum, from first to last, without any library."""
    total = 0.0
    for value, weight in zip(values, weights, strict=True):
        total += value * weight
    return total


def numbers(*shape: int) -> Floats:
    return np.random.default_rng(7).uniform(0, 100, shape)


def test_sums_add_from_first_to_last() -> None:
    values, weights = numbers(50, 9), numbers(9)
    assert dot(values, weights).tolist() == [
        plain(row, weights.tolist()) for row in values.tolist()
    ]
    assert (product(values, values[:9].T)[:, 3] == dot(values, values[3])).all()
    assert repeated(0.1, 3).tolist() == [0.0, 0.1, 0.1 + 0.1, 0.1 + 0.1 + 0.1]


def test_sums_on_the_grid_have_no_order() -> None:
    values = on_grid(numbers(40))
    assert abs(values - numbers(40)).max() <= GRID / 2
    assert len({float(np.add.reduce(np.random.default_rng(k).permutation(values)))
                for k in range(50)}) == 1  # fmt: skip
    off = numbers(40)
    assert len({float(np.add.reduce(np.random.default_rng(k).permutation(off)))
                for k in range(50)}) > 1  # fmt: skip


def test_an_index_adds_from_first_to_last() -> None:
    positions, weights = numbers(500, 9), numbers(9) / 700
    total = plain([1.0] * 9, weights.tolist())
    by_hand = [plain(row, weights.tolist()) / total for row in positions.tolist()]
    assert weighted(positions, weights).tolist() == by_hand


def test_shared_organisations_add_from_first_to_last() -> None:
    seats = (numbers(30, 90) > 60).astype(float)
    bits = exclusiveness(seats).tolist()
    value = _year(1950, np.arange(30), seats)[3]
    both = [(seats[i] * seats[k]).tolist() for i in range(30) for k in range(i + 1, 30)]
    assert value.tolist() == [plain(one, bits) for one in both]


def test_likeness_of_alliances_adds_from_first_to_last() -> None:
    n = 25
    matrix = (numbers(n, n) // 30).astype(int)
    np.fill_diagonal(matrix, 3)
    apart = [abs(x - y) / 3 for x in range(4) for y in range(4)]

    def kappa(i: int, k: int) -> float:
        table = [[0.0] * 4 for _ in range(4)]
        for one, other in zip(matrix[i], matrix[k], strict=True):
            table[one][other] += 1 / n
        cells = [cell for row in table for cell in row]
        rows = [plain(row, [1.0] * 4) for row in table]
        columns = [plain([row[c] for row in table], [1.0] * 4) for c in range(4)]
        square = [x**2 for x in apart]
        far = [plain(rows, square[c::4]) for c in range(4)]
        return 1 - plain(cells, square) / plain(far, columns)

    found = similarity(matrix).kappa
    assert [found[i, k] for i in range(n) for k in range(i)] == [
        kappa(i, k) for i in range(n) for k in range(i)
    ]


MAY_MULTIPLY = {
    "accession/near.py": "counts of borders, which are exact",
    "cohesion/trade.py": "a ratio and its interval, told to a tenth",
    "cohesion/voting.py": "the share of random groups that agree as much, told to a hundredth",
    "communities/partition.py": "weights that are taken to whole numbers",
    "measures/memberships.py": "counts, which are exact",
    "stats/agreement.py": "steps of a quarter, which are exact; three operands, one loop",
    "stats/exchanged.py": "a check: candidates for a reader, no number of the atlas",
    "stats/ideal_points/": "a fit, stored in steps",
    "stats/joint.py": "counts, which are exact",
    "stats/multinomial.py": "a fit, rounded to a millionth",
    "stats/portfolio.py": "counts, and weights on the grid, which are exact",
    "stats/quasi.py": "a fit, stored to seven digits",
    "stats/sobol.py": "the interval of a calculation; what is ranked is no product",
    "tables/flows/market_gdp.py": "a fit, stored in steps",
}
"""Where matrix products stand, and why their order does not show in a rank."""
PRODUCTS = {"dot", "einsum", "inner", "matmul", "tensordot", "vdot"}


def _multiplies(path: Path) -> bool:
    text = path.read_text("utf-8")
    if not any(sign in text for sign in (" @", *(f"np.{name}(" for name in PRODUCTS))):
        return False
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.MatMult):
            return True
        named = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if named and node.value.id == "np" and node.attr in PRODUCTS:  # type: ignore[attr-defined]
            return True
    return False


def test_matrix_products_stand_only_where_their_order_does_not_show() -> None:
    found = [p.relative_to(SOURCE).as_posix() for p in sorted(SOURCE.rglob("*.py"))
             if _multiplies(p)]  # fmt: skip
    assert [p for p in found if not p.startswith(tuple(MAY_MULTIPLY))] == []
    assert [m for m in MAY_MULTIPLY if not any(p.startswith(m) for p in found)] == []
