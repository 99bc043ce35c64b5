"use strict";
// Which events are shown: words, type, country, actor, dyad, days, disputes, and a place chosen on the map.

function actorsOf(event) {
  const roles = Object.entries(event.sides).filter(([role]) => role !== "location_state");
  return [...new Set(roles.flatMap(([, names]) => names))];
}

function dyadsOf(event) {
  const pairs = d3.cross(event.sides.source ?? [], event.sides.target ?? []).filter(([one, other]) => one !== other);
  return [...new Set(pairs.map((pair) => pair.sort(d3.ascending).join(" ⇄ ")))];
}

function typesOf(event) {
  return event.event_mode ? [event.event_type, `${event.event_type}/${event.event_mode}`] : [event.event_type];
}

function placeKey(event) {
  return event.latitude === undefined || event.longitude === undefined ? null : `${event.latitude},${event.longitude}`;
}

// Everything of an event that words are looked for in; made when first asked for.
const haystacks = new WeakMap();
function haystackOf(event, report) {
  if (!haystacks.has(event)) {
    const texts = [event.title, event.acled_sub_event_type, writeType(event.event_type, event.event_mode), writePlace(event, report.countries), ...actorsOf(event)];
    const told = event.evidence.map((sentence) => sentence.pieces.map((piece) => (typeof piece === "string" ? piece : piece[1])).join(""));
    haystacks.set(event, fold([...texts.filter(Boolean), ...told].join("\n")));
  }
  return haystacks.get(event);
}

function fillSelect(id, everything, counts, write, isByName) {
  const byName = ([one], [other]) => d3.ascending(write(one), write(other));
  const rows = [...counts].sort(isByName ? byName : (one, other) => other[1] - one[1] || byName(one, other));
  byId(id).replaceChildren(
    make("option", { value: "" }, everything),
    ...rows.map(([value, count]) => make("option", { value }, `${write(value)} (${writeNumber(count)})`)),
  );
}

function setUpFilters(report, changed) {
  const form = byId("filters");
  const count = (values) => d3.rollup(report.events.flatMap(values), (group) => group.length, (value) => value);
  const writeTypeValue = (value) => (value.includes("/") ? writeType(...value.split("/")) : writeType(value));
  fillSelect("type", "every type", count(typesOf), writeTypeValue, true);
  fillSelect("country", "every country", count((event) => event.country_iso3 ?? []), (iso3) => report.countries[iso3], true);
  fillSelect("actor", "every actor", count(actorsOf), (name) => name, false);
  fillSelect("dyad", "every pair", count(dyadsOf), (name) => name, false);
  const chosen = { place: null };
  let waiting = 0;

  function select() {
    const value = (id) => byId(id).value;
    const words = fold(value("words")).split(/\s+/).filter(Boolean);
    const tests = [
      words.length && ((event) => words.every((word) => haystackOf(event, report).includes(word))),
      value("type") && ((event) => typesOf(event).includes(value("type"))),
      value("country") && ((event) => event.country_iso3 === value("country")),
      value("actor") && ((event) => actorsOf(event).includes(value("actor"))),
      value("dyad") && ((event) => dyadsOf(event).includes(value("dyad"))),
      value("from") && ((event) => (event.date_end ?? event.date_start ?? "") >= value("from")),
      value("to") && ((event) => event.date_start !== undefined && event.date_start <= value("to")),
      byId("disputed").checked && ((event) => event.is_disputed),
      byId("contested").checked && isContested,
      chosen.place && ((event) => placeKey(event) === chosen.place),
    ].filter(Boolean);
    return report.events.filter((event) => tests.every((test) => test(event)));
  }

  function choosePlace(key, name) {
    chosen.place = key;
    byId("place-chosen").hidden = key === null;
    byId("place-clear").textContent = key === null ? "" : `Only ${name} ✕ show every place`;
    changed();
  }

  function chooseDays(from, to) {
    byId("from").value = from;
    byId("to").value = to;
    changed();
  }

  // A day half typed, or a letter of several, need not redraw the page.
  function changeSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120);
  }
  form.addEventListener("input", changeSoon);
  form.addEventListener("change", changeSoon);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => choosePlace(null), 0));
  byId("place-clear").addEventListener("click", () => choosePlace(null));
  return { select, choosePlace, chooseDays };
}
