/* Puts a search box where the page has a link to all pages. The search itself comes when a reader goes to
   the box: three classic scripts, which file:// and a ZIM allow too. Nobody else pays for them. */
(function () {
  "use strict";
  var PARTS = ["list", "engine", "data.*"];

  [].forEach.call(document.querySelectorAll('[data-module~="app-search"]'), function (box) {
    var words = box.dataset;
    var form = box.querySelector("form");
    var panel = form.querySelector(".app-search__panel");
    var busy = false;

    function say(text) {
      form.querySelector("[role=status]").textContent = text;
      panel.hidden = false;
    }

    function load() {
      var left = PARTS.length;
      if (busy) return;
      busy = true;
      say(words.loading);
      PARTS.forEach(function (part) {
        var script = document.createElement("script");
        script.async = false; // in this order
        script.src = words.folder + "search-" + part.replace("*", words.language) + ".js";
        script.onerror = function () { left = -1; busy = false; say(words.failed); }; // the next focus tries again
        script.onload = function () { if (!--left) ready(); };
        document.head.appendChild(script);
      });
    }

    function ready() {
      form.removeEventListener("focusin", load);
      window.appSearchList(box);
    }

    form.hidden = false;
    panel.appendChild(box.querySelector("a"));
    form.addEventListener("focusin", load);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });
})();
