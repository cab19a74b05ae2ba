/* Puts a search box where the page has a link to all pages. Nothing is loaded before the box has the focus;
   then come the engine and the data of one language, as classic scripts, which file:// and a ZIM allow too.
   Keys follow the combobox of the ARIA Authoring Practices (list autocomplete, manual selection). */
(function () {
  "use strict";
  var PAUSE = 100; // milliseconds without a key before the list is made anew

  [].forEach.call(document.querySelectorAll('[data-module~="app-search"]'), function (box) {
    var words = box.dataset;
    var form = box.querySelector("form");
    var input = form.querySelector("input");
    var panel = form.querySelector(".app-search__panel");
    var status = form.querySelector("[role=status]");
    var list = form.querySelector("[role=listbox]");
    var state = "";
    var active = -1;
    var timer;

    function load() {
      if (state === "loading" || state === "ready") return;
      state = "loading";
      [words.engine, words.index].forEach(function (address, last) {
        var script = document.createElement("script");
        script.async = false; // in this order
        script.src = address;
        script.onerror = function () { settle("failed"); };
        if (last) script.onload = function () { settle(window.appSearch ? "ready" : "failed"); };
        document.head.appendChild(script);
      });
    }

    function settle(now) {
      state = now;
      if (!panel.hidden) show();
    }

    function show() {
      clearTimeout(timer); // the answers are here; a second making would lose what the arrow keys chose
      var query = input.value.trim();
      var found = query && state === "ready" ? window.appSearch.find(input.value) : null;
      var count = found ? found.results.length : 0;
      var said = !query ? words.hint : !found ? words[state] : count > 1 ? words.many : count ? words.one : words.none;
      status.textContent = (found && found.note ? found.note + " " : "") + said.replace("{count}", count).replace("{query}", function () { return query; });
      list.textContent = "";
      if (found) found.results.forEach(function (result, at) { list.appendChild(option(result, at, found.pieces)); });
      panel.hidden = false;
      input.setAttribute("aria-expanded", String(count > 0));
      choose(-1);
    }

    function option(result, at, pieces) {
      var link = document.createElement("a");
      link.href = words.root + "/" + result.href;
      link.id = list.id + at;
      link.tabIndex = -1;
      link.className = "app-search__option";
      link.setAttribute("role", "option");
      ["title", "heading", "text"].forEach(function (name) {
        if (result[name]) link.appendChild(marked(name, pieces(result[name])));
      });
      return link;
    }

    /* `pieces` are text and hit in turns; a long way to the first hit is cut short. */
    function marked(name, pieces) {
      var line = document.createElement("span");
      line.className = "app-search__" + name;
      if (name === "text" && pieces.length > 1 && pieces[0].length > 90) pieces[0] = "…" + pieces[0].slice(pieces[0].indexOf(" ", pieces[0].length - 50));
      pieces.forEach(function (piece, turn) {
        if (turn % 2) line.appendChild(document.createElement("mark")).textContent = piece;
        else line.appendChild(document.createTextNode(piece));
      });
      return line;
    }

    function choose(at) {
      active = at;
      [].forEach.call(list.children, function (link, index) { link.setAttribute("aria-selected", String(index === at)); });
      if (at < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }

    function close() {
      clearTimeout(timer);
      panel.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    }

    function key(event) {
      var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      var count = list.children.length;
      if (event.isComposing) return;
      if (event.key === "Escape" && !panel.hidden) {
        close();
        event.stopPropagation(); // this Esc has done its work; the next one may mean to leave
      } else if (step && count) {
        if (panel.hidden) show();
        choose(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
      } else return;
      event.preventDefault();
    }

    function send(event) {
      event.preventDefault();
      if (active >= 0) return list.children[active].click();
      show();
      if (list.children.length) choose(0);
      if (window.matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard hides half of a phone
    }

    function leave(event) {
      var to = event.type === "focusout" ? event.relatedTarget : event.target;
      if (to && !box.contains(to)) close();
    }

    form.hidden = false;
    panel.appendChild(box.querySelector("a"));
    form.addEventListener("submit", send);
    form.addEventListener("keydown", key);
    form.addEventListener("focusout", leave);
    document.addEventListener("pointerdown", leave);
    input.addEventListener("focus", function () { load(); show(); });
    input.addEventListener("input", function () {
      load();
      clearTimeout(timer);
      timer = setTimeout(show, PAUSE);
    });
  });
})();
