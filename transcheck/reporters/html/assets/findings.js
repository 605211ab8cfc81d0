// A finding below its sentence: what, why and, on demand, what it rests on.

const opened = new Set();
const number = (value) => value.toFixed(2);

/** Return the card that a finding is shown as. */
function cardOf(finding) {
  const { name } = data.checks[finding.check];
  const { label, severity } = finding;
  return make("article", {
    class: `finding ${severity} on-${finding.side}${finding.suppressed ? " suppressed" : ""}`,
    id: idOf(finding), tabindex: "-1", "aria-label": `${label ? `${label} ` : ""}${severity}: ${name}`,
  },
    make("p", { class: "finding-head" },
      label ? make("span", { class: `chip ${label}` }, label) : null, label ? " " : null,
      make("span", { class: "severity" }, severity), " ",
      make("b", {}, name), " ",
      make("a", { class: "place muted", href: `#${idOf(finding)}`, title: "Link to this finding" }, `line ${finding.line}:${finding.column}`),
      finding.suppressed ? make("span", { class: "muted" }, ` does not count: ${finding.suppressed}`) : null),
    make("p", { class: "message", dir: "auto" }, finding.message),
    fixOf(finding),
    moreOf(finding));
}

function fixOf(finding) {
  if (!finding.fix) return null;
  const segment = data.rows[finding.row][finding.side];
  const { lang, dir } = data.sources[segment.of];
  const emptied = finding.fix.every(([kind]) => kind === "removed");
  return make("p", { class: "fix" }, make("span", { class: "muted" }, emptied ? "Remove " : "Fix "),
    make("span", { class: "change", lang, dir }, ...wordDiff(finding.fix)));
}

/** Return the explanation and the evidence, filled when they are first opened. */
function moreOf(finding) {
  const more = make("details", {}, make("summary", {}, "Why"));
  const fill = () => {
    if (more.childElementCount === 1) more.append(explanation(finding));
  };
  if (opened.has(idOf(finding))) {
    more.open = true;
    fill();
  }
  more.addEventListener("toggle", () => {
    if (more.open) fill();
    if (more.open) opened.add(idOf(finding));
    else opened.delete(idOf(finding));
  });
  // What is gone cannot be accepted.
  if (finding.label === "fixed") return make("div", { class: "more" }, more);
  const command = `transcheck accept ${finding.fingerprint} --reason "…"`;
  const copy = make("button", { type: "button", class: "quiet", title: command }, "Copy accept command");
  copy.addEventListener("click", () => copied(copy, command));
  return make("div", { class: "more" }, more, copy);
}

function explanation(finding) {
  const { summary, rationale } = data.checks[finding.check];
  const row = data.rows[finding.row];
  return make("div", { class: "explanation" },
    summary ? make("p", {}, summary) : null,
    rationale ? make("p", { class: "muted" }, rationale) : null,
    make("dl", { class: "evidence" }, ...evidence(finding, row).map(([term, ...told]) =>
      make("div", {}, make("dt", {}, term), make("dd", {}, ...told)))),
    make("p", { class: "muted" }, "Say more: ", make("code", {}, `transcheck explain ${finding.check}`)));
}

function evidence(finding, row) {
  const told = [];
  if (finding.value !== undefined) {
    const limit = finding.limit === undefined ? "" : `, limit ${number(finding.limit)}`;
    told.push(["Measured", `${number(finding.value)}${limit}`]);
  }
  if (row.similarity !== undefined) told.push(["Similarity", similarityOf(row)]);
  if (row.forward) told.push(...forwardOf(row));
  if (row.words) told.push(...["source", "target"].map((side) => supportOf(row, side)).filter(Boolean));
  told.push(["Fingerprint", make("code", {}, finding.fingerprint)]);
  return told;
}

const similarityOf = (row) =>
  `${number(row.similarity)}${row.limit === undefined ? "" : `, limit ${number(row.limit)}`}`;

function forwardOf({ forward, target }) {
  const { lang, dir } = target ? data.sources[target.of] : {};
  const like = forward.similarity === null ? "" : `similarity ${number(forward.similarity)}, `;
  return [
    ["A local engine translates", make("span", { lang, dir }, forward.text)],
    ["Likeness to it", `${like}chrF ${forward.chrf.toFixed(0)}`],
  ];
}

/** Return the words of one side that the other side hardly supports. */
function supportOf(row, side) {
  const { text, of } = row[side];
  const weak = row.words[side].filter(([, , support]) => support < 0.5);
  if (!weak.length) return null;
  const { lang, dir } = data.sources[of];
  const words = weak.slice(0, 12).flatMap(([start, end, support], at) =>
    [at ? ", " : "", make("span", { lang, dir }, text.slice(start, end)), ` ${number(support)}`]);
  return [`Least supported words, ${side === "source" ? "source" : "translation"}`, ...words];
}

/** Copy a command, and say so; where the browser refuses, show the command to copy by hand. */
async function copied(button, command) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(command);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 2000);
  } catch {
    const shown = make("code", { tabindex: "0" }, command);
    button.replaceWith(shown);
    getSelection().selectAllChildren(shown);
    shown.focus();
  }
}
