// The API over the wire: JSON, or an error in words.

/** The path of one thing: its id may hold slashes, spaces, anything. */
export function pathOf(list, id) {
  return `/${list}/${id.split("/").map(encodeURIComponent).join("/")}`;
}

/** The JSON at a path. Raises an Error with a sentence that a reader can act on. */
export async function get(path, parameters = {}, signal = undefined) {
  const asked = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const query = new URLSearchParams(asked).toString();
  let response;
  try {
    response = await fetch(query ? `${path}?${query}` : path, { headers: { Accept: "application/json" }, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("The server does not answer. Is it still running?");
  }
  if (!response.ok) throw new Error(await complaint(response));
  return response.json();
}

async function complaint(response) {
  try {
    const problem = await response.json();
    const words = typeof problem.detail === "string" ? problem.detail : problem.title;
    if (words) return words;
  } catch {
    // No JSON: what follows says it in our own words.
  }
  return response.status === 404 ? "There is no such thing here." : `The server answered with error ${response.status}.`;
}
