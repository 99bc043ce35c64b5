"use strict";
// The map: country outlines, and a point for each place, as large as its events are many.

const MAP_RATIO = 0.58;
// Context around a single place, in degrees: enough to see which country it is in.
const LEAST_SPAN = 9;
const MOST_TOWN_NAMES = 60;
// How wide a letter is, about, in the sizes of the style sheet.
const TOWN_LETTER = 7;
const COUNTRY_LETTER = 6.6;

function extentOf(places) {
  const [west, east] = d3.extent(places, (place) => place.position[0]);
  const [south, north] = d3.extent(places, (place) => place.position[1]);
  const wide = Math.max(0, LEAST_SPAN * 2 - (east - west)) / 2 + 1;
  const high = Math.max(0, LEAST_SPAN - (north - south)) / 2 + 1;
  const limit = (latitude) => Math.max(-80, Math.min(80, latitude));
  return { type: "MultiPoint", coordinates: [[west - wide, limit(south - high)], [east + wide, limit(north + high)]] };
}

function radiusOf(place) {
  return Math.min(26, 3.5 + 2 * Math.sqrt(place.events.length));
}

function setUpMap(report, outlines, choosePlace) {
  const host = byId("map");
  const all = groupPlaces(report.events, report.countries);
  if (!all.length) {
    host.append(make("p", { class: "none" }, "No event has a place that could be resolved."));
    return { show() {} };
  }
  const land = topojson.feature(outlines, outlines.objects.countries).features;
  const borders = topojson.mesh(outlines, outlines.objects.countries);
  const area = extentOf(all);
  const span = area.coordinates[1][0] - area.coordinates[0][0];
  const svg = d3.select(host).append("svg").attr("role", "img");
  const world = svg.append("g");
  const names = svg.append("g").attr("class", "names");
  const points = svg.append("g").attr("class", "points");
  const towns = svg.append("g").attr("class", "towns");
  const zoom = d3.zoom().scaleExtent([0.2, 60]);
  let places = [];
  let projection;
  let labels = [];
  let transform = d3.zoomIdentity;

  function layOut() {
    const width = Math.max(280, host.clientWidth);
    const height = Math.round(Math.max(240, width * MAP_RATIO));
    // Points in between would be thousands far out of sight: the outlines are fine enough as they are.
    projection = (span > 150 ? d3.geoEqualEarth() : d3.geoMercator().precision(0)).fitExtent([[24, 24], [width - 24, height - 24]], area);
    const path = d3.geoPath(projection.clipExtent(null));
    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    world.selectAll("*").remove();
    world.append("g").attr("class", "land").selectAll("path").data(land).join("path").attr("d", path);
    world.append("path").attr("class", "borders").attr("d", path(borders));
    labels = land.map((country) => {
      const [[left], [right]] = path.bounds(country);
      return { name: country.properties.name, at: path.centroid(country), width: right - left };
    });
    zoom.translateExtent([[-width * 6, -height * 6], [width * 7, height * 7]]);
    place();
  }

  function place() {
    const [width, height] = svg.attr("viewBox").split(" ").slice(2).map(Number);
    world.attr("transform", transform);
    points.selectAll("circle").attr("transform", (row) => `translate(${transform.apply(projection(row.position))})`);
    placeNames(width, height);
  }

  // Places first, the most told of before the others, then countries; a name that would cover anything is left out.
  function placeNames(width, height) {
    const taken = places.map((row) => {
      const [x, y] = transform.apply(projection(row.position));
      const radius = radiusOf(row);
      return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, row };
    });
    const isFree = (box, own) =>
      box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2 &&
      taken.every((other) => other.row === own || box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
    const keep = (candidates, own) => {
      const box = candidates.find((one) => isFree(one, own));
      if (box) taken.push({ ...box, row: null });
      return box;
    };
    const boxAround = (name, x, y, size) => ({ name, x, y, left: x - (name.length * size) / 2, right: x + (name.length * size) / 2, top: y - 10, bottom: y + 4 });
    const named = places.slice(0, MOST_TOWN_NAMES).filter((row) => row.town).map((row) => {
      const [x, y] = transform.apply(projection(row.position));
      const half = (row.town.length * TOWN_LETTER) / 2 + radiusOf(row) + 3;
      return keep([boxAround(row.town, x + half, y + 4, TOWN_LETTER), boxAround(row.town, x - half, y + 4, TOWN_LETTER), boxAround(row.town, x, y - radiusOf(row) - 5, TOWN_LETTER)], row);
    });
    const countries = labels
      .map((label) => ({ ...label, spot: transform.apply(label.at), room: label.width * transform.k }))
      .filter(({ name, room }) => room > name.length * 7.5)
      .map(({ name, spot: [x, y] }) => keep([0, 16, -16, 30, -30].map((off) => boxAround(name, x, y + off, COUNTRY_LETTER)), null));
    const write = (group, boxes) =>
      group.selectAll("text").data(boxes.filter(Boolean)).join("text").text((box) => box.name).attr("x", (box) => box.x).attr("y", (box) => box.y);
    write(towns, named);
    write(names, countries);
  }

  // One finger scrolls the page and the bare wheel too; two fingers or Ctrl and wheel zoom the map.
  zoom.filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : event.touches ? event.touches.length > 1 : !event.button));
  zoom.on("zoom", (event) => {
    transform = event.transform;
    place();
  });
  svg.call(zoom);
  byId("zoom-in").addEventListener("click", () => svg.call(zoom.scaleBy, 1.6));
  byId("zoom-out").addEventListener("click", () => svg.call(zoom.scaleBy, 1 / 1.6));
  byId("zoom-all").addEventListener("click", () => svg.call(zoom.transform, d3.zoomIdentity));
  let width = host.clientWidth;
  new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    layOut();
  }).observe(host);
  layOut();

  function show(events) {
    places = groupPlaces(events, report.countries);
    const where = plural(places.length, "place");
    svg.attr("aria-label", `Map: ${plural(d3.sum(places, (row) => row.events.length), "event")} at ${where}. The same places follow as a list.`);
    points
      .selectAll("circle")
      .data(places, (row) => row.key)
      .join((enter) => enter.append("circle").on("click", (_, row) => choosePlace(row.key, row.name)).call((circle) => circle.append("title")))
      .attr("r", radiusOf)
      .attr("class", (row) => `${row.isCoarse ? "coarse" : "exact"}${row.alerts ? " alert" : ""}`)
      .order()
      .select("title")
      .text(writePlaceCount);
    place();
    fillButtons("places", places, writePlaceCount, (row) => choosePlace(row.key, row.name));
  }
  return { show };
}
