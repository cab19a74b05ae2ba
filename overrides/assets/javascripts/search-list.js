/* Answers in a list below the search box, while the reader types. Keys follow the combobox of the ARIA
   Authoring Practices (list autocomplete, manual selection). */
(function () {
  "use strict";
  var PAUSE = 100; // milliseconds without a key before the list is made anew

  window.appSearchList = function (box) {
    var words = box.dataset;
    var form = box.querySelector("form");
    var input = form.querySelector("input");
    var panel = form.querySelector(".app-search__panel");
    var status = form.querySelector("[role=status]");
    var list = form.querySelector("[role=listbox]");
    var active = -1;
    var timer;

    function show() {
      clearTimeout(timer); // a second making would lose what the arrow keys chose
      var query = input.value.trim();
      var found = query ? window.appSearch.find(input.value) : null;
      var count = found ? found.results.length : 0;
      var said = !query ? words.hint : count > 1 ? words.many : count ? words.one : words.none;
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
      [["title", "app-search__title"], ["heading", "app-search__heading"], ["text", "app-search__text"]].forEach(function (part) {
        if (result[part[0]]) link.appendChild(marked(part[1], pieces(result[part[0]]), part[0] === "text"));
      });
      return link;
    }

    /* `pieces` are text and hit in turns; in a running text, a long way to the first hit is cut short. */
    function marked(name, pieces, running) {
      var line = document.createElement("span");
      line.className = name;
      if (running && pieces.length > 1 && pieces[0].length > 90) pieces[0] = "…" + pieces[0].slice(pieces[0].indexOf(" ", pieces[0].length - 50));
      pieces.forEach(function (piece, turn) {
        if (turn % 2) line.appendChild(hit(piece));
        else line.appendChild(document.createTextNode(piece));
      });
      return line;
    }

    function hit(piece) {
      var mark = document.createElement("mark");
      mark.className = "app-search__hit";
      mark.textContent = piece;
      return mark;
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

    form.addEventListener("submit", send);
    form.addEventListener("keydown", key);
    form.addEventListener("focusout", leave);
    document.addEventListener("pointerdown", leave);
    input.addEventListener("focus", show);
    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(show, PAUSE);
    });
    if (document.activeElement === input) show();
    else if (!form.contains(document.activeElement)) close(); // who went on to the link below must not lose it
  };
})();
