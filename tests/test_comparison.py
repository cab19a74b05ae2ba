"""Tests what sets digits and hosts against the registry: here nothing may pass that is not exactly the same.

`bench mutation` breaks these functions one small thing at a time; each break has to make a test here fail.
"""

import itertools
import shutil
from pathlib import Path

import pytest

from scripts.checks.source.numbers.addresses import host_in, opened
from scripts.checks.source.numbers.hosts import (
    Hosts,
    anybody,
    disguise,
    domain_of,
    hosts,
    imitated,
    listed,
    nameable,
    owner_of,
    skeleton,
)
from scripts.checks.source.numbers.known import HOST_NAME, LIVE, RETIRED, UNPUBLISHED, Known, Owner, forms, host_of, known, one_slip, same_url
from scripts.checks.source.numbers.permits import Permits, permits
from scripts.checks.source.numbers.telephone import within
from scripts.checks.source.numbers.address_verdicts import differing_host
from scripts.facts.address import address_parts, carried
from scripts.facts.contacts.contact_shapes import HOME, SHORT_CODE, channel_shape, contacts_shape, retired_shape
from scripts.facts.contacts import Channel, grouped
from scripts.facts.contacts.country import country_of
from scripts.facts.place import Place
from scripts.facts.project import Project, read_project
from scripts.facts.data.strict_yaml import read_yaml
from tests.conftest import CAMPAIGN

LINES = Path(__file__).parent / "cases" / "lines"


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    """The campaign with the registry of the lines, and with entries that have other faults."""
    root = tmp_path_factory.mktemp("comparison") / "campaign"
    shutil.copytree(CAMPAIGN, root)
    for name in ("contacts", "retired", "allowed", "sources", "convention"):
        more = LINES / f"registry/{name}.yml"
        with (root / f"docs/_data/{name}.yml").open("a", encoding="utf-8") as file:
            file.write("\n" + (more.read_text(encoding="utf-8") if more.exists() else "") + EXTRA[name])
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nrepo_url: https://code.example/river\n")
    return read_project(root)


def entry(id: str, name: str, channels: str, sources: str = "river-paper-2026", status: str = "live", also: str = "") -> str:
    """Returns an entry of the registry whose other fields tell nothing."""
    return f"""{id}:
  name: {{{name}}}
{f"  also: {{{also}}}" if also else ""}
  operator: {{vi: Bến, en: Port, km: កំពង់}}
  kind: helpline
  rank: optional
  status: {status}
  channels: [{channels}]
  use_for: {{vi: Hỏi., en: Ask., km: សួរ}}
  sources: [{sources}]
  verified: {{on: 2026-05-04, how: called, by: us, evidence: []}}
"""


WIDE = entry("wide", "vi: Nơi, en: Place, km: កន្លែង", '{type: web, url: "https://x.hotro.com.vn"}',
             also="vi: Nơi giúp người đi thuyền, en: Help for 24 people in boats, km: កន្លែង")
NAMED = "".join((
    entry("hosts", 'vi: Thuyền-1.a.example, en: a.boats-1.example, km: "Help 678 a.example"',
          '{type: web, url: "https://x.hotro.com.vn/a"}, {type: phone, number: "+84243111222", cost: unknown}',
          sources="river-paper-2026, no-such-source"),
    entry("hosts-with-more", 'vi: "a.bc 456", en: a.b-and more, km: Line 789', '{type: web, url: "https://x.hotro.com.vn/b"}', sources="odder-paper"),
    entry("hidden", 'vi: hidden.example, en: x.hidden.example, km: "4567"', '{type: phone, number: "+84243111223", cost: unknown}',
          status="unconfirmed")))
EXTRA = {
    "convention": "statements:\n  said-so: {text: {vi: a, en: b, km: c}}\n",
    "sources": "odd: words\nodder:\n  url: [1]\n",
    "contacts": WIDE + NAMED
    + 'no-channels:\n  channels: soon\nno-fields:\n  status: live\n  channels:\n    - {type: phone, number: "+84243999888"}\n'
    '    - just words\n    - {type: phone, number: "none yet"}\nnought:\n  status: live\n  channels: [{number: "0117"}]\nlate:\n  channels: [{number: "113"}, {number: "4444"}, {number: "0777"}, {number: "778"}, {number: "79"}]\n',
    "retired": 'no-why:\n  number: "1900777888"\nno-number:\n  number: [1]\n',
    "allowed": 'nobody:\n  value: [1]\nloose: words\ndouble:\n  value: "5 5-5"\n  in: [docs/vi/, docs/km/]\n  as: ["gọi 5 5-5 nhé"]\n'
    "upper:\n  value: Big.Example\n  in: [docs/]\nno-point:\n  value: localhost\n  in: [docs/]\n",
}
LONE = Owner("a", "111", LIVE)


def table(*numbers: tuple[str, str]) -> Known:
    """Returns a registry of numbers with their states, each under its own digits as id."""
    found = Known()
    for number, state in numbers:
        found.add(number, Owner(number, number, state))
    return found


