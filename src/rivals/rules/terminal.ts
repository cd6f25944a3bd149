import { type BlockingRule, SESSION_SECONDS } from '../rule.js';

const session = (row: string) => `${row}.ts - ${row}.ts % ${SESSION_SECONDS}`;

const rule: BlockingRule = {
  id: 'terminal',
  title: { ja: '同じ端末で前後30分に登録', en: 'Registered at the same terminal within half an hour' },
  relation: 'terminal',
  cap: 6,
  reads: ['suspects', 'links'],
  sql: `
    SELECT s.lid, n.rid, n.lid AS beside, abs(n.ts - s.ts) AS closeness
    FROM suspects s CROSS JOIN (VALUES (-1), (0), (1)) AS d(k)
    JOIN links n ON n.src = s.src AND n.terminal = s.terminal AND ${session('n')} = ${session('s')} + d.k * ${SESSION_SECONDS}
    WHERE n.rid IS NOT NULL AND n.lid <> s.lid AND abs(n.ts - s.ts) <= ${SESSION_SECONDS}`,
};

export default rule;
