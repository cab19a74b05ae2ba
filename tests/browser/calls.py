"""Compares what a telephone link says with what it dials: to eyes, to a screen reader, and in its title."""

import re

RUN = re.compile(r"\d(?:[\s.\-]?\d)*")
SHORTEST = 3  # digits of a telephone number; "24/7" is no number
LINKS = "[...document.querySelectorAll('a[href^=\"tel:\" i], a[href^=\"sms:\" i]')]"
FIELDS = "function () { return [this.getAttribute('href'), this.innerText || this.textContent, this.title]; }"


def disagreements(page) -> list[str]:
    """Returns a line for each telephone link that says another number than it dials, or none."""
    return [f"{href}: {part} is “{text}”" for href, said in call_links(page) for part, text in said.items()
            if numbers(text) != {dialled(href)} and not (part == "title" and not text)]


def call_links(page) -> list[tuple[str, dict[str, str]]]:
    """Returns the target of every telephone link and its text, its accessible name and its title.

    The name is the browser's own (Accessible Name and Description Computation), pseudo-elements included.
    """
    browser = page.context.new_cdp_session(page)
    found = browser.send("Runtime.evaluate", {"expression": LINKS})["result"]["objectId"]
    members = browser.send("Runtime.getProperties", {"objectId": found, "ownProperties": True})["result"]
    links = [member["value"]["objectId"] for member in members if member["name"].isdigit()]
    told = [_told(browser, link) for link in links]
    browser.detach()
    return told


def _told(browser, link: str) -> tuple[str, dict[str, str]]:
    call = {"objectId": link, "functionDeclaration": FIELDS, "returnByValue": True}
    href, text, title = browser.send("Runtime.callFunctionOn", call)["result"]["value"]
    tree = browser.send("Accessibility.getPartialAXTree", {"objectId": link, "fetchRelatives": False})
    name = tree["nodes"][0].get("name", {}).get("value", "")
    return href, {"text": text, "name": name, "title": title}


def dialled(href: str) -> str:
    """Returns the digits of a link's target."""
    return re.sub(r"\D", "", href)


def numbers(text: str) -> set[str]:
    """Returns the telephone numbers in a text, digits only.

    >>> sorted(numbers("Call 113, day and night (24/7), or +84 981 848 484"))
    ['113', '84981848484']
    """
    runs = (re.sub(r"\D", "", run) for run in RUN.findall(text))
    return {run for run in runs if len(run) >= SHORTEST}
