// Elements made from plain values. Wires are strangers' text: nothing here, or anywhere on this page, reads text as HTML.

/** An element with its properties and children; a child that is null is left out, text becomes a text node. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A link to a stranger's address, or none where it is no http(s) address. */
export function outward(address, ...children) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  return el("a", { href: url.href, rel: "noopener noreferrer external" }, ...children);
}

/** "12 Feb 2020" from a day, "Feb 2020" from a month, "2020" from a year. */
export function day(date) {
  if (!date) return null;
  const [year, month, number] = date.split("-");
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const words = [number && String(Number(number)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
  return el("time", { datetime: date }, words);
}

/** Things in a row with a dot between them. */
export function dotted(...things) {
  const shown = things.filter(Boolean);
  return shown.flatMap((thing, place) => (place ? [el("span", { class: "dot", "aria-hidden": "true" }, " · "), thing] : [thing]));
}
