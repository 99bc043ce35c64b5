"use strict";
// Events by place and by day, as rows of buttons: the same choices as in the figures, for keyboard and screen reader.

const LONGEST_LIST = 100;

function needsCare(event) {
  return Boolean(event.is_disputed) || isContested(event);
}

// One row per point of the map: its events, and whether the point is a town or stands for a region or country.
function groupPlaces(events, countries) {
  const groups = d3.group(events.filter((event) => placeKey(event) !== null), placeKey);
  const places = [...groups].map(([key, here]) => ({
    key,
    events: here,
    name: writePlace(here[0], countries) || key,
    // The country's own name stands on the map already.
    town: here[0].place_precision === "country" ? undefined : (here[0].place_name ?? here[0].admin1_name),
    position: [here[0].longitude, here[0].latitude],
    isCoarse: here[0].place_precision !== "point" && here[0].place_precision !== "city",
    alerts: here.filter(needsCare).length,
  }));
  return places.sort((one, other) => other.events.length - one.events.length || d3.ascending(one.name, other.name));
}

function writePlaceCount(place) {
  return `${place.name}: ${plural(place.events.length, "event")}${place.alerts ? `, ${writeNumber(place.alerts)} disputed or contested` : ""}`;
}

function fillButtons(id, rows, write, choose) {
  const buttons = rows.slice(0, LONGEST_LIST).map((row) => {
    const button = make("button", { type: "button" }, write(row));
    button.addEventListener("click", () => choose(row));
    return make("li", {}, button);
  });
  if (rows.length > LONGEST_LIST) buttons.push(make("li", {}, `and ${writeNumber(rows.length - LONGEST_LIST)} more; filter to see them`));
  byId(id).replaceChildren(...buttons);
}
