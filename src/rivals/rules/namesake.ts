import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'namesake',
  title: { ja: '紐付け先の同姓同名', en: 'Namesake of the linked resident' },
  relation: 'resembles',
  cap: 20,
  reads: ['suspects', 'namesakes'],
  sql: `
    SELECT s.lid, n.other AS rid, 0 AS closeness FROM suspects s JOIN namesakes n ON n.rid = s.rid`,
};

export default rule;
