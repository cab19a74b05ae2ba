/* Says that a copy is old: a school may print numbers from a USB stick of last year. It compares the
   device's clock with the day on which the numbers should be checked again, and asks no network. */
(function () {
  "use strict";
  var YEARS = 20; // a clock further ahead than this is wrong, and says nothing about the copy
  var now = new Date();
  var today = now.getFullYear() + "-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);

  function old(words) {
    var first = words.built > words.checked ? words.built : words.checked;
    var last = (+first.slice(0, 4) + YEARS) + first.slice(4);
    return words.checkAgain && first <= today && today <= last && words.checkAgain < today;
  }

  [].forEach.call(document.querySelectorAll('[data-module~="app-copy-age"]'), function (notice) {
    notice.hidden = !old(notice.dataset);
  });
})();
