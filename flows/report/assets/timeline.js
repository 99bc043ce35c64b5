"use strict";
// The timeline: events by day; by week or month where the days would be too many to see.

// As high as the map beside it, on a phone as high as a hand is wide.
const heightFor = (width) => Math.round(Math.max(220, Math.min(320, width * 0.8)));
const MARGIN = { top: 8, right: 26, bottom: 24, left: 34 };
// A bar thinner than this, in pixels, is hard to see and harder to hit: then a longer unit is drawn.
const THINNEST_BAR = 4;
const UNITS = [
  { name: "day", every: d3.utcDay, precisions: ["day"] },
  { name: "week", every: d3.utcMonday, precisions: ["day", "week"] },
  { name: "month", every: d3.utcMonth, precisions: ["day", "week", "month"] },
  { name: "year", every: d3.utcYear, precisions: ["day", "week", "month", "year"] },
];
const writeIso = d3.utcFormat("%Y-%m-%d");

// A year at its beginning, a month at its beginning, else the day.
function writeTick(date) {
  const format = date.getUTCDate() > 1 ? "%-d %b" : date.getUTCMonth() > 0 ? "%b %Y" : "%Y";
  return d3.utcFormat(format)(date);
}

function binsOf(events, most) {
  const dated = events.filter((event) => event.date_start);
  if (!dated.length) return { unit: UNITS[0], bins: [], left: events.length };
  const [first, last] = d3.extent(dated, (event) => event.date_start);
  const unit = UNITS.find(({ every }) => every.count(toDate(first), toDate(last)) < most) ?? UNITS.at(-1);
  const fitting = dated.filter((event) => unit.precisions.includes(event.date_precision ?? "day"));
  const bins = [...d3.group(fitting, (event) => writeIso(unit.every.floor(toDate(event.date_start))))].map(([day, here]) => {
    const start = toDate(day);
    return { start, end: unit.every.offset(start, 1), all: here.length, alerts: here.filter(needsCare).length };
  });
  return { unit, bins: bins.sort((one, other) => one.start - other.start), left: events.length - fitting.length };
}

function setUpTimeline(chooseDays) {
  const host = byId("timeline");
  const svg = d3.select(host).append("svg").attr("role", "img");
  let current = [];

  function writeBin(bin, unit) {
    const when = unit.name === "day" ? writeDate(bin.start) : `${capital(unit.name)} from ${writeDate(bin.start)}`;
    return `${when}: ${plural(bin.all, "event")}${bin.alerts ? `, ${writeNumber(bin.alerts)} disputed or contested` : ""}`;
  }

  function choose(bin) {
    chooseDays(writeIso(bin.start), writeIso(d3.utcDay.offset(bin.end, -1)));
  }

  function show(events) {
    current = events;
    const width = Math.max(280, host.clientWidth);
    const height = heightFor(width);
    const { unit, bins, left } = binsOf(events, (width - MARGIN.left - MARGIN.right) / THINNEST_BAR);
    const drawn = plural(events.length - left, "event");
    byId("timeline-heading").textContent = `When, by ${unit.name}`;
    byId("days-heading").textContent = `${capital(unit.name)}s as a list`;
    byId("timeline-note").textContent =
      (left ? `${plural(left, "event")} not known to the ${unit.name} ${left === 1 ? "is" : "are"} not drawn. ` : "") + "An event stands on its first day; choose a bar for its days only.";
    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    svg.attr("aria-label", `Timeline: ${drawn} by ${unit.name}. The same ${unit.name}s follow as a list.`).selectAll("*").remove();
    fillButtons("days", bins, (bin) => writeBin(bin, unit), choose);
    if (!bins.length) return;
    const domain = [unit.every.offset(bins[0].start, -1), unit.every.offset(bins.at(-1).end, 1)];
    const x = d3.scaleUtc(domain, [MARGIN.left, width - MARGIN.right]);
    const y = d3.scaleLinear([0, d3.max(bins, (bin) => bin.all)], [height - MARGIN.bottom, MARGIN.top]).nice(4);
    const counts = y.ticks(4).filter(Number.isInteger);
    svg.append("g").attr("class", "axis lines").attr("transform", `translate(${MARGIN.left},0)`)
      .call(d3.axisLeft(y).tickValues(counts).tickFormat(writeNumber).tickSize(-(width - MARGIN.left - MARGIN.right)));
    const bar = svg.append("g").attr("class", "bars").selectAll("g").data(bins).join("g").on("click", (_, bin) => choose(bin));
    const thick = (bin) => Math.max(2, Math.min(36, x(bin.end) - x(bin.start) - 1));
    const left0 = (bin) => (x(bin.start) + x(bin.end)) / 2 - thick(bin) / 2;
    const addBar = (kind, from, to) =>
      bar.append("rect").attr("class", kind).attr("x", left0).attr("width", thick).attr("y", (bin) => y(to(bin))).attr("height", (bin) => y(from(bin)) - y(to(bin)));
    addBar("plain", () => 0, (bin) => bin.all - bin.alerts);
    addBar("alert", (bin) => bin.all - bin.alerts, (bin) => bin.all);
    bar.append("title").text((bin) => writeBin(bin, unit));
    svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - MARGIN.bottom})`).call(d3.axisBottom(x).ticks(Math.max(2, width / 110)).tickFormat((date) => (date.getUTCHours() ? "" : writeTick(date))).tickSizeOuter(0));
  }

  let width = host.clientWidth;
  new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    show(current);
  }).observe(host);
  return { show };
}
