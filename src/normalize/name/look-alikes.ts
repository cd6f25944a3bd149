/**
 * Kanji of given names that hands and eyes take for one another: a stroke more or less, or another radical of the same shape.
 * Each is a name of its own, so they are no variants; groups by shape, each character in as many as it is like.
 */
const GROUPS =
  '己已巳 末未 土士 太大犬 日曰目白 人入 千干于 午牛 木本 王玉 由田甲申 石右 名各 因困 季李秀 孝考 真直 直植値 享亨 祐裕佑 ' +
  '祥詳 枝技 綾稜凌陵 陽楊揚 晃晄 稔捻 徹撤 郎朗 清晴靖 晴時 昌晶 鈴玲 令今 彰影 健建 俊峻駿 輝揮 薫董 茂成 幸辛 久夕 文丈 ' +
  '矢失 正止 恒垣 治冶 政致 弘引 光先 元完 充允 究空 周用 明朋 春香 冬各 勇湧 勲薫 桃挑 桜梅 和知 知如 始姑 幹斡 廉兼 弥称 祢称 ' +
  '悠修 慎槇 慶麗 拓柘 挙拳 敦教 昴昂 晋普 暁堯 朱未 杏李 栄柴 栞采 桂佳 椋涼 淳惇 渉歩 準隼 瑛映 瑞端 瑠留 睦陸 碧珀 ' +
  '穂徳 紀記 紗沙 純鈍 紘絋 綱網 縁緑 緑録 翔翻 耀曜 肇筆 芽茅 若苦 英莢 茜西 莉利 菜采 葉棄 蓮連 衛衝 誠試 諒涼 譲嬢 貴責 賢堅 ' +
  '遥瑶 遼僚 隆降 雄椎 雅稚 霞露 颯諷 ' +
  '美実 里理 志恵 敏海 央英 英瑛 春奏 奏湊 明萌 昭照 麻磨 知智 丈大 世葉 利梨 圭佳 尚常 希稀 真慎 成誠 時詩 末来 未来 末茉 結緒 柚紬 ' +
  '風楓颯 重薫 佑侑 佑佐 芳芹若 吾悟梧';

const ALIKE = new Map<string, Set<string>>();
for (const group of GROUPS.split(' ')) {
  for (const char of group) {
    const others = ALIKE.get(char) ?? new Set();
    for (const other of group) if (other !== char) others.add(other);
    ALIKE.set(char, others);
  }
}

/** Whether two names in kanji are of one length and differ in one character, which looks like the other's. Symmetric. */
export function looksAlike(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let place = -1;
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (place >= 0) return false;
    place = i;
  }
  return place >= 0 && ALIKE.get(a[place]!)?.has(b[place]!) === true;
}
