import { shownName } from '../../audit/header-names.js';
import type { CanonicalItem } from '../../audit/items.js';
import { type Question, questionTexts } from '../../inspect/index.js';
import type { Language } from '../../text/bilingual.js';
import { Failure } from '../../text/failure.js';
import type { Source } from './sources.js';

/** Without one of these no pipeline file can be written; all else may stay open. */
const NEEDED: ReadonlySet<CanonicalItem> = new Set([
  'resident_id',
  'record_id',
  'my_number',
  'auth_serial',
  'sign_serial',
]);

/** A source that no pipeline file can be written for: what it lacks, and nothing else, with options that can be copied. */
export function openItems({ key, inspection }: Source): Failure {
  const lacks = inspection.questions.filter(
    ({ item, kind }) => NEEDED.has(item) && (kind === 'missing' || kind === 'guess'),
  );
  const told = lacks.length > 0 ? lacks : inspection.questions;
  const lines = (language: Language) =>
    told
      .flatMap((question) => [
        ...questionTexts([question], language).map((text) => `- ${text}`),
        ...optionsFor(key, question).map((option) => `    ${option}`),
      ])
      .join('\n');
  return new Failure('init-open', {
    values: { path: inspection.path, source: key, questions: { ja: lines('ja'), en: lines('en') } },
  });
}

/** Of a guess the very option that takes it; none where a name holds what is not shown, or what a shell would read. */
function optionsFor(key: string, { item, kind, columns }: Question): readonly string[] {
  const canBeCopied = columns.every((name) => shownName(name) === name && !name.includes("'"));
  return kind === 'guess' && canBeCopied ? [`--map '${key}.${item}=${columns.join('+')}'`] : [];
}
