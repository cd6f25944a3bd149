import { describe, expect, test } from 'vitest';
import { reads } from '../../src/verify/reading/reading.js';

describe('a name in kana is read as it is spelled', () => {
  test.each([
    ['もえ', 'モエ', 'reads'],
    ['モエ', 'ﾓｴ', 'reads'],
    ['シヅ', 'シズ', 'reads'],
    ['さをり', 'サオリ', 'reads'],
    ['かほる', 'カオル', 'reads'],
    ['ゆふ', 'ユウ', 'reads'],
    ['ちゑ', 'チエ', 'reads'],
    ['みすゞ', 'ミスズ', 'reads'],
    ['サト', 'サド', 'near'],
    ['ミサキ', 'ミザキ', 'near'],
    ['ようこ', 'ヨコ', 'near'],
    ['モエ', 'モユ', 'differs'],
    ['もえ', 'モユ', 'differs'],
    ['ハナ', 'ワナ', 'differs'],
    ['はる', 'ワル', 'differs'],
    ['リツ', 'リン', 'differs'],
    ['キミ', 'キン', 'differs'],
    ['サチ', 'サツ', 'differs'],
    ['ユミ', 'ユノミ', 'differs'],
    ['みき', 'ミガキ', 'differs'],
    ['めい', 'マイ', 'differs'],
  ])('%s %s: %s', (name, kana, verdict) => expect(reads(name, kana).verdict).toBe(verdict));
});

describe('readings that nobody bears', () => {
  test.each([
    ['日出治', 'カズシ', 'differs'],
    ['未来', 'タダユキ', 'differs'],
    ['出男', 'ズオ', 'differs'],
    ['未央', 'マダオ', 'differs'],
    // and those that they bear
    ['日出治', 'ヒデハル', 'reads'],
    ['日出男', 'ヒデオ', 'reads'],
    ['未来', 'ミライ', 'reads'],
    ['未来', 'ミク', 'reads'],
    ['五日市', 'イツカイチ', 'reads'],
    ['遥日', 'ハルカ', 'reads'],
    ['勤', 'ツトム', 'reads'],
    ['治', 'オサム', 'reads'],
    ['出雲', 'イズモ', 'reads'],
  ])('%s %s: %s', (name, kana, verdict) => expect(reads(name, kana).verdict).toBe(verdict));
});

describe('readings that the dictionary lacked', () => {
  test.each([
    ['教史', 'カズシ', 'reads'],
    ['考子', 'ノリコ', 'reads'],
    ['賀容子', 'カヨコ', 'reads'],
    ['美容子', 'ミヨコ', 'reads'],
    ['佳要子', 'カヨコ', 'reads'],
    ['侑花', 'ユカ', 'reads'],
    ['宥希', 'ユキ', 'reads'],
    ['知史', 'カズシ', 'reads'],
    ['考弘', 'ヤスヒロ', 'reads'],
    ['論子', 'ノリコ', 'reads'],
    ['悠大', 'ユウト', 'reads'],
    ['陽大', 'ハルト', 'reads'],
    ['栞里', 'シオリ', 'reads'],
    ['栞奈', 'シオナ', 'reads'],
    ['朱莉', 'ジュリ', 'reads'],
    ['怜奈', 'レナ', 'reads'],
    ['杏実', 'アズミ', 'reads'],
    ['杏香', 'モモカ', 'reads'],
    ['梓沙', 'アズサ', 'reads'],
    ['心温', 'シオン', 'reads'],
    ['希亜', 'ノア', 'reads'],
    ['和花', 'ノドカ', 'reads'],
    ['芽愛', 'メイ', 'reads'],
    ['聖愛', 'セイラ', 'reads'],
    ['結奏', 'ユイナ', 'reads'],
    ['灯莉', 'アカリ', 'reads'],
    ['真優', 'マヤ', 'reads'],
    ['空良', 'ソラ', 'reads'],
    ['悠大', 'ユウタロウ', 'differs'],
    ['栞里', 'アカリ', 'differs'],
    ['朱莉', 'ユリ', 'differs'],
    ['怜奈', 'モナ', 'differs'],
    ['杏実', 'カスミ', 'differs'],
    ['和花', 'サヤカ', 'differs'],
    ['教史', 'マモル', 'differs'],
    ['考子', 'マリコ', 'differs'],
    ['賀容子', 'サヨコ', 'differs'],
    ['侑花', 'マリカ', 'differs'],
  ])('%s %s: %s', (name, kana, verdict) => expect(reads(name, kana).verdict).toBe(verdict));
});
