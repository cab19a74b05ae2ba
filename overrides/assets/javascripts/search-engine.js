/* Finds pages for what people type: with or without marks, with a slip of the finger, in the words of fear.
   Loaded with the first focus of a search box. Its rules for words are those of scripts/build/folding.py; the data,
   written by scripts/build/search.py, calls appSearch(data). Then appSearch.find(query) answers
   {note, results: [{href, title, heading, text}], pieces: text → [text, hit, text, hit, …]}. */
(() => {
  "use strict";
  const GAPS = /([\0-/:-@[-`{-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufeff]+)/;
  const LETTERS = "!#$%&'()+-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  const LOW = 60;
  const NOWHERE = new Set();
  let pages, lists, list, small, synonyms, retired;

  /* Words */

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]+/g, "").replace(/đ/g, "d");

  const words = (text) => fold(text).replace(/['\u00ad\u02bc\u200c\u200d\u2019\u2060]+/g, "").split(GAPS)
    .filter((word, turn) => word && turn % 2 === 0);

  const stem = (word) => word.replace(/^(.{4,}?)(?:ing|er|ed|e)?s?$/, "$1").replace(/^(..+)([b-df-hj-np-tv-z])\2$/, "$1$2");

  const terms = (text) => words(text).map(stem);

  const padded = (text) => " " + terms(text).join(" ") + " ";

  const digits = (number) => number.replace(/[^0-9]/g, "").replace(/^0+/, "");

  /* The same telephone number, with or without its country code. */
  const same = (one, other) => one === other ||
    /^\d{7,}$/.test(one) && /^\d{7,}$/.test(other) && (one.endsWith(other) || other.endsWith(one));

  /* One letter more, less, other, or two neighbours swapped. */
  function near(one, other) {
    const more = one.length - other.length;
    let i = 0;
    if (more > 1 || more < -1) return false;
    while (i < one.length && one[i] === other[i]) i++;
    return one.length > 3 && one.slice(i + (more >= 0)) === other.slice(i + (more <= 0)) ||
      !more && one[i] === other[i + 1] && one[i + 1] === other[i] && one.slice(i + 2) === other.slice(i + 2);
  }

  /* The data */

  function open(data) {
    let last = "", number = data.pages.length;
    const packed = data.places.split(",");
    retired = data.retired;
    synonyms = data.synonyms.map(([phrases, found, means]) => ({ found, means, phrases: phrases.split("|") }));
    small = data.small.split(" ");
    lists = new Map();
    list = data.words.split(/(?=[A-Z])/).map((word, at) => {
      last = last.slice(0, word.charCodeAt(0) - 65) + word.slice(1);
      lists.set(last, packed[at]);
      return last;
    });
    pages = data.pages.map(([href, title, weight, parts], at) => ({
      href, title, weight, at, parts: parts.map(([heading, text, anchor], part) => ({ heading, text, anchor, number: number++, name: part ? heading : title }))
    }));
  }

  /* Where a word stands: numbers below the count of pages are pages, the others sections. */
  function places(term) {
    let found = lists.get(term);
    if (typeof found === "string") lists.set(term, found = found === "*" ? { size: pages.length, has: (at) => at < pages.length } : unpacked(found));
    return found || NOWHERE;
  }

  function unpacked(packed) {
    const found = new Set();
    let last = -1, carry = 0;
    for (const letter of packed) {
      const digit = LETTERS.indexOf(letter);
      if (digit < LOW) {
        found.add(last += carry * LOW + digit + 1);
        carry = 0;
      } else carry = carry * (LETTERS.length - LOW) + digit - LOW + 1;
    }
    return found;
  }

  /* The question */

  /* "batcoconline" as its words; null when it does not come out even. */
  function cut(word, dead = new Set()) {
    if (dead.has(word)) return null;
    dead.add(word);
    for (let i = word.length; i > 1; i--) {
      const rest = lists.has(word.slice(0, i)) && (i < word.length ? cut(word.slice(i), dead) : []);
      if (rest) return [word.slice(0, i), ...rest];
    }
    return null;
  }

  /* The words of the list that a typed word may mean, each with how likely. */
  function meant(word, typing) {
    const sure = lists.has(word), found = new Map(sure ? [[word, 1]] : []), plain = word.replace(/([aeod])\1/g, "$1").replace(/w/g, "");
    const guess = (likely, fits) => list.some((term) => {
      if (term !== word && fits(term)) found.set(term, likely);
      return found.size > 20;
    });
    if (typing && word.length > (sure ? 3 : 1)) guess(sure ? 0.3 : 0.6, (term) => term.startsWith(word));
    if (/^\d+$/.test(word)) guess(1, (term) => same(word, term));
    else if (!found.size) {
      /* Vietnamese typed with its keyboard switched off: "lwuaf ddaor". */
      for (const term of [plain, plain.replace(/([aeiouy][a-z]*?)[sfrxj]/, "$1")]) if (lists.has(term)) found.set(term, 0.9);
      if (!found.size && word.length > 2) guess(0.5, (term) => near(word, term));
    }
    return found;
  }

  /* What is asked, word by word: what each may mean, how much it says, whether a page needs it. */
  function read(query) {
    const typed = terms(query), asked = [];
    typed.forEach((word, at) => {
      const likely = meant(word, at === typed.length - 1 && /\S$/.test(query)), parts = likely.size ? null : cut(word);
      for (const part of parts || [word]) asked.push({ word: part, likely: parts ? new Map([[part, 1]]) : likely });
    });
    asked.forEach((slot, at) => {
      const before = asked[at - 1], both = before && before.word + slot.word;
      if (lists.has(both)) for (const one of [slot, before]) one.likely.set(both, 1);
    });
    for (const slot of asked) {
      const [first] = slot.likely.keys(), size = first ? places(first).size : 0;
      slot.small = small.includes(slot.word);
      slot.weight = slot.small ? 0.2 : Math.log2(1 + pages.length / Math.min(size || 1, pages.length));
      slot.need = first && !slot.small ? slot.weight : 0;
    }
    return asked;
  }

  const sum = (many, value) => many.reduce((total, one) => total + value(one), 0);

  /* The synonyms in the question: which pages answer it; what its words stand for is added to them. */
  function pinned(asked) {
    const pins = [], all = sum(asked, (slot) => slot.weight), typed = new Set();
    for (const slot of asked) for (const [term, sure] of slot.likely) if (sure > 0.4) typed.add(term);
    for (const { phrases, found, means } of synonyms) for (const phrase of phrases) {
      const spoken = phrase.split(" ");
      if (!spoken.every((term) => typed.has(term))) continue;
      const used = [];
      let sure = 1;
      for (const term of spoken) {
        let best = 0, at = -1;
        asked.forEach((slot, i) => {
          const likely = used.includes(i) ? 0 : slot.likely.get(term) || 0;
          if (likely > best) [best, at] = [likely, i];
        });
        used.push(at);
        sure *= best;
      }
      if (sure) pins.push({ used, found, means, power: sure * used.length * sum(used, (at) => asked[at].weight) / all });
    }
    for (const { used, means } of pins) if (means) for (const at of used) for (const term of means.split(" "))
      if (!asked[at].likely.has(term)) asked[at].likely.set(term, 0.5);
    return pins;
  }

  /* The answer */

  const named = (part, said) => (part.said = part.said || padded(part.name)).includes(said);

  /* Words of Vietnamese are two syllables more often than one, so neighbours say the most. */
  const neighbours = (part, top, said, closely) => named(top, said) ? 3 : named(part, said) ? 2 :
    closely && (part.read = part.read || padded(part.text)).includes(said) ? 1 : 0;

  /* The best section of a page; null when nothing of the question stands on it. `closely` reads its text as well. */
  function rate(page, { asked, pins, need }, closely) {
    const top = page.parts[0], covered = [];
    let power = 0, best = null;
    for (const pin of pins) {
      const rank = pin.found.indexOf(page.at);
      if (rank < 0) continue;
      power = Math.max(power, pin.power / (1 + rank));
      for (const at of pin.used) covered[at] = 1;
    }
    const here = asked.map((slot) => slot.places.map(({ term, sure, found }) => {
      const whole = found.has(page.at);
      return { term, sure, found, whole, top: (whole || found.has(top.number)) && named(top, term) };
    }));
    for (const part of page.parts) {
      let score = 0, met = 0, headed = part === top, before = false;
      for (let at = 0; at < asked.length; at++) {
        const slot = asked[at];
        let most = covered[at] || 0;
        const after = before;
        before = false;
        for (const one of here[at]) {
          if (!one.top && !one.whole && !one.found.has(part.number)) continue;
          const worth = one.top ? 5 : named(part, one.term) ? 3 : 1;
          if (worth === 3) headed = true;
          most = Math.max(most, one.sure * worth);
          before = true;
        }
        if (!most) continue;
        score += most * slot.weight;
        met += slot.need;
        if (after && before) score += neighbours(part, top, slot.pair, closely) * (slot.weight + asked[at - 1].weight) / 2;
      }
      score *= page.weight * (need ? (met / need) ** 2 : 1);
      if (score > (best ? best.score : 0) && (headed || !power)) best = { page, part, score };
    }
    return power ? { page, part: best ? best.part : top, score: (best ? best.score : 0) + power * 20 } : best;
  }

  function answer({ page, part, score }) {
    const anchor = part.anchor === undefined ? words(part.heading).join("-") : part.anchor;
    return { href: page.href + (anchor && "#" + anchor), title: page.title, heading: part.heading, text: part.text || page.parts[0].text, score };
  }

  function find(query) {
    let note = "";
    query = query.replace(/[0-9](?:[ .()\u00a0-]*[0-9]){6,}/g, digits).replace(/\b\d(?:[ .-]\d)+\b/g, digits);
    for (const [number, said, instead] of retired) if (words(query).some((word) => same(word, number))) [note, query] = [said, instead + " "];
    const asked = read(query), pins = pinned(asked), need = sum(asked, (slot) => slot.need), hits = new Set();
    asked.forEach((slot, at) => {
      slot.pair = at && ` ${asked[at - 1].word} ${slot.word} `;
      slot.places = [...slot.likely].map(([term, sure]) => ({ term: ` ${term} `, sure, found: places(term) }));
      if (!slot.small || asked.length === 1) for (const term of slot.likely.keys()) hits.add(term);
    });
    const best = (some, count, closely) => some.map((page) => rate(page, { asked, pins, need }, closely)).filter(Boolean)
      .sort((one, other) => other.score - one.score).slice(0, count);
    const results = best(best(pages, 16).map((one) => one.page), 8, true).map(answer);
    const pieces = (text) => text.split(GAPS).reduce((found, piece) => {
      if (hits.has(terms(piece)[0])) found.push(piece, "");
      else found[found.length - 1] += piece;
      return found;
    }, [""]);
    return { note, results, pieces };
  }

  window.appSearch = Object.assign(open, { find, fold, terms, digits });
})();