def is_slip(one: str, other: str) -> bool:
    """Says by trying everything what `one_slip` says by looking."""
    cuts = {one[:at] + one[at + 1 :] for at in range(len(one))}
    swaps = {one[:at] + one[at : at + 2][::-1] + one[at + 2 :] for at in range(len(one) - 1)}
    changed = len(one) == len(other) and sum(a != b for a, b in zip(one, other)) == 1
    return one != other and (changed or other in cuts | swaps or one in {other[:at] + other[at + 1 :] for at in range(len(other))})


def test_one_slip_is_exactly_one() -> None:
    """Every pair of up to four of three digits, both ways round."""
    words = ["".join(word) for size in range(5) for word in itertools.product("123", repeat=size)]
    wrong = [(one, other) for one in words for other in words if one_slip(one, other) != is_slip(one, other)]
    assert wrong == []


def test_all_forms_of_a_number() -> None:
    """With and without the code of the country, with the zero kept by mistake, and as misdialled."""
    assert list(forms("+84 243-825")) == ["84243825", "0084243825", "0243825", "840243825", "243825"]
    assert list(forms("+1800")) == ["1800", "001800"]
    assert list(forms("+41 44-3825", "41")) == ["41443825", "0041443825", "0443825", "410443825", "443825"]
    assert list(forms("117", "41")) == ["117", "41117", "0041117", "0117"]
    assert list(forms("1900")) == ["1900", "841900", "00841900", "01900"]
    assert list(forms("٣١١")) == ["", "84", "0084", "0"]  # a telephone dials ASCII digits


def test_numbers_are_looked_up_by_their_exact_digits() -> None:
    """Seven digits or more are a number, fewer a short code; no other digits find it."""
    found = table(("111", LIVE), ("+84903111222", LIVE), ("123456", LIVE), ("1234567", LIVE))
    assert {"111", "84111", "0111", "123456"} <= set(found.short) and not {"111", "123456"} & set(found.long)
    assert {"0084111", "1234567", "0123456", "0903111222"} <= set(found.long) and "1234567" not in found.short
    assert found.number("111").id == "111" and found.number("0903111222").id == "+84903111222"
    assert found.number("112") is None and found.number("") is None and found.number("0903111223") is None


def test_the_first_entry_of_a_number_stays() -> None:
    """A later entry, such as one that has faults, takes nobody's number."""
    found = table(("111", LIVE))
    found.add("111", Owner("b", "111", UNPUBLISHED))
    assert found.number("111").id == "111"
    assert found.number("84111").id == "111"


def test_two_numbers_in_one_field_are_none() -> None:
    """No number has more than fifteen digits (E.164)."""
    assert table(("1" * 15, LIVE)).long and not table(("1" * 16, LIVE)).long
    assert not table(("12345678 / 12345679", LIVE)).long


def test_the_nearest_number_is_a_live_one() -> None:
    """Of numbers one slip away a live one is told first; two slips are no slip; lengths are never mixed up."""
    found = table(("1119", RETIRED), ("1118", LIVE), ("5656", UNPUBLISHED))
    assert found.near("1117").id == "1118" and found.near("11188").id == "1118" and found.near("565").id == "5656"
    assert found.near("9999") is None and found.near("56") is None and found.near("") is None
    found.add("11171", Owner("newer", "11171", LIVE))
    assert found.near("1117").id == "1118" and found.near("111711").id == "newer" and found.near("99991") is None
    found.add("99990", Owner("newest", "99990", LIVE))
    assert found.near("99991").id == "newest" and found.near("9999").id == "newest"
    assert table(("123456", LIVE), ("12345678", LIVE)).near("1234567").id == "12345678"
    assert table(("12345", LIVE), ("1234567", LIVE)).near("123456").id == "12345"


@pytest.mark.parametrize(
    ("url", "host", "same"),
    [
        ("https://A.Example/B/", "a.example", "a.example/B"),
        ("http://www.a.example", "a.example", "a.example"),
        ("https://me@a.example:8/x?y=1", "a.example", "a.example/x?y=1"),
        ("//a.example./x//", "a.example", "a.example/x"),
        ("https://a@b@c.example", "c.example", "c.example"),
        ("https://a.example:80:90/", "a.example", "a.example"),
        ("https://awww.example/www.", "awww.example", "awww.example/www."),
        ("nothing", "", "nothing"),
        ("https://a.example?", "a.example", "a.example"),
        ("https://WWW.a.example/#b", "a.example", "a.example"),
    ],
)
def test_hosts_and_addresses_are_compared_in_one_form(url: str, host: str, same: str) -> None:
    """Capital letters, `www.`, a last point, names before @, ports and a last slash make no difference; a path does."""
    assert host_of(url) == host and same_url(url) == same


def test_addresses_that_cannot_be_taken_apart() -> None:
    """They are a path as a whole, with no host to trust."""
    assert tuple(address_parts("http://[")) == ("", "", "http://[", "", "")
    assert host_of("http://[") == "" and same_url("http://[x") == "http://[x"


