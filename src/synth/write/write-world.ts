import type { Engine } from '../../engine/engine.js';
import { addressSql } from '../address-sql.js';
import { bankKanaSql, halfKanaSql } from '../names/kana-sql.js';
import { SOURCES } from '../records.js';
import { serialSql } from './exports.js';
import { type Encoding, writeCsv, writeJsonl, writeLines } from './files.js';

/** Writes the register and the four sources into `out`, in the shapes that pipelines/emergency-review.yaml describes. */
export async function writeWorld(engine: Engine, out: string, encoding: Encoding): Promise<void> {
  await writeCsv(engine, registerSql(), out, 'residents.csv', encoding);
  await writeCsv(engine, cardsSql(), out, 'cards.csv', encoding);
  await writeCsv(engine, insuranceSql(), out, 'insurance.csv', encoding);
  await writeLines(engine, accountsSql(), out, 'accounts.txt', 'cp932');
  await writeJsonl(engine, servicesSql(), out, 'services.jsonl');
  await writeCsv(engine, duplicatesSql(), out, 'truth-residents.csv', 'utf-8');
  const truth = SOURCES.map(
    (source, n) => `SELECT ${n} AS src, '${source}' AS source, record_id, resident_id, true_resident_id,
      CAST(wrong AS INTEGER) AS wrong, cause, nullif(note, '') AS note, rid FROM out_${source}`,
  );
  await writeCsv(
    engine,
    `SELECT * EXCLUDE (src, rid) FROM (${truth.join(' UNION ALL ')}) ORDER BY src, ${fileOrder('src = 2')}`,
    out,
    'truth.csv',
    'utf-8',
  );
}

/** Residents entered twice: what `duplicate-resident` should find. */
function duplicatesSql(): string {
  return `SELECT a.resident_id, b.resident_id AS other_resident_id, 'duplicate-resident' AS relation
    FROM duplicates d JOIN facts a ON a.pid = d.a JOIN facts b ON b.pid = d.b ORDER BY 1, 2`;
}

/** Accounts stand by account number, with a shared one's rows together; the rest in the order made. */
function fileOrder(isAccounts: string): string {
  return `CASE WHEN ${isAccounts} THEN record_id END, rid`;
}

function registerSql(): string {
  const japanese = `fn.text || CASE WHEN f.former_registered AND f.ord % 4 = 0 THEN '［' || mn.text || '］' ELSE '' END || '　' || gn.text`;
  const foreign = `fn.text || ' ' || gn.text || CASE WHEN fn.hanzi IS NOT NULL AND gn.hanzi IS NOT NULL AND f.ord % 2 = 0
    THEN '＿' || fn.hanzi || '　' || gn.hanzi ELSE '' END`;
  const birth = `CASE WHEN p.nation > 0 THEN gregorian(p.birth, false)
    ELSE wareki(p.birth, rnd('register.day-unknown', p.pid) < 0.0002) END`;
  return `
    SELECT f.resident_id AS "宛名番号", n.my_number AS "個人番号", f.household_no AS "世帯番号",
      CASE WHEN p.nation > 0 THEN ${foreign} ELSE ${japanese} END AS "氏名",
      CASE WHEN f.former_registered AND f.ord % 4 <> 0 THEN mn.text END AS "旧氏",
      CASE WHEN f.alias_id IS NOT NULL THEN an.text || '　' || coalesce(gn.hanzi, gn.kana) END AS "通称",
      CASE WHEN NOT f.kana_missing THEN fn.kana || '　' || gn.kana END AS "フリガナ",
      ${birth} AS "生年月日", CASE p.sex WHEN 1 THEN '男' ELSE '女' END AS "性別",
      ${addressSql('pc', '0', 'true', '1')} AS "住所",
      CASE WHEN f.mover THEN ${addressSql('pf', '0', 'true', '1')} END AS "転入前住所",
      pc.code AS "市区町村コード", ['住民', '死亡', '転出'][f.state + 1] AS "住民状態",
      CASE WHEN f.state > 0 THEN f.state_on WHEN f.mover THEN f.moved_on END AS "異動日",
      CASE WHEN f.protected THEN '1' END AS "支援措置",
      ${serialSql('auth', 'f.serial_order')} AS "利用者証明用シリアル番号",
      CASE WHEN f.age >= 15 THEN ${serialSql('sign', 'f.serial_order')} END AS "署名用シリアル番号"
    FROM people p JOIN facts f USING (pid) JOIN numbers n USING (pid)
    JOIN family_name fn ON fn.id = p.family_id JOIN given_name gn ON gn.id = p.given_id
    LEFT JOIN family_name mn ON mn.id = p.maiden_id LEFT JOIN family_name an ON an.id = f.alias_id
    JOIN places pc ON pc.aid = f.aid JOIN places pf ON pf.aid = p.hid * 2 + 1
    WHERE NOT p.outsider ORDER BY f.ord`;
}

function cardsSql(): string {
  return `
    SELECT record_id AS "発行番号", my_number AS "個人番号", name AS "氏名",
      CASE WHEN nation > 0 THEN gregorian(birth, day_unknown) ELSE wareki_short(birth, day_unknown) END AS "生年月日",
      CASE sex WHEN 1 THEN '男' WHEN 2 THEN '女' END AS "性別", address AS "住所", org AS "交付市区町村コード",
      strftime(stamp, '%Y-%m-%d %H:%M:%S') AS "交付日時", terminal AS "端末番号", operator AS "担当者コード"
    FROM out_cards ORDER BY rid`;
}

function insuranceSql(): string {
  return `
    SELECT split_part(record_id, '-', 1) AS "保険者番号", split_part(record_id, '-', 2) AS "記号",
      split_part(record_id, '-', 3) AS "番号", split_part(record_id, '-', 4) AS "枝番", my_number AS "個人番号",
      ${halfKanaSql('kana')} AS "氏名カナ", name AS "氏名", era_code(birth, day_unknown) AS "生年月日",
      CAST(sex AS VARCHAR) AS "性別", address AS "住所", strftime(stamp, '%Y-%m-%d %H:%M:%S') AS "登録日時",
      CASE WHEN cause = 'namesake' OR rnd('lookup', k) < 0.12 THEN '照会（カナ氏名・生年月日・性別）'
        WHEN rnd('lookup', k) < 0.4 THEN '照会（４情報）' ELSE '本人申告' END AS "取得方法"
    FROM out_insurance ORDER BY rid`;
}

/** The fixed-width record of the bank's file: 77 bytes in CP932, one byte a character. */
function accountsSql(): string {
  return `
    SELECT replace(record_id, '-', '') || rpad(substr(coalesce(${bankKanaSql('kana')}, ''), 1, 30), 30, ' ') || my_number
      || strftime(stamp, '%Y%m%d%H%M%S') || rpad(coalesce(terminal, ''), 6, ' ') AS line
    FROM out_accounts ORDER BY ${fileOrder('true')}`;
}

function servicesSql(): string {
  return `
    SELECT record_id AS user_id, serial, replace(name, '　', ' ') AS name, iso(birth, day_unknown) AS birth_date,
      CASE sex WHEN 1 THEN 'M' WHEN 2 THEN 'F' END AS gender, address, org AS provider,
      strftime(stamp, '%Y-%m-%dT%H:%M:%S') AS registered_at
    FROM out_services ORDER BY rid`;
}
