"""Lets readers search a language without a server: sections and synonyms become one script of data."""

from .data import build_index
from .phrases import RetiredNumber, Synonym, Synonyms, retired_numbers, synonyms_of
from .section import Section, sections

__all__ = ["RetiredNumber", "Section", "Synonym", "Synonyms", "build_index", "retired_numbers",
           "sections", "synonyms_of"]