@pytest.mark.parametrize(
    ("copy", "address"),
    [
        ("https://copies.example/web/20260102030405/https://a.example/b?c#d", "https://a.example/b?c#d"),
        ("https://copies.example/web/2026/https:/a.example/b", "https://a.example/b"),
        ("https://copies.example/http://a", "http://a"),
        ("https://copies.example/https://b.example/https:/c.example", "https://b.example/https:/c.example"),
        ("https://copies.example/https:/b.example/https:/c.example", "https://b.example/https:/c.example"),
        ("https://copies.example/https:///a.example", ""),
        ("https://copies.example/?of=/https://a.example", ""),
        ("https://copies.example/#/https://a.example", ""),
        ("https://copies.example/AbCdE", ""),
        ("https:///https://a.example", ""),
        ("copies.example/https://a.example", ""),
    ],
)
def test_a_stored_copy_carries_the_address_of_what_was_copied(copy: str, address: str) -> None:
    """Some archives write it with one slash; what stands in a question or behind # opens nothing."""
    assert carried(copy) == address


def test_the_last_words_of_names(project: Project) -> None:
    """What stands before a number where it is that of a contact: at most four words, no single word, no digits."""
    names = known(project).names
    assert {"river rescue", "the boat office", "văn phòng thuyền", "for people in boats", "giúp người đi thuyền"} <= names
    assert names.isdisjoint({"place", "nơi", "rescue", "river rescue 119", "people in boats", "help for people in boats"})


def test_what_the_registry_holds(project: Project) -> None:
    """Live numbers first, then retired, then unpublished ones, then those of entries with faults; nothing is left out."""
    found = known(project)
    said = {digits: (owner.id, owner.number, owner.state, owner.status) for digits, owner in (*found.long.items(), *found.short.items())}
    assert said["119"] == ("river-rescue-119", "119", LIVE, "live") and said["113"] == ("police", "113", LIVE, "live")
    assert said["112"] == ("disaster", "112", UNPUBLISHED, "unconfirmed") and said["0981848484"][0] == "consular"
    assert said["02839201605"] == ("city-police", "+842839201605", UNPUBLISHED, "unconfirmed")
    assert said["18001567"] == ("old-child-line", "18001567", RETIRED, "")
    assert said["0243999888"] == ("no-fields", "+84243999888", UNPUBLISHED, "live, but its entry has a fault")
    assert said["0117"] == ("nought", "0117", UNPUBLISHED, "live, but its entry has a fault") and said["117"] == ("nought", "117", LIVE, "live")
    assert said["777"] == ("late", "777", UNPUBLISHED, "not clear") and said["778"][0] == "late" and "79" not in said
    assert said["1900777888"] == ("no-why", "1900777888", UNPUBLISHED, "not clear") and said["4444"] == (
        "late",
        "4444",
        UNPUBLISHED,
        "not clear",
    )
    assert "" not in said and "soon" not in said and Owner("a", "1", LIVE) == Owner("a", "1", LIVE, "", "", "")
    assert found.long["18001567"].replaced_by == "child-line" and found.long["18001567"].why == "Replaced in 2017."
    assert found.long["1900545559"].replaced_by == ""
    assert found.short["777"].id == found.short["0777"].id == "late"


def test_names_that_are_hosts(project: Project) -> None:
    """Only whole names of published contacts, each label with at most 63 characters (RFC 1035), may be written where no address may."""
    assert known(project).host_names == {"a.boats-1.example"}
    longest = "a" * 63
    assert all(HOST_NAME.match(name) for name in ("a.b", "A-1.b.c", f"{longest}.{longest}"))
    assert not any(HOST_NAME.match(name) for name in ("a", "a.", ".a", "a..b", "a.b c", "a.b\n", f"{longest}a.b", f"b.{longest}a", "a_b.c"))


def test_figures_in_names(project: Project) -> None:
    """Whoever can be called, and has three figures or more in a name, may be meant by them."""
    found = known(project).in_names
    assert found["119"] == "river-rescue-119" and found["4567"] == "hidden" and found["678"] == "hosts"
    assert found.keys().isdisjoint({"456", "789", "24", "1"})


def test_what_else_the_registry_holds(project: Project) -> None:
    """Hosts, whole addresses, and mailboxes in small letters."""
    found = known(project)
    assert found.hosts["tongdai111.vn"].id == "child-line" and found.hosts["boats.example"].id == "boat-office"
    assert found.urls["en.help.roblox.com/hc/en-us/articles/203312410"].state == LIVE
    assert found.hosts["scam.example.vn"].state == UNPUBLISHED and found.urls["scam.example.vn/report"].id == "city-police"
    assert {"help@consular.example", "feedback@zalo.me", "report@scam.example.vn"} == set(found.mailboxes)
    assert found.hosts["facebook.com"].id == "chat-help"


