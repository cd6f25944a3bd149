import { z } from 'zod';
import { INPUT_FORMATS, namesOf, REPORT_FORMATS } from '../../audit/formats.js';
import { LINK_ITEMS, REGISTER_ITEMS, TIES } from '../../audit/items.js';

/** Date notations a column may declare; without one, any notation that cannot be misread is accepted. */
export const DATE_FORMATS = [
  'iso',
  'slash',
  'yyyymmdd',
  'wareki',
  'era-code-12345',
  'era-code-13579',
  'jpki',
] as const;

/** Every accepted spelling of an encoding, and the name used inside the program. */
export const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  cp932: 'cp932',
  ms932: 'cp932',
  'windows-31j': 'cp932',
  shift_jis: 'cp932',
  'shift-jis': 'cp932',
  sjis: 'cp932',
  'euc-jp': 'euc-jp',
  eucjp: 'euc-jp',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  ibm930: 'ibm930',
  cp930: 'ibm930',
  ibm939: 'ibm939',
  cp939: 'ibm939',
};

const text = z.string().min(1);
const textOrList = z.union([text, z.array(text).min(1)]);
const codes = z
  .record(text, text)
  .meta({
    description:
      'status のみ: コード → 意味（現存、転出、死亡、職権消除、有効、失効など） / of status alone: code → what it means (living, departed, deceased, valid, expired …)',
  })
  .optional();
const column = z
  .union([text, z.array(text).min(1), z.strictObject({ column: textOrList, format: text.optional(), codes })])
  .meta({
    description:
      '列名、列名の並び（鍵・日付は「-」、氏名・住所は空白でつなぐ。日付は 元号・年・月・日 の順）、または {column, format, codes} / column name, names (keys and dates joined with -, names and addresses with a blank; of a date era, year, month, day), or {column, format, codes}',
  });

const itemColumns = (items: readonly string[]) =>
  z.strictObject(Object.fromEntries(items.map((item) => [item, column.optional()])));

const share = z.number().min(0).max(1);
const bytes = z.tuple([z.int().min(1), z.int().min(1)]);

const input = {
  file: textOrList.meta({
    description:
      'ファイル（パイプラインファイルからの相対パス、ワイルドカード可） / files, relative to this file; globs allowed',
  }),
  format: z.enum(namesOf(INPUT_FORMATS)).optional(),
  encoding: text
    .meta({ description: `文字コード / ${[...new Set(Object.values(ENCODINGS))].join(', ')}` })
    .optional(),
  layout: z
    .record(text, bytes)
    .meta({ description: '固定長: 項目名 → [開始バイト, 長さ] / fixed width: field → [start byte, length]' })
    .optional(),
  record_length: z
    .int()
    .min(1)
    .meta({ description: '固定長: レコードのバイト数 / bytes of a record' })
    .optional(),
  data_records: z
    .strictObject({ at: bytes, is: text })
    .meta({
      description: '固定長: データレコードの見分け方 / which records hold data, by the bytes at a place',
    })
    .optional(),
  delimiter: text.max(1).optional(),
  header: z
    .boolean()
    .meta({ description: '見出し行の有無（無いとき列名は 1, 2, 3 …） / without one, columns are 1, 2, 3 …' })
    .optional(),
  skip_rows: z.int().min(0).meta({ description: '見出しより前の行数 / rows above the header' }).optional(),
  sheet: text
    .meta({
      description:
        'xlsx・ods: シート名（既定は隠れていない先頭）。* は列の揃ったすべてのシート / sheet name, the first not hidden unless told; * for every sheet with the columns',
    })
    .optional(),
  max_reject_share: share.optional(),
};

export const register = z.strictObject({ ...input, columns: itemColumns(REGISTER_ITEMS) });

export const link = z.strictObject({
  ...input,
  columns: itemColumns(LINK_ITEMS),
  title: z.union([text, z.strictObject({ ja: text.optional(), en: text.optional() })]).optional(),
  via: z
    .enum(TIES)
    .meta({
      description:
        '住民に結び付ける項目（既定 my_number）。個人番号を持たない事務は、証明書のシリアル番号か宛名番号（resident_id） / the item that ties a record to a resident, my_number unless told; where a source carries none, the serial of a certificate or the resident_id of the register',
    })
    .optional(),
  one_per_resident: z.boolean().optional(),
  one_per_record: z.boolean().optional(),
  max_unknown_share: share.optional(),
});

const gazetteer = z.union([
  text,
  z.strictObject({
    file: text,
    within: text
      .meta({
        description:
          '市区町村のない地名に補う都道府県と市区町村 / prefecture and municipality of places that are written without',
      })
      .optional(),
  }),
]);

