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

/** The text of a pipeline file, with comments that say why each column was taken. */
export function draftText({ name, register, links }: Draft, path: string, language: Language): string {
  const document = new Document({ version: 1, name });
  const dir = dirname(resolve(path));
  const placed = (path: string) => relative(dir, resolve(path));
  const node = (inspection: Inspection) => {
    const files = [inspection.path, ...(inspection.further ?? [])].map(placed);
    return sourceNode(document, inspection, files.length === 1 ? files[0]! : files.toSorted(), language);
  };
  document.set('register', node(register));
  const sources = new YAMLMap();
  for (const { key, inspection } of links) sources.set(document.createNode(key), node(inspection));
  document.set('links', sources);
  return document.toString({ lineWidth: 0 });
}