def test_a_live_number_stays_with_the_live_entry(project: Project) -> None:
    """The same number in a later, an unpublished or a broken entry changes nothing."""
    assert known(project).number("113").id == "police"


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("com.river.vn", "river.vn"),
        ("www.a.gov.vn", "a.gov.vn"),
        ("help.roblox.com", "roblox.com"),
        ("a.com.vn", "a.com.vn"),
        ("b.a.com.vn", "a.com.vn"),
        ("com.vn", "com.vn"),
        ("x.y.vn", "y.vn"),
        ("a.b.com.info", "com.info"),
        ("a.example", "a.example"),
        ("vn", "vn"),
        ("a.police.uk", "a.police.uk"),
        ("d.c.b.a.org", "a.org"),
    ],
)
def test_what_somebody_registered(host: str, domain: str) -> None:
    """Below .com.vn and the like a name has one part more."""
    assert domain_of(host) == domain


@pytest.mark.parametrize(
    ("label", "like"),
    [
        ("faceb00k", "facebook"),
        ("rneta", "meta"),
        ("vvhatsapp", "whatsapp"),
        ("clay", "day"),
        ("zal0", "zalo"),
        ("za1o", "zalo"),
        ("zaIo", "zalo"),
        ("5afe", "safe"),
        ("h3lp", "help"),
        ("8ank", "bank"),
        ("9oogle", "google"),
        ("a!ert", "alert"),
        ("a|ert", "alert"),
        ("fiji", "fljl"),
        ("a-b_c", "abc"),
        ("xn--80ak6aa92e", "apple"),
        ("ｚａｌｏ", "zalo"),
        ("zàlô", "zalo"),
        ("ZALO", "zalo"),
        ("đa", "da"),
        ("ﬁle", "file"),
    ],
)
def test_labels_that_look_alike_have_one_skeleton(label: str, like: str) -> None:
    """Letters that no eye can tell apart count as one (Unicode TR 39)."""
    assert skeleton(label) == skeleton(like)


def test_labels_that_do_not_look_alike() -> None:
    """Other letters stay other letters; a label that is no punycode stays as it is."""
    assert (
        skeleton("zalo") == "zalo" and skeleton("zelo") != skeleton("zalo") and skeleton("xn--\u0111-999999999") == "xn--\u0111-999999999"
    )
    assert skeleton("xn--99999999999") == "xn--99999999999"


BRANDS = Hosts(
    Known(),
    brands=[
        (skeleton("stopncii"), "stopncii.org", "stopncii.org"),
        (skeleton("zalo"), "zalo.me", "zalo.me"),
        ("", "x.y", "x.y"),
        (skeleton("meta"), "meta.com", "about.meta.com"),
        (skeleton("roblox"), "roblox.com", "roblox.com"),
    ],
)


@pytest.mark.parametrize(
    ("host", "original"),
    [
        ("stopncii.org", ""),
        ("report.stopncii.org", ""),
        ("stopncii.com", "stopncii.org"),
        ("stopncii.evil.vn", "stopncii.org"),
        ("st0pncii.org", "stopncii.org"),
        ("stopnciii.org", "stopncii.org"),
        ("stopncii-help.com", "stopncii.org"),
        ("mystopncii.com", "stopncii.org"),
        ("zalo.vn", "zalo.me"),
        ("zalo-help.vn", "zalo.me"),
        ("help-zal0.vn", "zalo.me"),
        ("zaloo.vn", ""),
        ("myzalo.vn", ""),
        ("zalo", ""),
        ("a.zalo", ""),
        ("meta.vn", "about.meta.com"),
        ("metal.vn", ""),
        ("robloxx.vn", "roblox.com"),
        ("rob-lox.vn", "roblox.com"),
        ("robl-ox.vn", "roblox.com"),
        ("roblax-x.vn", "roblox.com"),
        ("paper.example", ""),
        ("stop-ncii-x.vn", "stopncii.org"),
    ],
)
def test_hosts_that_only_look_like_the_registrys(host: str, original: str) -> None:
    """The same name elsewhere, as a part, with a letter changed; short names only whole, for many words hold them."""
    assert imitated(host, BRANDS) == original


def test_a_contact_may_have_the_name_of_the_site_in_its_host() -> None:
    """At its domain and below it; a stranger may not, nor may it look like another contact, nor have letters of other alphabets."""
    site, port = "river.example", "port.test"
    brands = [(skeleton("river"), site, site), (skeleton("boatmen"), "boatmen.test", "boatmen.test")]
    known_ = Hosts(Known(), own=frozenset({site}), brands=brands, domains=dict.fromkeys((f"river-{port}", "rivér-port.test", "river-boatmen.test"), LONE))
    assert imitated(f"river-{port}", known_) == imitated(f"help.river-{port}", known_) == ""
    assert imitated("river-docks.test", known_) == imitated("rivér-port.test", known_) == site
    assert imitated("river-boatmen.test", known_) == "boatmen.test"


def test_hosts_below_a_state(project: Project) -> None:
    """Who registers names there asks who comes; what a state's own host puts before its name may still imitate."""
    assert imitated("zalo.gov.vn", BRANDS) == "" and imitated("zalo.tinh.gov.vn", BRANDS) == "zalo.me"


def test_a_host_of_a_source_may_have_a_name_in_its_own() -> None:
    """Not so when the rest of it lures, and nothing else does."""
    sources = ("stopnciinews.com", "stopnciihelp.com", "newsstopnciihelp.com", "stopncii.com")
    cited = Hosts(Known(), named=frozenset(sources), brands=BRANDS.brands)
    assert [imitated(host, cited) for host in sources] == ["", "stopncii.org", "", "stopncii.org"]
    assert [imitated(host, BRANDS) for host in sources] == ["stopncii.org"] * 4


