"""Renders tokens: `[[contact:id]]` becomes a call link or a card, `[[fact:id]]` a sentence.

A token becomes HTML inside Python-Markdown itself, after code has been set aside, so an
example of a token in `code` stays an example.
"""
