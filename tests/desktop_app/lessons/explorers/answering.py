"""Explorers of the tests: their questions are answered at once by those who answer them in the engine's thread."""

from __future__ import annotations

import inspect

from core.engine.answers import ANSWERERS
from core.errors import GluonLabError


def answered(explorer):
    """Let all that an explorer asks be answered at once; return the lists of its questions and of its sentences."""
    questions, sentences = [], []

    def answer(question):
        questions.append(question)
        answerer = ANSWERERS[type(question)]
        try:
            answers = list(answerer(question)) if inspect.isgeneratorfunction(answerer) else [answerer(question)]
        except GluonLabError as error:
            explorer.show_problem(question, str(error))
            return
        for position, part in enumerate(answers):
            explorer.show_answer(question, part, position == len(answers) - 1)

    explorer.asked.connect(answer)
    explorer.failed.connect(sentences.append)
    return questions, sentences