def test_hosts_that_the_registry_vouches_for(project: Project) -> None:
    """Those of the sources that contacts cite; a source that is not there has none."""
    assert hosts(project).vouched == {"paper.example"}


def test_the_shortest_names_that_are_sought_within_others() -> None:
    """From five letters within a longer name, from six with a slip."""
    brands = Hosts(Known(), brands=[("abcde", "abcde.com", "abcde.com"), ("uvwxyz".replace("w", "w"), "uvwxyz.com", "uvwxyz.com")])
    assert imitated("myabcde.vn", brands) == "abcde.com" and imitated("abcdx.vn", brands) == ""
    assert imitated("uvwxya.vn", brands) == "uvwxyz.com"
    assert imitated("myabcd.vn", Hosts(Known(), brands=[("abcd", "abcd.com", "abcd.com")])) == ""


@pytest.mark.parametrize(
    ("host", "path", "right"),
    [
        ("paper.example", "docs/vi/a.md", True),
        ("x.paper.example", "docs/vi/a.md", False),
        ("un.org", "docs/vi/a.md", True),
        ("www2.un.org", "docs/a.md", True),
        ("un.org", "README.md", False),
        ("sun.org", "docs/a.md", False),
        ("org", "docs/a.md", False),
        ("other.example", "docs/en/a.md", True),
        ("other.example", "docs/vi/a.md", False),
        ("big.example", "docs/a.md", True),
        ("localhost", "docs/a.md", False),
        ("moj.gov.vn", "a", True),
        ("gov.vn", "a", True),
        ("who.int", "a", True),
        ("mit.edu", "a", True),
        ("gov", "a", True),
        ("a.gov.vnn", "a", False),
        ("gov.vn.evil.com", "a", False),
        ("nogov.vn", "a", False),
        ("a.go.jp", "a", True),
        ("a.co.jp", "a", False),
        ("ago.jp", "a", False),
    ],
)
def test_hosts_that_a_file_may_name(project: Project, host: str, path: str, right: bool) -> None:
    """Those of the sources and of states, and what the owners list for files that begin so; never one below a source's."""
    assert nameable(host, path, hosts(project)) is right


def test_what_the_owners_list(project: Project) -> None:
    """A host in small letters, each with each of its beginnings."""
    facts = hosts(project)
    assert set(facts.allowed) == {("un.org", "docs/"), ("other.example", "docs/en/"), ("big.example", "docs/")}
    assert listed("a.un.org", "docs/x", facts) and not listed("un.org", "docs", facts)


def test_whose_an_address_is(project: Project) -> None:
    """The very address, else the host, else what somebody registered."""
    facts = hosts(project)
    assert owner_of("http://tongdai111.vn/x", "tongdai111.vn", facts).id == "child-line"
    assert owner_of("//www.facebook.com/help/574677050946026/", "facebook.com", facts).id == "chat-help"
    assert owner_of("https://m.roblox.com", "m.roblox.com", facts).id == "games"
    assert owner_of("https://roblox.net", "roblox.net", facts) is None
    other = Owner("other", "", LIVE)
    facts.known.urls["roblox.com/a"] = other
    assert owner_of("https://roblox.com/a", "roblox.com", facts) is other
    assert facts.domains["roblox.com"].id == "games" and facts.domains["example.vn"].id == "city-police"
    assert facts.named >= {"paper.example"} and "" not in facts.named


def test_brands_are_the_registrys_hosts_and_our_own(project: Project) -> None:
    """Each under its skeleton, with what was registered and the host as the registry has it."""
    brands = hosts(project).brands
    assert (skeleton("roblox"), "roblox.com", "en.help.roblox.com") in brands and (
        skeleton("tongdai111"),
        "tongdai111.vn",
        "tongdai111.vn",
    ) in brands
    assert (skeleton("hotro"), "hotro.com.vn", "x.hotro.com.vn") in brands
    assert "code.example" == host_of(project.settings.repository) in hosts(project).named
    assert "code.example" not in {host for _, _, host in brands}
    assert any(domain == domain_of(host_of(project.settings.address)) for _, domain, _ in brands)
    assert host_of(project.settings.address) in hosts(project).named and all(domain for _, domain, _ in brands)


@pytest.mark.parametrize("host", ["b\u043eats.example", "xn--bats-1ye.example"])
def test_a_host_with_odd_letters_is_nobody_to_imitate(tmp_path: Path, host: str) -> None:
    """It is the imitation; the right address beside it is not blamed for looking like it."""
    root = tmp_path / "campaign"
    shutil.copytree(CAMPAIGN, root)
    settings = root / "mkdocs.yml"
    written = settings.read_text(encoding="utf-8")
    address = read_project(root).settings.address
    settings.write_text(written.replace(address, f"https://{host}/"), encoding="utf-8")
    assert read_project(root).settings.address == f"https://{host}/"
    assert host not in {one for *_, one in hosts(read_project(root)).brands}


