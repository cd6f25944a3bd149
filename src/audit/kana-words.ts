/** Words that headers write in kana, in the characters in which they are usually written. */
const WORDS: readonly (readonly [kana: string, word: string])[] = `
  ヒホケンシャ=被保険者 ホケンシャ=保険者 セイネンガッピ=生年月日 ネンガッピ=年月日 コジンバンゴウ=個人番号 セタイヌシ=世帯主
  セタイ=世帯 アテナ=宛名 ジュウミン=住民 シキベツ=識別 コジン=個人 バンゴウ=番号 シメイ=氏名 ナマエ=名前 セイベツ=性別
  ジュウショ=住所 ゲンジュウショ=現住所 キョジュウチ=居住地 カタガキ=方書 バンチ=番地 デンワ=電話 ケイタイ=携帯 ユウビン=郵便
  トウロク=登録 コウフ=交付 ニンテイ=認定 ハッコウ=発行 ウケツケ=受付 シンセイ=申請 レンケイ=連携 ニュウリョク=入力
  シュトク=取得 シュウロク=収録 ホウホウ=方法 ソウシツ=喪失 コウシン=更新 サクセイ=作成 ニチジ=日時 ビ=日 ヒ=日 タントウシャ=担当者 タントウ=担当
  ショクイン=職員 タンマツ=端末 テチョウ=手帳 ジュキュウシャ=受給者 タイショウシャ=対象者 シンセイシャ=申請者 リヨウシャ=利用者
  ホゴシャ=保護者 キゴウ=記号 エダバン=枝番 シカク=資格 クブン=区分 ジョウタイ=状態 イドウ=異動 ジユウ=事由
  シエンソチ=支援措置 シエン=支援 キュウウジ=旧氏 キュウシ=旧氏 キュウセイ=旧姓 ツウショウ=通称 ゾクガラ=続柄 カンジ=漢字
  メイ=名 ネン=年 ツキ=月 ゲンゴウ=元号 キカン=機関 シチョウソン=市町村 シクチョウソン=市区町村 ギンコウ=銀行 シテン=支店
  コウザ=口座 メイギニン=名義人 ビコウ=備考 ネンキン=年金 キソ=基礎 セイリ=整理 カンリ=管理 マイナンバー=マイナンバー
  フクシ=福祉 ジムショ=事務所 シショ=支所 シュッチョウジョ=出張所 ホケンジョ=保健所 マドグチ=窓口 ショカン=所管
  シブ=支部 シュウノウ=収納 コウイキ=広域 モウシコミ=申込 カクニン=確認 ハアク=把握 ショウゴウ=照合 ヨミトリ=読取 マエ=前 ゼン=前 キュウ=旧 ケイロ=経路 シュダン=手段 セイゲン=制限 ヨクシ=抑止
  タイショウ=対象 ジュキュウ=受給 ウム=有無 シュベツ=種別 ジコク=時刻 ショウメイショ=証明書 カイイン=会員 カンジャ=患者 ケース=ケース
  ヘンコウ=変更 ジュウショチ=住所地 ショザイチ=所在地 フリコミ=振込 ゲンゾン=現存 ヒトク=秘匿 フラグ=フラグ タイムスタンプ=タイムスタンプ
  ソウサシャ=操作者 ニュウリョクシャ=入力者 ギムシャ=義務者 ノウゼイ=納税 ハイグウシャ=配偶者 ダイリニン=代理人 ホンニン=本人 コバン=個番 ジカン=時間 ジフンビョウ=時分秒
  ネンレイ=年齢 トドケデ=届出 テンニュウ=転入 テンシュツ=転出 シボウ=死亡 ショウジョ=消除 カイシ=開始 シュウリョウ=終了 ユウコウ=有効 キゲン=期限 マンリョウ=満了
  フヨウシャ=扶養者 クミアイイン=組合員 カニュウシャ=加入者 ジドウ=児童 セイト=生徒 エンジ=園児 ホンセキ=本籍 コクセキ=国籍 サイシュウ=最終 テンニュウマエ=転入前 シャ=者
  カナ=カナ フリガナ=フリガナ コード=コード コ_ド=コード ユーザー=ユーザー ユ_ザ_=ユーザー
`
  .trim()
  .split(/\s+/)
  .map((pair) => pair.split('=') as [string, string])
  .toSorted((a, b) => b[0].length - a[0].length);

/** Kana as old hosts write them, small ones large: ｼﾞﾕｳｼﾖ. */
const large = (kana: string) =>
  kana.replace(/[ァィゥェォッャュョヮ]/g, (small) => String.fromCodePoint(small.codePointAt(0)! + 1));
const LARGE_WORDS = WORDS.map(([kana, word]) => [large(kana), word] as const);

/** What stands behind a name in kana: ｾﾀｲNO, ｱﾃﾅ_CD. */
const NUMBER = /_?(no|cd|id)_?$/;
const NUMBERS: Readonly<Record<string, string>> = { no: '番号', cd: 'コード', id: 'id' };

/**
 * A name in kana (ヒホケンシャバンゴウ, せいねんがっぴ, ジユウシヨ, セタイNO) in its usual characters, where it consists of such words; any
 * other as it is.
 */
export function kanaWords(name: string): string {
  const number = NUMBER.exec(name);
  const kana = number ? name.slice(0, number.index) : name;
  if (!/^[\p{Script=Katakana}\p{Script=Hiragana}ー_]{3,}$/u.test(kana)) return name;
  let rest = large(kana.replace(/[ぁ-ゖ]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0x60)));
  let read = '';
  while (rest !== '') {
    const found = rest.startsWith('_')
      ? (['_', '_'] as const)
      : LARGE_WORDS.find(([word]) => rest.startsWith(word));
    if (found === undefined) return name;
    read += found[1];
    rest = rest.slice(found[0].length);
  }
  return read + (number ? NUMBERS[number[1]!]! : '');
}
