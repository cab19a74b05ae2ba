"""Walks through a page with the Tab key, and notes where each stop is and whether it can be seen."""

from dataclasses import dataclass

LONGEST_WALK = 150
# What is fixed or sticky may lie over the focused element; an outline may be drawn or not.
STOP = """() => {
  const node = document.activeElement;
  if (!node || node === document.body || node === document.documentElement) return null;
  const box = node.getBoundingClientRect(), style = getComputedStyle(node);
  const over = [...document.querySelectorAll("body *")].filter(other => {
    if (!["fixed", "sticky"].includes(getComputedStyle(other).position) || other.contains(node)) return false;
    const its = other.getBoundingClientRect();
    return Math.min(box.right, its.right) - Math.max(box.left, its.left) > 1
        && Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 1;
  });
  window.stops = window.stops || [];
  const again = window.stops.includes(node);
  window.stops.push(node);
  return {
    again, text: (node.innerText || node.value || "").trim(), href: node.getAttribute("href") || "",
    tag: node.tagName.toLowerCase(), part: [...document.querySelectorAll("[class^=app-], .md-skip, article")]
      .filter(other => other.contains(node)).map(other => other.className).join(" "),
    inside: box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1,
    covered: over.map(other => other.className), shown: node.checkVisibility({opacityProperty: true, visibilityProperty: true}),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)};
}"""


@dataclass(frozen=True)
class Stop:
    """A place where the focus rests; `part` names the components around it, `outline` is in pixels."""

    again: bool
    text: str
    href: str
    tag: str
    part: str
    inside: bool
    covered: list[str]
    shown: bool
    outline: float


def walk(page, key: str = "Tab") -> list[Stop]:
    """Returns every stop of the Tab key from the beginning of the page to its end."""
    stops: list[Stop] = []
    page.evaluate("window.stops = []")
    for _ in range(LONGEST_WALK):
        page.keyboard.press(key)
        found = page.evaluate(STOP)
        if found is None or found["again"]:
            return stops
        stops.append(Stop(**found))
    raise AssertionError(f"after {LONGEST_WALK} stops there is no end: the focus is caught in {stops[-1]}")