@pytest.mark.parametrize(
    ("host", "right"),
    [
        ("t.me", True),
        ("zalo.me", True),
        ("x.blogspot.com", True),
        ("a.b.facebook.com", True),
        ("at.me", False),
        ("facebook.com.vn", False),
        ("me", False),
        ("com", False),
    ],
)
def test_where_anybody_opens_an_account(host: str, right: bool) -> None:
    """The platform and whatever is below it."""
    assert anybody(host) is right


@pytest.mark.parametrize(
    ("address", "host", "netloc"),
    [
        ("https://a.example/x@y", "a.example", "a.example"),
        ("//A.Example:80/x", "a.example", "A.Example:80"),
        ("https://me@WWW.a.example./", "a.example", "me@WWW.a.example."),
        ("hxxp://a.example", "a.example", "a.example"),
        ("HXXPS://a.example", "a.example", "a.example"),
        ("https:a.example/x", "a.example", "a.example"),
        ("https:///a.example?x", "a.example", "a.example"),
        ("http://[::1]:8/", "[::1]:8", "[::1]:8"),
        ("a.example#x", "a.example", "a.example"),
        ("http://x@y@a.example", "a.example", "x@y@a.example"),
        ("https://a.example:1:2/x", "a.example", "a.example:1:2"),
        ("ahxxp://b", "b", "b"),
        ("https://hxxp.example/", "hxxp.example", "hxxp.example"),
        (":x.example", "", ":x.example"),
        ("/x.example", "x.example", "x.example"),
        ("http://[", "[", "["),
        ("", "", ""),
        ("https://www.www.a.example", "www.a.example", "www.www.a.example"),
    ],
)
def test_the_host_of_an_opened_address(address: str, host: str, netloc: str) -> None:
    """What a browser would open, in small letters; and all that stands before the path."""
    assert host_in(address) == (host, netloc)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://good.example@evil.example", "name before"),
        ("http://127.1", "bare number"),
        ("http://0x7f.1", "bare number"),
        ("http://2130706433/", "bare number"),
        ("http://[::1]/", "bare number"),
        ("https://a.example:8443/", "a port"),
        ("https://a.example:80/", ""),
        ("https://a.example:443", ""),
        ("https://a.example:", ""),
        ("https://a.example:4430", "a port"),
        ("https://xn--a.example", "other alphabets"),
        ("https://аpple.example", "other alphabets"),
        ("https://bit.ly/x", "short link"),
        ("https://x.page.link/x", "short link"),
        ("https://a.example/?url=https://evil.example", "leads on"),
        ("https://a.example/?next=evil.com", "leads on"),
        ("https://a.example/https://evil.example", "leads on"),
        ("https://a.example/?q=11.5", ""),
        ("https://a.example/?page=2", ""),
        ("https://1a.example", ""),
        ("https://a.example/%3Fu=https://evil.example", "leads on"),
        ("https://1.2.3.4.5/", ""),
    ],
)
def test_how_an_address_hides_where_it_leads(address: str, reason: str) -> None:
    """In words, or nothing."""
    said = disguise(address, *host_in(address))
    assert reason in said and bool(said) == bool(reason)


@pytest.mark.parametrize(
    ("host", "right"),
    [
        ("0x", False),
        ("", False),
        ("1.0x7f", True),
        ("1.0x", False),
        ("1.", False),
        ("[]", True),
        ("[a]b", False),
        ("0xg", False),
        ("1.2.3.4", True),
        ("1.2.3.4.5", False),
        ("x1", False),
        ("1x", False),
    ],
)
def test_a_host_that_is_a_bare_number(host: str, right: bool) -> None:
    """In any of the ways in which a browser would still open it."""
    assert ("bare number" in disguise("", host, "")) is right


def test_a_permit_holds_for_its_words_only(project: Project) -> None:
    """The same digits elsewhere in the text, in another file, or half inside the words, are not permitted."""
    allowed, words = permits(project), "gọi 5 5-5 nhé"
    for before in ("", "gọi ", "gọi 5 5-5 nh ", "5 5-5 "):
        text = f"{before}{words}, 5 5-5"
        at = len(before) + 4
        assert allowed.permitted("docs/vi/a.md", text, at, at + 5, "555")
        assert not allowed.permitted("docs/en/a.md", text, at, at + 5, "555") and not allowed.permitted(
            "docs/vi/a.md", text, at, at + 5, "556"
        )
        assert not allowed.permitted("docs/vi/a.md", text, len(text) - 5, len(text), "555")
    assert allowed.permitted("docs/km/a.md", words, 0, len(words), "555") and not allowed.permitted(
        "docs/km/a.md", f"{words}5", 4, len(words) + 1, "555"
    )
    assert not allowed.permitted("docs/km/a.md", f"5{words}", 0, 6, "555")
    twice = Permits((("1", "", "aba"),))
    assert (
        twice.permitted("", "ababa", 2, 5, "1") and twice.permitted("", "ababa", 0, 3, "1") and not twice.permitted("", "ababa", 1, 5, "1")
    )
    assert twice.permitted("", "ababa", 3, 5, "1") and not twice.permitted("", "xx", 0, 1, "1")


