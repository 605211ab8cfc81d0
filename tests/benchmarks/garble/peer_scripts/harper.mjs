// Reads a JSON list of sentences, writes for each a list of [start, end, kind] in code points.
import { readFileSync } from 'node:fs';
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';

const linter = new LocalLinter({ binary });
const found = [];
for (const text of JSON.parse(readFileSync(0, 'utf-8'))) {
  const lints = await linter.lint(text, { language: 'plaintext' });
  found.push(lints.map((lint) => [lint.span().start, lint.span().end, lint.lint_kind()]));
  lints.forEach((lint) => lint.free());
}
console.log(JSON.stringify(found));
