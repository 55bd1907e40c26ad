// What the page shows, kept whole in the address, so that it can be shared and gone back from: "#/?actor=person/…&wire=…".

const KEYS = ["kind", "actor", "wire", "fact", "since", "until", "confidence"];

/** The state that the address holds. */
export function read(hash = location.hash) {
  const parameters = new URLSearchParams(hash.startsWith("#/?") ? hash.slice(3) : "");
  return Object.fromEntries(KEYS.map((key) => [key, parameters.get(key)]).filter(([, value]) => value));
}

/** The address of a state; slashes of ids stay readable. */
export function href(state) {
  const parameters = new URLSearchParams(KEYS.filter((key) => state[key]).map((key) => [key, state[key]]));
  return `#/?${parameters.toString().replaceAll("%2F", "/")}`;
}

/** The address of the state that the page is in, with some of it changed. */
export function changed(changes) {
  return href({ ...read(), ...changes });
}

/** Goes to a state that is the present one with some of it changed. */
export function go(changes) {
  location.hash = changed(changes);
}