def test_the_owners_list_as_read(project: Project) -> None:
    """Digits of the value, each place with each wording; the ids of all entries may be named."""
    allowed = permits(project)
    assert ("112", "docs/", "Số 112 dành cho thiên tai") in allowed.entries and ("555", "docs/km/", "gọi 5 5-5 nhé") in allowed.entries
    assert len(allowed.entries) == 4
    facts = project.group("campaign", "facts")
    assert (
        facts
        and set(facts) <= allowed.ids
        and "said-so" in allowed.ids
        and {"river-rescue-119", "police", "double"} <= allowed.ids
        and "" not in allowed.ids
    )


@pytest.mark.parametrize(
    ("text", "target", "host"),
    [
        ("aa.vn", "https://bb.vn/x", "aa.vn"),
        ("aa.vn", "https://aa.vn/x", ""),
        ("www.aa.vn", "//x.aa.vn", ""),
        ("http://aa.vn/y.", "https://bb.vn", "aa.vn"),
        ("Xem **AA.VN**:", "https://bb.vn", "aa.vn"),
        ("trang a", "https://bb.vn", ""),
        ("aa.vn", "b.md", ""),
        ("aa.vn", "/bb.vn/c", ""),
        ("bb.vn và aa.vn", "HTTPS://bb.vn", "aa.vn"),
        ("aa.com.vn", "https://bb.com.vn", "aa.com.vn"),
        ("_aa.vn_,", "https://bb.vn", "aa.vn"),
        ("(aa.vn", "https://bb.vn", ""),
        ("`aa.vn`;", "https://bb.vn", "aa.vn"),
        ("aa.md", "https://bb.vn", ""),
        ("aa.vn", "b.md?x=//bb.vn", ""),
        ("aa.vn", "://bb.vn", ""),
        ("aa.vn", "//bb.vn", "aa.vn"),
        ("Aa.Vn", "https://bb.vn", "aa.vn"),
        ("aa.vn:80", "https://aa.vn", ""),
        ("aa.vn", "https://aa.vn:443/", ""),
    ],
)
def test_a_text_that_names_another_host_than_its_link_opens(text: str, target: str, host: str) -> None:
    """Hosts of one owner are one; a target without a host says nothing."""
    assert differing_host(text, target) == host


def test_numbers_within_addresses() -> None:
    """Only whole ones of the registry, of seven to fifteen digits."""
    found = table(("+84903111222", LIVE), ("1234567", LIVE), ("1" * 15, LIVE), ("123456", LIVE))
    said = [
        list(within(address, found))
        for address in (
            "https://x/0903111222/a",
            "https://x/a10903111222",
            "https://x/09031112223",
            "https://x/1234567?n=84903111222",
            "https://x/" + "1" * 15,
            "https://x/123456",
        )
    ]
    assert said == [["0903111222"], [], [], ["1234567", "84903111222"], ["1" * 15], []]


def test_an_address_as_a_browser_takes_it() -> None:
    """Signs in other forms, hidden characters and spaces do not save it; what is endless is cut."""
    assert opened("https:\\\\a。ｘ\u200b%2e&#46;vn %252e") == "https://a.ｘ..vn."
    assert len(opened("a" * 3000)) == 2000


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("111", "111"),
        ("123456", "123456"),
        ("1234567", "123 4567"),
        ("12345678", "123 456 78"),
        ("+84981848484", "+84 981 848 484"),
        ("1900969680", "1900 969 680"),
        ("18001567", "1800 1567"),
        ("19001234567", "1900 123 4567"),
        ("+18002738255", "+1 800 273 8255"),
        ("+442079460000", "+44 207 946 0000"),
        ("+84243825111", "+84 243 825 111"),
        ("2219001234", "221 900 1234"),
        ("17001234", "170 012 34"),
        ("0243825111", "024 382 5111"),
        ("+85523456789", "+85 523 456 789"),
    ],
)
def test_numbers_are_shown_in_groups(number: str, shown: str) -> None:
    """The digits are never changed, and no digit stands alone."""
    assert grouped(number) == shown and shown.replace(" ", "") == number


