"""The code twin: the program that does what an experiment describes, as the book would write it.

Run by a Python that has nothing but MXNet and NumPy, it prints the losses of the application: to the last bit in the
styles ``concise`` and ``block``, nearly in ``scratch``, which adds up in another order.
"""

from __future__ import annotations

from core.codegen.notebook import notebook
from core.codegen.programs import STYLES, program, refusal
from core.codegen.saving import save_program
from core.codegen.source import PHASES, Mark, Program, Section

__all__ = ["PHASES", "STYLES", "Mark", "Program", "Section", "notebook", "program", "refusal", "save_program"]