const trino = z.strictObject({
  url: text.meta({ description: 'コーディネータ / the coordinator, https://trino.example:8443' }),
  user: text,
  password_file: text
    .meta({
      description:
        'パスワードだけを書いたファイル（または環境変数 TOTSUGO_TRINO_PASSWORD） / a file with the password alone (or the variable TOTSUGO_TRINO_PASSWORD)',
    })
    .optional(),
  token_file: text
    .meta({
      description:
        'JWT だけを書いたファイル（または環境変数 TOTSUGO_TRINO_TOKEN） / a file with the JWT alone (or the variable TOTSUGO_TRINO_TOKEN)',
    })
    .optional(),
  ca_file: text
    .meta({
      description: '証明書（PEM）。既定はシステムの証明書 / certificates (PEM) in place of the system’s',
    })
    .optional(),
  catalog: text.meta({ description: 'hive コネクタのカタログ / a catalog of the hive connector' }),
  schema: text.meta({
    description:
      '作業スキーマの名前の頭（実行ごとに <schema>_run_… を作り、終わりに消す） / how names of work schemas begin: each run makes <schema>_run_… and drops it at its end',
  }),
  shared: text.meta({
    description: 'クラスタと共有するフォルダ / a folder that the cluster sees as well',
  }),
  location: text
    .meta({
      description:
        '共有フォルダをクラスタがどう呼ぶか（既定 local:///） / what the cluster calls that folder, such as s3://bucket/folder; local:/// unless told',
    })
    .optional(),
});

/** The shape of a pipeline file as written; what a shape cannot say is in semantics.ts. */
export const pipelineSchema = z.strictObject({
  version: z.literal(1),
  name: text.optional(),
  as_of: text
    .meta({ description: '基準日 / the day on which ages and validity are judged, YYYY-MM-DD' })
    .optional(),
  register,
  links: z.record(text, link),
  review: z
    .strictObject({
      threshold: share.optional(),
      sample_clean: z.int().min(0).optional(),
      reviewers: z
        .union([text, z.array(z.union([text, z.int().min(0)])).min(1)])
        .meta({
          description:
            '点検担当者のコード: 一覧、またはコード全体に合う正規表現 / codes of reviewers: a list, or a pattern for a whole code',
        })
        .optional(),
    })
    .optional(),
  report: z
    .strictObject({
      language: z.enum(['ja', 'en']).optional(),
      formats: z.array(z.enum(namesOf(REPORT_FORMATS))).optional(),
      split_by: z.enum(['organisation']).optional(),
      organisations: text
        .meta({
          description:
            '機関の名称: コード,名称 の CSV（市区町村・都道府県は不要） / names of organisations: a CSV of code,name (municipalities and prefectures are known)',
        })
        .optional(),
    })
    .optional(),
  privacy: z
    .strictObject({
      key_file: text.optional(),
      disclosure: z
        .enum(['full', 'minimum'])
        .meta({
          description:
            'minimum: 一致する文字は求められるまで表示せず、表示した記録を残す / what agrees is hidden until asked for, and asking is recorded',
        })
        .optional(),
      recipients: z
        .record(z.string(), z.union([text, z.array(text).min(1)]))
        .meta({
          description:
            '機関コード: age の公開鍵（age1…）、または並び。その機関の画面一式を暗号化して bundles/ に書く / code of an organisation: its age recipient (age1…), or several; its pages are encrypted for them into bundles/',
        })
        .optional(),
    })
    .optional(),
  model: text.optional(),
  gazetteer: z
    .union([text, z.array(gazetteer).min(1)])
    .meta({
      description:
        '地名の新旧対応表（CSV）: 旧い町名・市区町村・団体コード → 新しいもの、住居表示旧新対照表、アドレス・ベース・レジストリの町字マスター / tables of places that changed their names or lots: old place or code → new, old town and lot → new, or towns of the Address Base Registry',
    })
    .optional(),
  decisions: text.optional(),
  audit_log: text
    .meta({
      description:
        '監査ログを置くフォルダ（既定: このファイルと同じ場所） / folder of the audit log; beside this file unless told',
    })
    .optional(),
  engine: z
    .strictObject({ trino })
    .meta({
      description:
        '台帳規模の処理を Trino のクラスタで行うとき（docs/cluster.md）。なければこのプロセスの DuckDB だけで行う / a Trino cluster for the work of register size (docs/cluster.md); without it all is done by DuckDB in this process',
    })
    .optional(),
  on_finish: textOrList
    .meta({
      description:
        '実行が終わった後に起動するプログラム、またはプログラムと引数の並び（シェルは通しません。最後の引数: 出力先フォルダ、標準入力: summary.json） / program to start after a run, or a list of program and arguments (no shell; last argument: the output folder, summary.json on stdin)',
    })
    .optional(),
  on_finish_seconds: z
    .int()
    .min(1)
    .max(86_400)
    .meta({ description: 'on_finish の制限時間（秒、既定 600） / time limit of on_finish, 600 unless told' })
    .optional(),
  max_reject_share: share.optional(),
  max_unknown_share: share.optional(),
});

export type WrittenPipeline = z.input<typeof pipelineSchema>;
export type WrittenInput = WrittenPipeline['register'];
export type WrittenLink = WrittenPipeline['links'][string];
export type WrittenColumn =
  | string
  | string[]
  | {
      column: string | string[];
      format?: string | undefined;
      codes?: Record<string, string> | undefined;
    };

/** The JSON Schema of pipeline files, for editors; published as `pipelines/pipeline.schema.json`. */
export function pipelineJsonSchema(): string {
  const schema = z.toJSONSchema(pipelineSchema, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ title: 'totsugo pipeline file', ...schema }, null, 2)}\n`;
}
