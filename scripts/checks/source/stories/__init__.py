"""Checks of what leads readers on from step to step: guided help, quizzes, scenarios."""
