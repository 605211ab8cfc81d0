// A unit of a comparison: what changed in its texts, and what became of its findings.

const FOLDED = "without a change";
const WITH_NEIGHBOURS = false;

/** Return the element of a unit. */
function rowOf(row) {
  const findings = shownFindings(row);
  return make("section", {
    class: `row unit${row.told ? " flagged" : ""}`, id: `row-${row.at}`, tabindex: "-1",
    "aria-label": `${row.kind}, ${lineOf(row)}`,
  },
    make("p", { class: "unit-head muted" },
      row.kind === "same" ? null : make("b", {}, row.kind), row.key ? make("bdi", {}, row.key) : null,
      make("a", { class: "place muted", href: `#row-${row.at}`, title: "Link to this sentence" }, lineOf(row)), changeOf(row)),
    make("div", { class: "texts" }, ...sidesOf(row).map((side) => make("div", { class: `cell ${side}` },
      changesOf(row, side, findings),
      ...findings.filter((finding) => finding.side === side).map(cardOf)))));
}

const lineOf = ({ line, was }) => (was ? `line ${line}, was ${was}` : `line ${line}`);

function changeOf({ change, small }) {
  if (!change) return null;
  const [before, after] = change.map(number);
  const kind = small ? null : change[1] > change[0] ? "rise" : "fall";
  return make("span", { class: kind }, before === after ? `similarity ${after}` : `similarity ${before} → ${after}`);
}

/** Return the text of one side: what was removed and added, and the spans of its findings. */
function changesOf(row, side, findings) {
  const label = side === "source" ? "Source: " : "Translation: ";
  if (!row[side]) return make("p", { class: `side ${side} missing` }, unseen(label), "nothing on this side");
  const { of, pieces } = row[side];
  const { lang, dir } = data.sources[of];
  const own = findings.filter((finding) => finding.side === side);
  const at = { old: 0, new: 0 };
  const nodes = pieces.map(([kind, text]) => {
    const [node] = wordDiff([[kind, text]]);
    // What was fixed stood in the old text, all else stands in the new one.
    const over = own.filter(({ label: became }) => kind !== (became === "fixed" ? "added" : "removed"))
      .map((finding) => within(finding, finding.label === "fixed" ? at.old : at.new, text.length)).filter(Boolean);
    if (over.length) node.lastChild.replaceWith(...marked({ text }, over));
    if (kind !== "added") at.old += text.length;
    if (kind !== "removed") at.new += text.length;
    return node;
  });
  return make("p", { class: `side ${side}`, lang, dir }, unseen(label), ...nodes);
}

/** Return the part of a finding that lies in a piece of so many signs; null if there is none. */
function within(finding, from, length) {
  const start = Math.max(finding.start - from, 0);
  const end = Math.min(finding.end - from, length);
  const inside = finding.start === finding.end ? start === end && finding.start >= from : start < end;
  return inside ? { ...finding, start, end } : null;
}

/** Return the head of a file: its names above the two columns, those of the old report before. */
function fileOf(row) {
  const names = data.files[row.file];
  return make("div", { class: "file" }, make("div", { class: "texts" }, ...sidesOf(row).map((side) =>
    make("h2", { class: "cell" }, ...[...new Set(names[side])].flatMap((name, at) => [at ? " → " : null, make("bdi", {}, name)])))));
}
