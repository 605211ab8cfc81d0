// Elements are made here alone, and text reaches them as text: nothing is ever parsed as markup.

const data = JSON.parse(document.getElementById("data").textContent);

const byId = (id) => document.getElementById(id);

/** Return an element with attributes and children; null among the children is nothing. */
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const unseen = (text) => make("span", { class: "unseen" }, text);

const plural = (count, one, many = `${one}s`) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** Return the pieces of a word diff; a piece of white space alone is drawn, so that it is seen. */
function wordDiff(pieces) {
  const names = { same: "span", removed: "del", added: "ins" };
  return pieces.map(([kind, text]) =>
    make(names[kind], { class: kind !== "same" && !text.trim() ? "space" : null },
      kind === "removed" ? unseen(" removed: ") : kind === "added" ? unseen(" added: ") : null, text));
}
