/**
 * Variants that the MJ tables do not lead to each other: simplified forms from JIS (拡張新字体) and forms that
 * registers and their exports mix: kept form, then the others.
 */
export const EXTENDED = [
  '藪薮',
  '昇曻',
  '曹曺',
  '剣釼',
  '蘇蘓',
  '皐皋',
  '毘毗',
  '欅\u{fa14}',
  '窓窗',
  '氷冰',
  '濤涛',
  '礪砺',
  '鶯鴬',
  '蠣蛎',
  '竈竃',
  '灌潅',
  '頸頚',
  '靱靭',
  '壺壷',
  '籠篭',
  '驒騨',
  '諫諌',
  '鉤鈎',
  '儘侭',
  '兎兔',
  '土\u{5721}\u{2123d}',
  '吉\u{20bb7}',
];

/**
 * Characters that the tables fold, and that are another family's or given name: 傅 is not 伝, 宍戸 not 肉戸. The second line is
 * of characters that only simplified Chinese writes in names, each for another than the tables say (simplified.tsv): 洁 is 潔, not 浩.
 */
export const NOT_FOLDED = [
  ...['傅', '宍', '栢', '吊', '耒', '兀', '唔'],
  ...['业', '仅', '关', '叹', '垦', '备', '币', '柠', '洁'],
];

/** Characters that must never share a key (docs/normalisation.md); the build fails when they do. */
export const KEPT_APART = ['斉斎', '崎埼碕', '藪籔', '杉椙', '畑畠', '太大', '己已巳', '坂阪', '耀燿', '叡睿', '伝傅', '柏栢'];
