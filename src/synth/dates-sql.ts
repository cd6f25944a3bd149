/** SQL macros that write a DATE as systems do. The date of an era is its first day. */
export const DATE_MACROS = `
  CREATE MACRO era(d) AS CASE WHEN d >= DATE '2019-05-01' THEN 5 WHEN d >= DATE '1989-01-08' THEN 4
    WHEN d >= DATE '1926-12-25' THEN 3 WHEN d >= DATE '1912-07-30' THEN 2 ELSE 1 END;
  CREATE MACRO era_year(d) AS year(d) - [1867, 1911, 1925, 1988, 2018][era(d)];
  CREATE MACRO wareki(d, day_unknown) AS ['明治', '大正', '昭和', '平成', '令和'][era(d)]
    || CASE WHEN era_year(d) = 1 THEN '元' ELSE CAST(era_year(d) AS VARCHAR) END || '年' || month(d) || '月'
    || CASE WHEN day_unknown THEN '00' ELSE CAST(day(d) AS VARCHAR) END || '日';
  CREATE MACRO wareki_short(d, day_unknown) AS ['M', 'T', 'S', 'H', 'R'][era(d)] || era_year(d) || '.' || month(d)
    || '.' || CASE WHEN day_unknown THEN '00' ELSE CAST(day(d) AS VARCHAR) END;
  CREATE MACRO gregorian(d, day_unknown) AS year(d) || '年' || month(d) || '月'
    || CASE WHEN day_unknown THEN '00' ELSE CAST(day(d) AS VARCHAR) END || '日';
  CREATE MACRO era_code(d, day_unknown) AS era(d) || lpad(CAST(era_year(d) AS VARCHAR), 2, '0')
    || lpad(CAST(month(d) AS VARCHAR), 2, '0') || CASE WHEN day_unknown THEN '00' ELSE strftime(d, '%d') END;
  CREATE MACRO iso(d, day_unknown) AS strftime(d, '%Y-%m-') || CASE WHEN day_unknown THEN '00' ELSE strftime(d, '%d') END`;