def test_what_a_channel_dials() -> None:
    """Digits go into the link as they are; what cannot be dialled has no such link."""
    here = Place("x")
    said = [
        Channel(type=kind, place=here, number="111", address="a@b").href
        for kind in ("short_code", "phone", "sms", "email", "web", "app", "in_person")
    ]
    assert said == ["tel:111", "tel:111", "sms:111", "mailto:a@b", "", "", ""]


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        ("short_code", "111", True),
        ("short_code", "123456", True),
        ("short_code", "11", False),
        ("short_code", "1234567", False),
        ("short_code", "1 1", False),
        ("short_code", "+84111", False),
        ("short_code", "111x", False),
        ("short_code", "x111", False),
        ("short_code", "٣١١", False),
        ("short_code", "111\n", False),
        ("phone", "+84981848484", True),
        ("phone", "+84981848484\n", False),
        ("phone", "+842839201605", True),
        ("phone", "+8428392016055", False),
        ("phone", "+84098184848", False),
        ("phone", "+8498184848", False),
        ("phone", "+8498184848412", False),
        ("phone", "+841900969680", False),
        ("phone", "+84180012345", False),
        ("phone", "+84170012345", True),
        ("phone", "1900969680", True),
        ("phone", "18001567", True),
        ("phone", "1800156", False),
        ("phone", "19001234567", False),
        ("phone", "17001567", False),
        ("phone", "+18002738255", True),
        ("phone", "+1800273", True),
        ("phone", "+180027", False),
        ("phone", "+123456789012345", True),
        ("phone", "+1234567890123456", False),
        ("phone", "+0123456789", False),
        ("phone", "0981848484", False),
        ("phone", "x1900969680", False),
        ("short_code", "0111", False),
        ("short_code", "000", True),
        ("short_code", "0000", False),
        ("sms", "0156", False),
        ("sms", "156", True),
        ("sms", "+84981848484", True),
        ("sms", "12", False),
        ("sms", "18001567", True),
        ("sms", "+84111", False),
        ("phone", "+84", False),
        ("phone", "+85512345678", True),
    ],
)
def test_the_forms_of_numbers(kind: str, number: str, right: bool) -> None:
    """Short codes stay short, numbers have all their digits and no others, of either length that the plan knows."""
    value = read_yaml(f'{{type: {kind}, number: "{number}"}}'.replace("\n", "\\n"), "x.yml")[0]
    found = list(channel_shape(("vi",))(value, Place("x.yml"), "channel"))
    assert [one.rule for one in found] == ([] if right else ["contact-number-malformed"])
    assert right or dict(found[0].values) == {"number": number.replace("\n", ""), "type": kind}


@pytest.mark.parametrize(
    ("number", "right"),
    [("118", True), ("0118", True), ("1800 1567", True), ("(024) 3825.6190", True), ("+84-24-3825-6190", True), ("11", False), ("118 or 119", False),
     ("1" * 16, False), ("call", False), ("118\n", False), ("１１８", False)],
)
def test_the_forms_of_a_retired_number(number: str, right: bool) -> None:
    """As people still write it, or say it; a text beside it is for `why`."""
    value = read_yaml(f'r: {{number: "{number}"}}'.replace("\n", "\\n"), "x.yml")[0]
    assert right == ("contact-number-malformed" not in {one.rule for one in retired_shape(("vi",))(value, Place("x.yml"), "retired")})


@pytest.mark.parametrize("number", ['""', '" "', "[a]"])
def test_a_retired_number_that_is_no_text(number: str) -> None:
    """Told as of any field, and not twice."""
    value = read_yaml(f"r: {{number: {number}}}", "x.yml")[0]
    assert [one.rule for one in retired_shape(("vi",))(value, Place("x.yml"), "retired") if one.rule != "field-missing"] == ["field-mistyped"]


def test_a_channel_of_no_known_type() -> None:
    """The finding names the field, and the types that there are."""
    value = read_yaml('{type: pigeon, number: "119"}', "x.yml")[0]
    assert [(one.rule, dict(one.values)["name"]) for one in channel_shape(("vi",))(value, Place("x.yml"), "channel")] == [("field-word-unknown", "type")]
    untyped = read_yaml("{type: [phone]}", "x.yml")[0]
    assert [dict(one.values)["name"] for one in channel_shape(("vi",))(untyped, Place("x.yml"), "channel")] == ["type"]


@pytest.mark.parametrize(
    ("status", "rule"),
    [
        ("live", ""),
        ("down until 2026-05-05", ""),
        ("is down until 2026-05-05", "field-word-unknown"),
        ("down until 2026-13-05", "field-date-malformed"),
        ("down", "field-word-unknown"),
    ],
)
def test_the_forms_of_a_status(status: str, rule: str) -> None:
    """Words of the list, or the day until which a line is down."""
    entry = read_yaml(f"river-rescue:\n  status: {status}\n", "x.yml")[0]
    told = {one.rule for one in contacts_shape(("vi",))(entry, Place("x.yml"), "contacts") if one.rule != "field-missing"}
    assert told == ({rule} if rule else set())


def test_short_codes_and_numbers_are_never_the_same() -> None:
    """No digits fit both forms."""
    assert not any(SHORT_CODE.match(number) and HOME.phone.match(number) for number in ("111", "1900969680", "180015", "+84981848484"))


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("+85512345", True),
        ("+8551234", False),
        ("+855" + "1" * 14, True),
        ("+855" + "1" * 15, False),
        ("+84981848484", True),
        ("1900969680", False),
        ("012345678", False),
        ("+85512345\n", False),
        ("+855٣٣٣٣٣", False),
        ("", False),
    ],
)
def test_the_forms_of_numbers_elsewhere(number: str, right: bool) -> None:
    """Of a country whose plan nobody wrote down, only the code and the number of digits are known, and no number without a code."""
    assert bool(country_of("KH").phone.match(number)) is right
    assert bool(country_of("KH").charged.match(number)) is number.startswith("+84")
    assert not country_of("KH").impossible.match(number)
