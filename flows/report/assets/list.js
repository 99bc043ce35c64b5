"use strict";
// The list of events: the first two hundred, more on demand.

const PAGE_LENGTH = 200;
const ORDERS = {
  newest: null,
  oldest: (one, other) => d3.ascending(one.date_start ?? "9999", other.date_start ?? "9999"),
  killed: (one, other) => d3.descending(one.killed_best ?? one.killed_low ?? -1, other.killed_best ?? other.killed_low ?? -1),
  support: (one, other) => d3.descending(one.independent_count, other.independent_count) || d3.descending(one.article_count, other.article_count),
};

function setUpList(report) {
  const list = byId("list");
  const more = byId("more");
  let shown = [];

  function addPage() {
    const start = list.childElementCount;
    list.append(...shown.slice(start, start + PAGE_LENGTH).map((event) => makeEvent(event, report.countries, report.articles)));
    const left = shown.length - list.childElementCount;
    more.hidden = left <= 0;
    more.textContent = `Show ${writeNumber(Math.min(left, PAGE_LENGTH))} more of ${writeNumber(left)}`;
    return list.children[start];
  }

  function openAll(isOpen) {
    for (const details of list.querySelectorAll(":scope > li > details")) details.open = isOpen;
  }

  // An address that ends in #event_... opens that event.
  function openAddressed() {
    const id = location.hash.slice(1);
    const place = shown.findIndex((event) => event.event_id === id);
    if (place < 0) return;
    while (list.childElementCount <= place) addPage();
    list.children[place].firstElementChild.open = true;
    list.children[place].scrollIntoView();
  }

  more.addEventListener("click", () => addPage()?.querySelector("summary").focus());
  byId("open-all").addEventListener("click", () => openAll(true));
  byId("close-all").addEventListener("click", () => openAll(false));
  window.addEventListener("hashchange", openAddressed);

  function show(events) {
    const order = ORDERS[byId("order").value];
    shown = order ? [...events].sort(order) : events;
    list.replaceChildren();
    addPage();
  }
  return { show, openAddressed };
}
