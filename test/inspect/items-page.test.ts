import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINK_ITEMS, REGISTER_ITEMS } from '../../src/audit/items.js';
import { describeItems } from '../../src/inspect/describe-items.js';

const PAGE = readFileSync(new URL('../../docs/items.md', import.meta.url), 'utf8');

describe('docs/items.md', () => {
  it.each([
    ['register', REGISTER_ITEMS],
    ['link', LINK_ITEMS],
  ] as const)('has every item of a %s, as the code does (npm run docs)', (of, items) => {
    expect(PAGE).toContain(describeItems(of));
    for (const item of items) expect(describeItems(of)).toContain(`| \`${item}\``);
  });
});
