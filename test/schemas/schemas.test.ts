import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedSchema, SCHEMAS, type SchemaName } from '../../src/schemas/index.js';

const NAMES = Object.keys(SCHEMAS) as SchemaName[];

describe('the published schemas', () => {
  it('are there, one each', () => {
    expect(readdirSync('docs/schemas').toSorted()).toEqual(
      NAMES.map((name) => `${name}.schema.json`).toSorted(),
    );
  });

  it.each(NAMES)('%s is current (npm run schema writes it)', (name) => {
    expect(readFileSync(`docs/schemas/${name}.schema.json`, 'utf8')).toBe(publishedSchema(name));
  });
});
