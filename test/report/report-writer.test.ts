import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTION_PARTS } from '../../src/report/action-list.js';
import { reportWriter } from '../../src/report/report-writer.js';
import { VIEWER_WORDS } from '../../src/report/text/viewer-words.js';
import { familyCase, sampleResult, shownSample } from './sample-result.js';

describe('reportWriter', () => {
  it('is handed the parts of a case that it says it shows, and no other', async () => {
    const seen: object[] = [];
    const writer = reportWriter(['findingId', 'source', 'verdict'], async ({ organisations, cases }) => {
      for (const { organisation } of organisations) {
        for await (const batch of cases(organisation)) seen.push(...batch);
      }
    });
    const item = shownSample(familyCase('x'));
    const result = {
      ...sampleResult(),
      organisations: [{ organisation: 'o', findings: 1 }],
      async *cases() {
        yield [item];
      },
    };
    await writer.write(result, '');
    // A part that the case does not have is not made up.
    expect(seen).toEqual([{ findingId: item.findingId, source: item.source }]);
  });
});

it('the list for other systems shows keys, and no item of anybody', () => {
  const parts: readonly string[] = ACTION_PARTS;
  expect(
    parts.filter((part) => ['record', 'linked', 'candidates', 'evidence', 'levels'].includes(part)),
  ).toEqual([]);
});

it('the viewer says every one of its words', () => {
  const folder = new URL('../../src/report/html/viewer/', import.meta.url);
  const script = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  // Titles of facets are called by the name of the facet.
  const named = Object.keys(VIEWER_WORDS).filter((word) => !word.startsWith('facet'));
  expect(named.filter((word) => !new RegExp(`\\b${word}\\b`).test(script))).toEqual([]);
});
