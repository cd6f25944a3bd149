import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { type Document, isMap, parseDocument, YAMLMap } from 'yaml';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { writeWhole } from '../files/write-whole.js';
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
  // A link stays a link: what it leads to is replaced.
  const path = await realpath(pipelinePath).catch(() => pipelinePath);
  const before = await readRegular(path, LIMITS.pipeline).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const document = parseDocument(before?.toString('utf8') ?? 'version: 1\n');
  const links = document.errors.length > 0 || !isMap(document.contents) ? null : document.get('links');
  if (document.errors.length > 0 || !isMap(document.contents) || (links != null && !isMap(links))) {
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
  if (place.length === 2 && links == null) document.set('links', new YAMLMap());
  document.setIn(place, node);
  const { mode } = before === null ? { mode: 0o600 } : await stat(path);
  await writeWhole(path, document.toString({ lineWidth: 0 }), mode & 0o777);
  return place.join('.');
}
