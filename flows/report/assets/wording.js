"use strict";
// How numbers, days and codes are written.

const writeNumber = new Intl.NumberFormat("en").format;
const writeDate = d3.utcFormat("%-d %b %Y");

function toDate(day) {
  return new Date(`${day}T00:00:00Z`);
}

function writeDay(day) {
  return day ? writeDate(toDate(day)) : "day unknown";
}

function writeDays(event) {
  const { date_start: first, date_end: last, date_precision: precision } = event;
  if (!first) return "day unknown";
  if (precision === "month") return d3.utcFormat("%b %Y")(toDate(first));
  if (precision === "year") return d3.utcFormat("%Y")(toDate(first));
  return !last || first === last ? writeDay(first) : `${writeDay(first)} – ${writeDay(last)}`;
}

// "9", "9 (4–12)", "4 or more"; null where nothing is known.
function writeToll(low, best, high) {
  if (best === undefined && low === undefined && high === undefined) return null;
  if (best === undefined && low === undefined) return `at most ${writeNumber(high)}`;
  const range =
    high === undefined ? `${writeNumber(low ?? best)} or more` : low === high ? writeNumber(high) : `${writeNumber(low ?? 0)}–${writeNumber(high)}`;
  if (best === undefined) return range;
  return low === best && high === best ? writeNumber(best) : high === undefined && (low ?? best) === best ? range : `${writeNumber(best)} (${range})`;
}

function plural(count, noun) {
  return `${writeNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function writeCode(code) {
  return code.toLowerCase().replaceAll("_", " ");
}

function writeType(type, mode) {
  return capital(writeCode(type)) + (mode ? `, ${writeCode(mode)}` : "");
}

// Letters without their marks, so that "Saravan" finds "Sarāvān".
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
