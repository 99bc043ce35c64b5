"use strict";
// The page begins here: the data is read, and every change of a filter shows in list, map and timeline alike.

function writeScope(report) {
  const [first, last] = d3.extent(report.articles, (article) => article.published_on);
  const published = first ? `, published ${first === last ? `on ${writeDay(first)}` : `from ${writeDay(first)} to ${writeDay(last)}`}` : "";
  const claims = d3.sum(report.events, (event) => event.claims.length);
  const care = [
    [report.events.filter((event) => event.is_disputed).length, "disputed toll"],
    [report.events.filter(isContested).length, "contested event"],
  ].map(([count, noun]) => (count ? plural(count, noun) : `no ${noun}s`));
  return `${plural(report.events.length, "event")} and ${plural(claims, "claim")} about people harmed, read from ${plural(report.articles.length, "article")}${published}: ${care.join(" and ")}.`;
}

function startReport() {
  const report = readData("report");
  if (!report.events.length) {
    byId("empty").hidden = false;
    return;
  }
  byId("content").hidden = false;
  byId("scope").textContent = writeScope(report);
  byId("filter-box").open = window.matchMedia("(min-width: 44rem)").matches;

  const filters = setUpFilters(report, refresh);
  const list = setUpList(report);
  const map = setUpMap(report, readData("outlines"), filters.choosePlace);
  const timeline = setUpTimeline(filters.chooseDays);

  function refresh() {
    const events = filters.select();
    const total = report.events.length;
    byId("shown").textContent =
      events.length === total ? `All ${plural(total, "event")} shown.` : events.length ? `${writeNumber(events.length)} of ${plural(total, "event")} shown.` : "No event fits these filters.";
    list.show(events);
    map.show(events);
    timeline.show(events);
  }

  byId("order").addEventListener("change", () => list.show(filters.select()));
  refresh();
  list.openAddressed();
}

startReport();
