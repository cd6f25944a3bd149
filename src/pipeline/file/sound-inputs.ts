import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import type { InputSpec, LinkSpec } from '../../audit/pipeline-file.js';
import { LIMITS, readRegular } from '../../files/regular-file.js';
import { isRecord } from './input-problems.js';
import { link, register, type WrittenInput, type WrittenLink } from './schema.js';
import { semanticProblems } from './semantics.js';
import { DEFAULT_MAX_REJECT_SHARE, toInput, toLink } from './to-pipeline-file.js';

/** Inputs of a pipeline file that are written without a mistake, though others or the file's other keys are not. */
export interface SoundInputs {
  readonly dir: string;
  readonly asOf: string | null;
  readonly inputs: readonly InputSpec[];
}

/** So that what is wrong with their files is told together with what is wrong in the pipeline file. */
export async function soundInputs(path: string): Promise<SoundInputs> {
  const nothing = { dir: dirname(resolve(path)), asOf: null, inputs: [] };
  const document = parseDocument((await readRegular(path, LIMITS.pipeline)).toString('utf8'));
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return nothing;
  const value = plainValue(document);
  if (!isRecord(value)) return nothing;
  const wrong = semanticProblems(value).map((problem) => problem.path.map(String).join('\u0000'));
  const isSound = (place: readonly string[]) => !wrong.some((at) => at.startsWith(place.join('\u0000')));
  const links = isRecord(value.links) ? Object.entries(value.links) : [];
  const ofRegister =
    register.safeParse(value.register).success && isSound(['register'])
      ? [toInput('register', value.register as WrittenInput, DEFAULT_MAX_REJECT_SHARE)]
      : [];
  const ofLinks = links
    .filter(([id, one]) => link.safeParse(one).success && isSound(['links', id]))
    .map(
      ([id, one]): Omit<LinkSpec, 'maxUnknownShare'> =>
        toLink(id, one as WrittenLink, DEFAULT_MAX_REJECT_SHARE),
    );
  return { ...nothing, inputs: [...ofRegister, ...ofLinks] };
}

function plainValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}
