/* Lets a reader leave at once: the page is covered before the new address has answered, because
   on a weak signal that takes seconds. Without this script the link is still a link. */
(function () {
  "use strict";
  var PAUSE = 3000; // milliseconds in which the second Esc counts
  var OWN_USE_OF_ESC = "input,textarea,select,dialog,[contenteditable],[role=dialog],[role=combobox],[role=listbox],[role=menu]";
  var link = document.querySelector('[data-module~="app-quick-exit"]');
  if (!link) return;

  var html = document.documentElement;
  var words = link.dataset;
  var site = absolute(words.root + "/");
  var shown = null;
  var pressed = 0;
  var status = document.createElement("span");
  var hint = link.nextElementSibling;

  function absolute(address) {
    var anchor = document.createElement("a");
    anchor.href = address;
    return anchor.href;
  }

  /* A folder has its own blank page; without a signal nothing else could answer. The link of a packed copy is local. */
  function destination() {
    if (!words.offlineHref) return link.href;
    if (location.protocol === "file:") return absolute(words.offlineHref);
    return navigator.onLine === false ? "about:blank" : link.href;
  }

  /* Head and body are taken out, not hidden: nothing is left to read aloud, to search or to print. */
  function cover() {
    var head = document.createElement("head");
    var body = document.createElement("body");
    var notice = document.createElement("p");
    head.appendChild(document.createElement("title")).textContent = "\u00a0";
    shown = shown || { head: document.head, body: document.body };
    html.replaceChild(head, document.head);
    html.replaceChild(body, document.body);
    notice.setAttribute("role", "alert");
    body.appendChild(notice).textContent = words.leaving; // after it is there, so that it is announced
  }

  function uncover() {
    if (!shown) return;
    html.replaceChild(shown.head, document.head);
    html.replaceChild(shown.body, document.body);
    shown = null;
  }

  function leave(event) {
    var address = destination(); // before the cover takes away <base>
    event.preventDefault();
    cover();
    location.replace(address);
  }

  function esc(event) {
    var again = Date.now() - pressed < PAUSE;
    var other = event.target.closest && event.target.closest(OWN_USE_OF_ESC);
    if (event.key !== "Escape" && event.key !== "Esc") {
      pressed = 0;
    } else if (!event.defaultPrevented && !event.repeat && !event.isComposing && !other && !document.querySelector("dialog[open]")) {
      if (again) return leave(event);
      pressed = Date.now();
      status.textContent = words.onceMore;
      setTimeout(function () { status.textContent = ""; }, PAUSE);
    }
  }

  /* Each page takes the place of the one before, so that Back leads out of the site, not into it. */
  function keepHistoryShort(event) {
    var anchor = event.target.closest && event.target.closest("a[href]");
    if (!anchor || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (anchor.target || anchor.hasAttribute("download") || anchor.href.indexOf(site) !== 0) return;
    event.preventDefault();
    location.replace(anchor.href);
  }

  status.className = "app-hidden";
  status.setAttribute("role", "status");
  link.parentNode.appendChild(status);
  if (hint) {
    hint.hidden = false;
    link.setAttribute("aria-describedby", hint.id);
  }
  link.addEventListener("click", leave);
  link.addEventListener("auxclick", leave);
  document.addEventListener("keydown", esc);
  window.addEventListener("pageshow", function (event) { if (event.persisted) uncover(); });
  if (words.history === "short") document.addEventListener("click", keepHistoryShort);
})();
