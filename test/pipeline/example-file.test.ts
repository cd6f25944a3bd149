import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LINK_ITEMS, REGISTER_ITEMS } from '../../src/audit/items.js';
import { pipelineJsonSchema } from '../../src/pipeline/file/schema.js';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

/** Every key of a schema, however deep, without those that users choose. */
function keysOf(node: Node): readonly string[] {
  const below = [
    ...Object.values(node.properties ?? {}),
    ...(typeof node.additionalProperties === 'object' ? [node.additionalProperties] : []),
    ...(node.items ? [node.items] : []),
    ...(node.anyOf ?? []),
  ];
  return [...Object.keys(node.properties ?? {}), ...below.flatMap(keysOf)];
}

it('pipelines/emergency-review.yaml has every key of a pipeline file, in use or as a remark', () => {
  const text = readFileSync('pipelines/emergency-review.yaml', 'utf8');
  const keys = new Set([...keysOf(JSON.parse(pipelineJsonSchema())), ...REGISTER_ITEMS, ...LINK_ITEMS]);
  expect(keys.size).toBeGreaterThan(50);
  expect([...keys].filter((key) => !new RegExp(`(^|[\\s{#])${key}:`, 'm').test(text))).toEqual([]);
});
