import type { ModelView } from '../audit/model-view.js';
import { type DecisionStore, labelsOf, statusOf } from '../decide/index.js';
import { BIN_EDGES, reliabilityOf } from '../decide/reliability.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { kindsThat } from '../findings/kinds/index.js';
import { kindTexts } from '../findings/titles.js';

/** How the probabilities of all links spread over the bins of the calibration, and what people have settled of them. */
export async function modelFigures(
  engine: Engine,
  decisions: DecisionStore,
): Promise<Pick<ModelView, 'distribution' | 'reliability'>> {
  const place = BIN_EDGES.map((edge) => `CAST(probability >= ${edge} AS INTEGER)`).join(' + ');
  const rows = await engine.rows<{ place: number; n: number }>(
    `SELECT greatest(${place}, 1) - 1 AS place, count(*) AS n FROM verdicts WHERE rid IS NOT NULL GROUP BY ALL`,
  );
  const distribution = BIN_EDGES.map((from, at) => ({
    from,
    links: rows.find((row) => row.place === at)?.n ?? 0,
  }));
  if (decisions.kept.length === 0) return { distribution };
  return { distribution, reliability: reliabilityOf(await settledLinks(engine, decisions)) };
}

const KINDS = [...kindsThat(({ asksWhoseRecord }) => asksWhoseRecord)].map(literal).join(', ');

async function settledLinks(engine: Engine, decisions: DecisionStore) {
  const settled: { probability: number; wrong: boolean }[] = [];
  const query = `
    SELECT f.finding_id, f.fingerprint, f.kind, v.probability
    FROM (SELECT * FROM findings WHERE kind IN (${KINDS}) UNION ALL SELECT * FROM blind_sample) f
    JOIN verdicts v ON v.lid = f.lid ORDER BY f.lid, f.kind`;
  for await (const { rows, columns } of engine.batches(query)) {
    for (let i = 0; i < rows; i++) {
      const [id, fingerprint, kind] = [0, 1, 2].map((c) => columns[c]![i] as string) as [
        string,
        string,
        string,
      ];
      const status = statusOf(decisions, id, fingerprint, kindTexts(kind).severity);
      for (const { wrong } of labelsOf([[id, status]])) {
        settled.push({ probability: columns[3]![i] as number, wrong });
      }
    }
  }
  return settled;
}
