import { WORLD_DAY } from '../world.js';
import type { Encoding } from './files.js';

/** The pipeline file of a world, ready for `totsugo run`; paths are relative to it. */
export function pipelineYaml(name: string, encoding: Encoding): string {
  const enc = encoding === 'utf-8' ? '' : `\n    encoding: ${encoding}`;
  const registerEnc = encoding === 'utf-8' ? '' : `\n  encoding: ${encoding}`;
  return `version: 1
name: ${name}
as_of: ${WORLD_DAY}
register:
  file: residents.csv${registerEnc}
  columns:
    resident_id: 宛名番号
    my_number: 個人番号
    household_id: 世帯番号
    name: 氏名
    former_name: 旧氏
    alias: 通称
    kana: フリガナ
    birth_date: {column: 生年月日, format: wareki}
    sex: 性別
    address: 住所
    previous_address: 転入前住所
    municipality: 市区町村コード
    status: 住民状態
    moved_on: 異動日
    protected: 支援措置
    auth_serial: 利用者証明用シリアル番号
    sign_serial: 署名用シリアル番号
links:
  cards:
    title: {ja: マイナンバーカード, en: My Number cards}
    file: cards.csv${enc}
    columns:
      record_id: 発行番号
      my_number: 個人番号
      name: 氏名
      birth_date: {column: 生年月日, format: wareki}
      sex: 性別
      address: 住所
      organisation: 交付市区町村コード
      registered_at: 交付日時
      terminal: 端末番号
      operator: 担当者コード
    one_per_resident: true
  insurance:
    title: {ja: 健康保険証, en: Health insurance}
    file: insurance.csv${enc}
    columns:
      record_id: [保険者番号, 記号, 番号, 枝番]
      my_number: 個人番号
      kana: 氏名カナ
      name: 氏名
      birth_date: {column: 生年月日, format: era-code-12345}
      sex: 性別
      address: 住所
      organisation: 保険者番号
      registered_at: 登録日時
      lookup: 取得方法
  accounts:
    title: {ja: 公金受取口座, en: Public-money accounts}
    file: accounts.txt
    format: fixed
    encoding: cp932
    layout:
      bank: [1, 4]
      branch: [5, 3]
      type: [8, 1]
      number: [9, 7]
      holder: [16, 30]
      my_number: [46, 12]
      registered_at: [58, 14]
      terminal: [72, 6]
    columns:
      record_id: [bank, branch, type, number]
      my_number: my_number
      kana: holder
      registered_at: registered_at
      terminal: terminal
      organisation: bank
    one_per_record: true
  services:
    title: {ja: 民間サービス, en: Private services}
    file: services.jsonl
    format: jsonl
    via: auth_serial
    columns:
      record_id: user_id
      auth_serial: serial
      name: name
      birth_date: birth_date
      sex: gender
      address: address
      organisation: provider
      registered_at: registered_at
`;
}
