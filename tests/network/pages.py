"""Texts for made-up pages: long enough to be a page, short enough to read."""

from random import Random

VIETNAMESE = ("tổng đài lắng nghe trẻ em mỗi ngày và giữ kín điều em kể cha mẹ có thể gọi bất cứ lúc nào cán bộ sẽ hướng dẫn từng bước "
              "khi gặp chuyện lạ trên mạng hãy dừng lại kể với người em tin").split()
ENGLISH = ("the line listens to children every day and keeps what they say parents can call at any hour staff explain each step "
           "when something strange happens online stop and tell somebody you trust").split()


def words(count: int, language: str = "vi", seed: int = 1) -> str:
    """Returns so many words of a language, another text for each seed."""
    random, known = Random(f"{seed}{language}"), VIETNAMESE if language == "vi" else ENGLISH
    return " ".join(random.choice(known) + (str(seed) if language == "en" and at % 3 == 0 else "") for at in range(count))


def page(title: str, text: str = "", language: str = "vi", head: str = "", more: str = "") -> str:
    """Returns a whole page of HTML; without a text it has 120 words that depend on the title."""
    body = text or words(120, language, seed=sum(map(ord, title)))
    return (f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
            f"<body><h1>{title}</h1><p>{body}</p>{more}<script>var unseen = 'hidden words';</script></body></html>")
