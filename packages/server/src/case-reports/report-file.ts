import { writeCsv } from '../service-points/csv.js';
import type { Report } from './reports.js';

const heading = ['统计项', '代码', '名称', '件数', '总数'];

/** Statistics as CSV: one line a number; what is not told is empty. */
export function reportFile(report: Report): string {
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  const counts = (title: string, list: Report['byCategory']) =>
    list.map(({ code, name = '', count }) => [title, code, name, text(count), '']);
  const rate = (title: string, { count, of }: Report['closing']) => [title, '', '', text(count), text(of)];
  return writeCsv([
    heading,
    ['单位', report.federation.code, report.federation.name, '', ''],
    ['期间', report.period, `${report.from} – ${report.to}`, '', ''],
    ['受理总数', '', '', text(report.total), ''],
    ...counts('按类别', report.byCategory),
    ...counts('按渠道', report.byChannel),
    ...counts('按等级', report.byGrade),
    ...counts('按下级单位', report.byTownship),
    ...counts('按月份', report.byMonth),
    ...counts('按措施', report.byMeasure),
    rate('办结率', report.closing),
    rate('按时率', report.onTime),
    rate('回访率', report.followUp),
    rate('重复求助率', report.repeats),
  ]);
}
