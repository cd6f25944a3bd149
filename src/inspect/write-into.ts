import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { type Document, isMap, parseDocument, YAMLMap } from 'yaml';
import type { Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import type { Inspection } from './inspection.js';
import { sourceNode } from './source-block.js';

/**
 * Adds the source block of an inspection to a pipeline file, which keeps its comments and order; a register goes
 * to `register`, anything else to `links.<key>`. A file that does not exist yet is begun. Gives the place.
 *
 * @throws {Failure} with exit code 2: `inspect-key-taken` when the place holds something already, `pipeline-file`
 *   when the file is not readable as YAML.
 */
export async function writeIntoPipeline(
  inspection: Inspection,
  pipelinePath: string,
  key: string,
  language: Language,
): Promise<string> {
  const text = await readFile(pipelinePath, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'version: 1\n';
    throw error;
  });
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) {
    throw new Failure('pipeline-file/no-yaml', { values: { path: pipelinePath } });
  }
  const place = inspection.kind === 'register' ? ['register'] : ['links', key];
  if (document.hasIn(place)) {
    throw new Failure('inspect-key-taken', {
      values: { path: pipelinePath, key: place.join('.') },
    });
  }
  const file = relative(dirname(resolve(pipelinePath)), resolve(inspection.path));
  const node = sourceNode(document as Document, inspection, file, language);
  if (place.length === 2 && !isMap(document.get('links'))) document.set('links', new YAMLMap());
  document.setIn(place, node);
  await writeFile(pipelinePath, document.toString({ lineWidth: 0 }));
  return place.join('.');
}
