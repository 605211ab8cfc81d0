// The text of a sentence with the spans of its findings marked in it.

const GRAVITY = { note: 0, warning: 1, error: 2 };

/** Return what a finding is called on this page, and in links to it. */
const idOf = ({ label, fingerprint }) => (label ? `${label}-${fingerprint}` : fingerprint);

const sidesOf = (row) =>
  document.body.classList.contains("one-sided") ? [row.target ? "target" : "source"] : ["source", "target"];

/** Return the paragraph of one side of a row: its text, marked, or a word that it is missing. */
function sideOf(row, side, findings) {
  const segment = row[side];
  const label = side === "source" ? "Source: " : "Translation: ";
  if (!segment) {
    const missing = side === "source" ? "not in the source" : "not in the translation";
    return make("p", { class: `side ${side} missing` }, unseen(label), missing);
  }
  const { lang, dir } = data.sources[segment.of];
  const own = findings.filter((finding) => finding.side === side);
  return make("p", { class: `side ${side}`, lang, dir }, unseen(label), ...marked(segment, own));
}

/** Return the nodes of a text: plain, marked, and a sign where a further sentence begins. */
function marked(segment, findings) {
  const { text, starts = [] } = segment;
  const edges = new Set([0, text.length, ...starts]);
  for (const { start, end } of findings) edges.add(start).add(end);
  const cuts = [...edges].sort((one, other) => one - other);
  const nodes = [];
  cuts.forEach((start, at) => {
    if (starts.includes(start)) nodes.push(make("span", { class: "join", "aria-hidden": "true" }));
    nodes.push(...findings.filter((f) => f.start === start && f.end === start).map((f) => mark("", [f], text)));
    const end = cuts[at + 1];
    if (end === undefined) return;
    const over = findings.filter((f) => f.start <= start && f.end >= end && f.start < f.end);
    const part = text.slice(start, end);
    nodes.push(over.length ? mark(part, over, text) : part);
  });
  return nodes;
}

function mark(part, over, text) {
  const gravest = over.reduce((one, other) => (GRAVITY[other.severity] > GRAVITY[one.severity] ? other : one));
  const whole = over.every((f) => f.start === 0 && f.end === text.length);
  const kind = part === "" ? "gap" : whole ? "whole" : "part";
  return make("mark", {
    class: `${gravest.severity} ${kind}${over.every((f) => f.suppressed) ? " suppressed" : ""}`,
    "data-findings": over.map(idOf).join(" "),
  }, part);
}
