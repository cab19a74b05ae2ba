"""Says what a ZIM tells about itself before it is opened: its name, its languages, who made it, and on which day.

Source of the fields and their limits: openZIM, "Metadata", in the version of 2026.
"""

from datetime import date

from ..facts.project import Project

LONGEST_TITLE, LONGEST_DESCRIPTION = 30, 80  # characters
# ISO 639-3 asks for three letters where web pages write two (ISO 639-1); others are handed on as they are.
THREE_LETTERS = {"vi": "vie", "en": "eng", "km": "khm", "lo": "lao", "th": "tha", "zh": "zho", "my": "mya", "fr": "fra", "id": "ind",
                 "ms": "msa", "tl": "tgl", "ja": "jpn", "ko": "kor", "ru": "rus", "de": "deu", "es": "spa", "pt": "por", "ar": "ara",
                 "hi": "hin", "cs": "ces", "pl": "pol", "uk": "ukr"}


def about(project: Project, name: str, day: date) -> dict[str, str]:
    """Returns the metadata of the project's ZIM, whose name is `name`, for the day of the build."""
    campaign, main, codes = project.entries("campaign"), project.settings.default, project.settings.codes
    title = campaign["name"][main]
    licence = campaign.get("licence") or {}
    credit = (licence.get("credit") or {}).get(main) or title
    fields = {
        "Name": f"{name}_{'mul' if len(codes) > 1 else main}_all",
        "Title": cut(title, LONGEST_TITLE),
        "Description": cut((campaign.get("slogan") or {}).get(main) or title, LONGEST_DESCRIPTION),
        "Language": ",".join(THREE_LETTERS.get(code.partition("-")[0], code) for code in codes),
        "Creator": credit,
        "Publisher": credit,
        "Date": day.isoformat(),
        "License": licence.get("name", ""),
        "Source": project.settings.address,
        "Tags": "_ftindex:no",
    }
    return {field: value for field, value in fields.items() if value}


def cut(text: str, longest: int) -> str:
    """Returns a text in at most so many characters, ended at a word.

    >>> cut("về bờ an toàn", 9)
    'về bờ an…'
    """
    if len(text) <= longest:
        return text
    whole = text[:longest].rpartition(" ")[0] or text[:longest - 1]
    return f"{whole.rstrip()[:longest - 1]}…"
