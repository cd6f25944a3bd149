import { readFileSync, writeFileSync } from 'node:fs';
import { describeItems } from '../dist/inspect/describe-items.js';
import { describeStages } from '../dist/pipeline/describe-stages.js';
import { STAGES, TABLES } from '../dist/pipeline/stages.js';
import { summaryText } from '../dist/result/summary-text.js';
import { describeStagesOfTables, describeTables } from '../dist/tables/describe.js';
import { describeFailures } from '../dist/text/failures/describe.js';

/** What the run of the sample says at its end, as the golden summary has it. */
const sampleRun = (language) => {
  const summary = JSON.parse(readFileSync('test/cases/golden/sample/summary.json', 'utf8'));
  return `\n\`\`\`\n${summaryText(summary, 'reports/<run-id>', ['html'], { language })}\n\`\`\`\n`;
};

/** Writes those parts of the docs that come from the code (`npm run docs`): what stands between their two marks. */
const PARTS = [
  { page: 'docs/architecture.md', mark: 'stages', text: describeStages(STAGES) },
  { page: 'docs/architecture.md', mark: 'stages of tables', text: describeStagesOfTables() },
  { page: 'docs/architecture.md', mark: 'tables', text: describeTables(TABLES) },
  { page: 'docs/items.md', mark: 'register items', text: describeItems('register') },
  { page: 'docs/items.md', mark: 'source items', text: describeItems('link') },
  { page: 'docs/errors.md', mark: 'failures', text: describeFailures() },
  { page: 'README.md', mark: 'sample run', text: sampleRun('en') },
  { page: 'README.ja.md', mark: 'sample run', text: sampleRun('ja') },
];

for (const { page, mark, text } of PARTS) {
  const [before, rest] = readFileSync(page, 'utf8').split(`<!-- ${mark} -->`);
  const [, after] = rest.split(`<!-- /${mark} -->`);
  writeFileSync(page, `${before}<!-- ${mark} -->\n${text}\n<!-- /${mark} -->${after}`);
}
