import { z } from 'zod';
import { CAUSES, KIND_TITLES } from '../findings/titles.js';

/** What the schemas of outputs share. */
export const text = z.string();
export const count = z.int().min(0);
export const share = z.number().min(0).max(1);
export const shareOrNull = share.nullable();
export const bilingual = z.strictObject({ ja: text, en: text });
export const grade = z.enum(['A', 'B', 'C', 'U']).describe('A 一致, B 説明可能, C 要確認, U 判定不能');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const day = z.iso.date();
export const moment = z.iso.datetime();
/** Names by which the pipeline file and the program call things: sources, items, comparisons. */
export const id = z.string().min(1);

export const findingKind = z.enum(Object.keys(KIND_TITLES) as [string, ...string[]]);
export const causeId = z.enum(Object.keys(CAUSES) as [string, ...string[]]);

/** Counts by the ids of kinds or causes; those that did not occur are absent. */
export const countsBy = (ids: z.ZodEnum<Record<string, string>>) => z.partialRecord(ids, count);

/** A row of the weighing as files have it. */
export const evidence = z.strictObject({
  item: id,
  level: id,
  weight: z.number().describe('bits; positive for the linked resident'),
  text: bilingual,
});

const counts = { read: count, unreadable: count, empty: count, distinct: count };
export const itemCount = {
  ...counts,
  later: z
    .strictObject({ rows: count, ...counts })
    .nullable()
    .describe('of rows drawn from behind those looked at first; null where there are none'),
};
