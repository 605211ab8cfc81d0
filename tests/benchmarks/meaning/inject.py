"""All faults of meaning that the benchmark plants, one module for each family."""

from tests.benchmarks.garble.inject import Injector
from tests.benchmarks.meaning.inject_comparison import COMPARISONS
from tests.benchmarks.meaning.inject_marks import MARKS
from tests.benchmarks.meaning.inject_names import NAMES
from tests.benchmarks.meaning.inject_negation import NEGATIONS
from tests.benchmarks.meaning.inject_number_kinds import KINDS
from tests.benchmarks.meaning.inject_numbers import NUMBERS

INJECTORS: tuple[Injector, ...] = (*NUMBERS, *KINDS, *NAMES, *NEGATIONS, *COMPARISONS, *MARKS)
