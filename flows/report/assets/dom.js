"use strict";
// Elements from plain values: every text of the data enters the page as a text node, never as markup.

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

function byId(id) {
  return document.getElementById(id);
}

function readData(id) {
  return JSON.parse(byId(id).textContent);
}

// A link to the web, or the bare text where the address is anything else.
function makeLink(address, text) {
  return /^https?:\/\//i.test(address ?? "") ? make("a", { href: address, rel: "noopener noreferrer external" }, text) : make("span", {}, text);
}

function hiddenText(text) {
  return make("span", { class: "for-readers" }, text);
}
