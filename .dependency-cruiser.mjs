/**
 * Who may know whom: the folders of src/ from the ground up (docs/architecture.md). A folder imports those before it
 * and nothing after it; types count as imports.
 */
const FLOORS = [
  'text',
  'files',
  'audit',
  'engine',
  'tables',
  'normalize',
  'prepare',
  'ingest',
  'verify',
  'inspect',
  'rivals',
  'score',
  'check',
  'findings',
  'decide',
  'result',
  'report',
  'synth',
  'pipeline',
  'evaluate',
  'schemas',
  'commands',
];

const folder = (name) => `^src/${name}/`;
const above = (floor) => `^src/(${FLOORS.slice(floor + 1).join('|')})/|^src/cli\\.ts$`;

/** What a folder may not know although it lies below: the "may not" column of docs/architecture.md. */
const APART = [
  ['normalize', ['engine', 'tables'], 'pure functions on one text: no SQL engine'],
  ['inspect', ['prepare', 'tables', 'engine'], 'a proposal looks at bytes and values, never at tables'],
  ['rivals', ['normalize'], 'rules are queries: what compares stands in verify/'],
  [
    'report',
    ['engine', 'tables', 'prepare', 'ingest', 'verify', 'rivals', 'score', 'check', 'result'],
    'writers get a result, and query nothing',
  ],
  [
    'decide',
    ['engine', 'tables', 'prepare', 'ingest', 'rivals', 'score', 'check'],
    'decisions are held against what a run wrote',
  ],
  [
    'synth',
    FLOORS.filter((name) => !['text', 'files', 'engine', 'synth'].includes(name)),
    'made-up worlds know nothing of the judge',
  ],
];

const VIEWER = '^src/report/html/viewer/';
const VIEWER_DATA = [
  '^src/report/html/(viewer-data|script-data|case/facet-names)\\.ts$',
  '^src/report/text/viewer-words\\.ts$',
];

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or lack a third that both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...FLOORS.map((name, floor) => ({
      name: `no-upward-import-from-${name}`,
      comment: 'Imports point down; what two floors share stands in audit/ or text/.',
      severity: 'error',
      from: { path: folder(name) },
      to: { path: above(floor) },
    })),
    ...APART.map(([name, others, comment]) => ({
      name: `${name}-keeps-apart`,
      comment,
      severity: 'error',
      from: { path: folder(name) },
      to: { path: `^src/(${others.join('|')})/` },
    })),
    {
      name: 'a-run-does-without',
      comment: 'A run uses no synthetic world, no evaluation and no proposal.',
      severity: 'error',
      from: { path: '^src/pipeline/' },
      to: { path: '^src/(synth|evaluate|inspect)/' },
    },
    {
      name: 'viewer-knows-no-writer',
      comment:
        'What the viewer imports goes into the browser: the data it reads, the words, and nothing of Node.',
      severity: 'error',
      from: { path: VIEWER },
      to: { pathNot: [VIEWER, '^src/(audit|text)/', ...VIEWER_DATA] },
    },
    {
      name: 'viewer-is-bundled',
      comment: 'The program reads the bundle as text; it cannot call what runs in a browser.',
      severity: 'error',
      from: { pathNot: VIEWER },
      to: { path: VIEWER },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^src/',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
};
