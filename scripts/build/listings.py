"""Prepares the lists that a page prints whole: the words of the glossary, the dated events, who is named with the campaign.

Each entry carries its sources, so that whoever repeats a date or a name can look it up.
"""

from ..facts.once import once
from ..facts.pages import Page
from ..facts.pages.slug import slug
from ..facts.place import Record, texts
from ..facts.project import Project


@once
def terms_page(project: Project, language: str) -> Page | None:
    """Returns the page of a language that lists all words, where there is one."""
    return next((page for page in project.pages if page.language == language
                 and any(token.kind == "terms" for token, _ in page.outline.tokens)), None)


def term_anchor(id: str) -> str:
    """Returns where a word stands on that page."""
    return f"term-{id}"


def term_views(project: Project, language: str) -> list[dict]:
    """Returns every word in the order of the alphabet, marks left aside, with its name in the other languages."""
    found = [_term(id, entry, language, project) for id, entry in project.entries("glossary").items()]
    return sorted(found, key=lambda view: slug(view["term"]))


def _term(id: str, entry: Record, language: str, project: Project) -> dict:
    avoid = texts((entry.get("avoid") or {}).get(language))
    others = [{"language": code, "term": entry["term"][code]} for code in project.settings.codes
              if entry["term"][code] != entry["term"][language]]
    return {"anchor": term_anchor(id), "term": entry["term"][language], "means": entry["means"][language],
            "avoid": [str(word) for word in avoid], "others": others}


def timeline_views(project: Project, language: str) -> list[dict]:
    """Returns the dated events of the campaign, the newest first."""
    events = [{"date": str(entry["date"]), "until": str(entry.get("until") or ""), "text": entry["text"][language],
               "sources": cited(project, entry)} for entry in project.entries("campaign").get("timeline") or []]
    return sorted(events, key=lambda event: event["date"], reverse=True)


def partner_views(project: Project, language: str) -> list[dict]:
    """Returns who is named with the campaign, in the order of the file, with their part in it."""
    return [{"name": entry["name"][language], "role": entry["role"][language], "sources": cited(project, entry)}
            for entry in project.entries("campaign").get("partners") or []]


def cited(project: Project, entry: Record) -> list[dict]:
    """Returns publisher, date and address of each source that an entry names."""
    sources = (project.entries("sources")[id] for id in entry["sources"])
    return [{key: str(source.get(key) or "") for key in ("publisher", "date", "url")} for source in sources]
