/* In class mode, one item fills the screen; the arrow keys turn the page, and so do the buttons of a presenter's
   remote control (PageUp, PageDown) where nothing is left to scroll. Without this script the links below each item
   do the same. */
(function () {
  "use strict";
  var FORWARD = ["ArrowRight", "PageDown"];
  var BACK = ["ArrowLeft", "PageUp"];

  function scrolls(key) {
    var html = document.documentElement;
    return key === "PageDown" && html.scrollTop + html.clientHeight < html.scrollHeight - 2 || key === "PageUp" && html.scrollTop > 2;
  }

  function turn(event) {
    var way = FORWARD.indexOf(event.key) >= 0 ? "next" : BACK.indexOf(event.key) >= 0 ? "prev" : "";
    var item = way && location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var link = item && item.querySelector('a[rel~="' + way + '"]');
    if (!link || scrolls(event.key) || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.click();
  }

  if (document.querySelector('[data-module~="app-class-mode"]')) document.addEventListener("keydown", turn);
})();
