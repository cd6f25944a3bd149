import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec, PipelineFile } from '../audit/pipeline-file.js';
import type { QualityIssue } from '../audit/quality.js';
import type { Engine } from '../engine/engine.js';
import { fill } from '../text/bilingual.js';
import { countCharacters } from './characters.js';
import type { Check, CheckContext, Observation, UnreadSheets } from './check.js';
import { type ItemProfile, isUnique } from './counts.js';
import { countDates } from './dates.js';
import { profileInputs } from './profile.js';
import { mustNameResidents } from './register-limit.js';
import ageOver120 from './rules/age-over-120.js';
import checkDigits from './rules/check-digits.js';
import constantColumns from './rules/constant-columns.js';
import defaultDates from './rules/default-dates.js';
import distributionShift from './rules/distribution-shift.js';
import duplicateKeys from './rules/duplicate-keys.js';
import futureBirths from './rules/future-births.js';
import impossibleDates from './rules/impossible-dates.js';
import jumps from './rules/jumps.js';
import kanaInKanjiField from './rules/kana-in-kanji-field.js';
import kanjiInKanaField from './rules/kanji-in-kana-field.js';
import missingItems from './rules/missing-items.js';
import mojibake from './rules/mojibake.js';
import outOfEraDates from './rules/out-of-era-dates.js';
import privateUseCharacters from './rules/private-use-characters.js';
import registrationBeforeBirth from './rules/registration-before-birth.js';
import sexAgainstName from './rules/sex-against-name.js';
import shedZeros from './rules/shed-zeros.js';
import unknownCharacters from './rules/unknown-characters.js';
import unreadSheets from './rules/unread-sheets.js';
import unreadableDates from './rules/unreadable-dates.js';
import unreadableStatuses from './rules/unreadable-statuses.js';
import unreadableTimestamps from './rules/unreadable-timestamps.js';
import unusualPlaces from './rules/unusual-places.js';

/** Every data-quality check, in the order of the report. */
export const CHECKS: readonly Check[] = [
  checkDigits,
  duplicateKeys,
  shedZeros,
  unreadableDates,
  unreadableTimestamps,
  unreadableStatuses,
  outOfEraDates,
  impossibleDates,
  futureBirths,
  ageOver120,
  registrationBeforeBirth,
  defaultDates,
  mojibake,
  unknownCharacters,
  privateUseCharacters,
  kanaInKanjiField,
  kanjiInKanaField,
  constantColumns,
  missingItems,
  unusualPlaces,
  sexAgainstName,
  jumps,
  distributionShift,
  unreadSheets,
];

export interface CheckOptions {
  /** The day of the run, ISO (2023-06-22). */
  readonly asOf: string;
  /** The profile that the run before returned, to see jumps. */
  readonly previous?: readonly ItemProfile[];
  /** What reading the files left unread. */
  readonly unreadSheets?: readonly UnreadSheets[];
}

export interface CheckResult {
  readonly issues: readonly QualityIssue[];
  /** Keep it for the next run's `previous`. */
  readonly profile: readonly ItemProfile[];
}

/**
 * Runs every check over `raw_register` and the `raw_<source>` tables. Issues come in the order of `CHECKS`,
 * then of the inputs and their items, and hold counts only, never values.
 *
 * @throws {Failure} `register-duplicates` where the register's numbers do not name residents.
 */
export async function runChecks(
  engine: Engine,
  pipeline: PipelineFile,
  options: CheckOptions,
): Promise<CheckResult> {
  const inputs = [pipeline.register, ...pipeline.links];
  const profile = await profileInputs(engine, inputs);
  const profileOf = byItem(profile);
  // Where every number stands in one row there is nothing to count.
  const { register } = pipeline;
  if (!register.columns.my_number || !isUnique(profileOf(register, 'my_number')))
    await mustNameResidents(engine, register);
  const context: CheckContext = {
    inputs,
    asOf: Number(options.asOf.replaceAll('-', '')),
    profile,
    profileOf,
    previous: options.previous ?? null,
    unreadSheets: options.unreadSheets ?? [],
    dates: remembered((input, item) => countDates(engine, input, item)),
    characters: remembered((input, item) =>
      countCharacters(engine, input, item, profileOf(input, item).filled),
    ),
  };
  const issues: QualityIssue[] = [];
  for (const check of CHECKS) {
    const observations = await check.run(engine, context);
    for (const each of observations) if (each.count > 0) issues.push(issueOf(check, each));
  }
  return { issues, profile };
}

function issueOf(check: Check, { source, item, count, of, severity, what }: Observation): QualityIssue {
  const say = (language: 'ja' | 'en') => ({ what: what?.[language] ?? '' });
  return {
    check: check.id,
    severity: severity ?? check.severity,
    source,
    item,
    count,
    of,
    title: { ja: fill(check.title, say('ja')).ja, en: fill(check.title, say('en')).en },
    advice: check.advice,
  };
}

function byItem(profile: readonly ItemProfile[]): CheckContext['profileOf'] {
  const known = new Map(profile.map((each) => [`${each.source} ${each.item}`, each]));
  return ({ id }, item) => known.get(`${id} ${item}`)!;
}

/** Several checks ask for the same counts: the rows are read once. */
function remembered<T>(
  count: (input: InputSpec, item: CanonicalItem) => Promise<T>,
): (input: InputSpec, item: CanonicalItem) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (input, item) => {
    const key = `${input.id} ${item}`;
    const counts = known.get(key) ?? count(input, item);
    known.set(key, counts);
    return counts;
  };
}
