"""The few sentences that go along with a number: days as people write them, and what makes a number doubtful."""

from datetime import date

from ...facts.contacts import Contact
from ...facts.project import Project


def day_in_words(day: date, words: dict[str, str]) -> str:
    """Returns a day the way readers of a language write it, from the strings `date_format` and `months`."""
    return words["date_format"] % {"day": day.day, "month": words["months"].split(" ")[day.month - 1], "year": day.year}


def caveat(contact: Contact, project: Project, words: dict[str, str]) -> str:
    """Returns the sentence about a line that was out of service, once that day has passed; else an empty text."""
    if not contact.lapsed_on(project.today):
        return ""
    return words["down_lapsed"].format(date=day_in_words(contact.down_until, words))


def sentence(text: str) -> str:
    """Returns a text with a full stop, so that several can stand in a row.

    >>> sentence("Day and night"), sentence("Call!")
    ('Day and night.', 'Call!')
    """
    return text if not text or text.endswith((".", "!", "?", "។")) else f"{text}."
