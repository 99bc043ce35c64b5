"use strict";
// The map: country outlines, and a point for each place, as large as its events are many.

const MAP_RATIO = 0.58;
// Context around a single place, in degrees: enough to see which country it is in.
const LEAST_SPAN = 9;

function extentOf(places) {
  const [west, east] = d3.extent(places, (place) => place.position[0]);
  const [south, north] = d3.extent(places, (place) => place.position[1]);
  const wide = Math.max(0, LEAST_SPAN * 2 - (east - west)) / 2 + 1;
  const high = Math.max(0, LEAST_SPAN - (north - south)) / 2 + 1;
  const limit = (latitude) => Math.max(-80, Math.min(80, latitude));
  return { type: "MultiPoint", coordinates: [[west - wide, limit(south - high)], [east + wide, limit(north + high)]] };
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
    const visible = labels
      .map((label) => ({ ...label, spot: transform.apply(label.at), room: label.width * transform.k }))
      .filter(({ name, spot: [x, y], room }) => room > name.length * 7.5 && x > 20 && x < width - 20 && y > 10 && y < height - 10);
    names.selectAll("text").data(visible, (label) => label.name).join("text").text((label) => label.name).attr("transform", (label) => `translate(${label.spot})`);
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
      .attr("r", (row) => Math.min(26, 3.5 + 2 * Math.sqrt(row.events.length)))
      .attr("class", (row) => `${row.isCoarse ? "coarse" : "exact"}${row.alerts ? " alert" : ""}`)
      .order()
      .select("title")
      .text(writePlaceCount);
    place();
    fillButtons("places", places, writePlaceCount, (row) => choosePlace(row.key, row.name));
  }
  return { show };
}
