import { findingEvidence } from '../audit/finding.js';
import type { LinkSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { evidenceOf } from '../score/evidence.js';
import type { Model } from '../score/model.js';
import { SAMPLE_HITS } from '../tables/found.js';
import type { Collected } from './collect.js';
import { findingId } from './finding-id.js';
import { fingerprint } from './fingerprint.js';
import { placeHider } from './hidden-places.js';
import { hitMarks } from './hit-marks.js';
import { readHits } from './hits.js';
import type { Marker } from './marks.js';

/** The kind of a case that is no finding: a clean link drawn so that people can judge what the program missed. */
export const CLEAN_SAMPLE = 'clean-sample';

/**
 * Draws `size` links of grade A or B about which nothing was found, by a hash of their keys: the same links
 * are drawn every night until their inputs change. Given in the order of lid, as cases for blind review.
 */
export async function drawBlindSample(
  engine: Engine,
  sources: readonly LinkSpec[],
  model: Model,
  size: number,
  marker: Marker,
): Promise<Collected[]> {
  await engine.run(`
    CREATE OR REPLACE TABLE sample_hits AS
    SELECT v.lid, CAST(0 AS UTINYINT) AS kind, CAST(NULL AS VARCHAR) AS group_key
    FROM verdicts v JOIN links l ON l.lid = v.lid
    WHERE v.grade IN ('A', 'B') AND v.lid NOT IN (SELECT lid FROM finding_hits)
    ORDER BY md5(v.src || '/' || l.record_id), v.lid LIMIT ${size}`);
  const seen = new Map<string, number>();
  return (await readHits(engine, SAMPLE_HITS, await placeHider(engine, marker))).map((hit): Collected => {
    const source = sources[hit.src]!.id;
    // Not the place in the file: rows that come and go elsewhere must leave the case as it is.
    const key = JSON.stringify([source, hit.recordId, hit.residentId]);
    const repeat = seen.get(key) ?? 0;
    seen.set(key, repeat + 1);
    const { rows } = evidenceOf(
      { ...hit, codes: hit.codes! },
      model.sources[source]!,
      hit.probability,
      false,
    );
    const id = findingId(CLEAN_SAMPLE, source, hit.recordId, hit.residentId!, repeat).replace('F-', 'S-');
    return {
      lid: hit.lid,
      rid: hit.rid,
      candidates: [],
      evidence: rows,
      // What the program makes of it stays hidden: no levels.
      marks: { ...hitMarks(hit, marker, source, []), levels: {} },
      finding: {
        finding_id: id,
        kind: CLEAN_SAMPLE,
        cause: null,
        source,
        record_id: hit.recordId,
        organisation: hit.organisation,
        resident_id: hit.residentId,
        grade: hit.grade,
        probability: Math.round(hit.probability * 1e6) / 1e6,
        candidates: [],
        related: [],
        incident: id,
        evidence: rows.map(findingEvidence),
        clusters: [],
        fingerprint: fingerprint(marker, CLEAN_SAMPLE, hit.record, hit.resident),
      },
    };
  });
}
