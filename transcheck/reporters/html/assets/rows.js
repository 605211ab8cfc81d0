// One aligned unit: place and similarity, source and translation, and the findings below their side.

const FOLDED = "without findings";
const WITH_NEIGHBOURS = true;

/** Return the element of a row. */
function rowOf(row) {
  const findings = shownFindings(row);
  const body = make("div", { class: "texts" }, ...sidesOf(row).map((side) => make("div", { class: `cell ${side}` },
    sideOf(row, side, findings),
    ...findings.filter((finding) => finding.side === side).map(cardOf))));
  const role = (row.source || row.target || {}).role;
  return make("section", {
    class: `row${findings.length ? " flagged" : ""}${role ? ` ${role}` : ""}${row.opens ? " opens" : ""}`,
    id: `row-${row.at}`, tabindex: "-1", "aria-label": labelOf(row),
  }, gutterOf(row), body);
}

const lineOf = (row) => (row.source || row.target || { line: "" }).line;

function labelOf(row) {
  const similarity = row.similarity === undefined ? "" : `, similarity ${number(row.similarity)}`;
  return `${row.key ? `${row.key}, ` : ""}line ${lineOf(row)}${similarity}`;
}

function gutterOf(row) {
  const low = row.limit !== undefined && row.similarity < row.limit;
  const ours = row.source ? (row.source.starts || []).length + 1 : 0;
  const theirs = row.target ? (row.target.starts || []).length + 1 : 0;
  const uneven = ours && theirs && ours !== theirs;
  return make("p", { class: "gutter", "aria-hidden": "true" },
    make("span", { class: "line" }, String(lineOf(row))),
    row.similarity === undefined ? null :
      make("span", { class: `similarity${low ? " low" : ""}`, title: `Similarity ${similarityOf(row)}` }, number(row.similarity)),
    uneven ? make("span", { class: "ratio", title: `${plural(ours, "sentence")} as ${theirs}` }, `${ours}→${theirs}`) : null);
}

/** Return the head of a file: its names above the two columns. */
function fileOf(row) {
  return make("div", { class: "file" }, make("span", { class: "gutter" }), make("div", { class: "texts" },
    ...sidesOf(row).map((side) => {
      const segment = row[side] || nextOf(row, side);
      if (!segment) return make("h2", { class: "cell" });
      const { path, name } = data.sources[segment.of];
      return make("h2", { class: "cell" }, make("bdi", {}, path), " ", make("span", { class: "muted" }, name));
    })));
}

/** Return the next text of a side: a file may begin with a sentence that only the other has. */
function nextOf(row, side) {
  const next = data.rows.slice(row.at, row.at + 50).find((each) => each[side] && each.file === row.file);
  return next && next[side];
}
