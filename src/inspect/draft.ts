import { dirname, relative, resolve } from 'node:path';
import { Document, YAMLMap } from 'yaml';
import type { Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';
import { sourceNode } from './source-block.js';

/** The sources of a pipeline file to be written. */
export interface Draft {
  readonly name: string;
  readonly register: Inspection;
  readonly links: readonly { readonly key: string; readonly inspection: Inspection }[];
}

/** Where nobody answers, an item that is no more likely than this is left to be asked. */
const LIKELY = 0.5;

/** An inspection without items that are hardly likely, whether the file can be read without them or not. */
export function onlyLikely(inspection: Inspection): Inspection {
  const mapping = inspection.mapping.filter(({ confidence }) => confidence >= LIKELY);
  const has = (item: string) => mapping.some((one) => one.item === item);
  return {
    ...inspection,
    mapping,
    items: inspection.items.filter(({ item }) => has(item)),
    preview: inspection.preview.filter(({ item }) => has(item)),
    questions: inspection.questions.filter(({ item, kind }) => kind !== 'codes' || has(item)),
  };
}

/** The text of a pipeline file, with comments that say why each column was taken. */
export function draftText({ name, register, links }: Draft, path: string, language: Language): string {
  const document = new Document({ version: 1, name });
  const dir = dirname(resolve(path));
  const node = (inspection: Inspection) =>
    sourceNode(document, inspection, relative(dir, resolve(inspection.path)), language);
  document.set('register', node(register));
  const sources = new YAMLMap();
  for (const { key, inspection } of links) sources.set(document.createNode(key), node(inspection));
  document.set('links', sources);
  return document.toString({ lineWidth: 0 });
}
