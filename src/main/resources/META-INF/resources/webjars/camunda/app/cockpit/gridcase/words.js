/* The texts of our parts of the Cockpit. */
import {english} from '/gridcase/webapps.js';

const ZH = {
  deadlines: '期限', ended: '办结案件', lamps: '在办案件', red: '已超时', yellow: '快超时', green: '未超时', none: '未计时',
  all: '合计', byStage: '按阶段', byUnit: '按单位', stage: '阶段', unit: '单位', worst: '最超时的十件', number: '编号', kind: '类别',
  street: '街道', district: '区', lamp: '亮灯', left: '剩余或超时', due: '到期', reported: '上报', process: '流程', open: '查看流程',
  whole: '全部期限', any: '全部', narrow: '筛选', clear: '清除', more: '下一页', nothing: '没有符合条件的案件。放宽筛选条件再看。',
  noneOver: '没有超时的案件。', trend: '每日到期与超时', trendOf: (due, late, days) => `最近 ${days} 天到期 ${due} 件，其中超时 ${late} 件`,
  dueN: '到期', lateN: '超时', heat: '到期却未办结的时段', heatHint: '格内是最近三个月里在该时段超时的件数', hour: '时',
  days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], range: '区间', lastDays: n => `最近 ${n} 天`,
  watched: '督办', failed: '没有取到数据，请刷新页面。', cases: '案件', trendHint: '趋势和时段按区、街道、单位、类别筛选，不分阶段和亮灯。',
  running: n => `在办 ${n}`, median: time => `中位 ${time}`, seconds: n => `${n} 秒`, medianHint: '最近办结的 500 个流程在此步骤用时的中位数',
  ledger: '计时台账', caseOf: '案件', when: '时间', what: '事项', who: '经手', amount: '时长', why: '原因', noLedger: '这个流程不办理案件。', noCases: '只有案件办理流程才有办结案件。',
  closed: '办结', outcome: '时限', inTime: '按期', late: '超时', exempt: '免计', how: '结果', took: '历时', used: '已用 / 时限',
  from: '从', until: '到', searched: '一次最多查 92 天。', loading: '正在读取……', figures: '数据'
};

const EN = {
  deadlines: 'Deadlines', ended: 'Ended cases', lamps: 'Open cases', red: 'Overdue', yellow: 'Nearly due', green: 'In time', none: 'Not timed',
  all: 'Total', byStage: 'By stage', byUnit: 'By unit', stage: 'Stage', unit: 'Unit', worst: 'The ten most overdue', number: 'Number', kind: 'Class',
  street: 'Street', district: 'District', lamp: 'Lamp', left: 'Left or over', due: 'Due', reported: 'Reported', process: 'Process', open: 'Instance',
  whole: 'All deadlines', any: 'All', narrow: 'Filters', clear: 'Clear', more: 'Next page', nothing: 'No such cases. Loosen the filters.',
  noneOver: 'No case is overdue.', trend: 'Due and late by day', trendOf: (due, late, days) => `${due} cases due in ${days} days, ${late} of them late`,
  dueN: 'due', lateN: 'late', heat: 'When limits end unmet', heatHint: 'In each cell: cases that became late in that hour, over three months', hour: '',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], range: 'Range', lastDays: n => `Last ${n} days`,
  watched: 'Watched', failed: 'No data could be read. Reload the page.', cases: 'Cases', trendHint: 'Trend and hours follow district, street, unit and class, not stage and lamp.',
  running: n => `${n} open`, median: time => `median ${time}`, seconds: n => `${n} s`, medianHint: 'Median time at this step of the 500 flows that ended last',
  ledger: 'Ledger of time', caseOf: 'Case', when: 'When', what: 'What', who: 'Who', amount: 'Time', why: 'Why', noLedger: 'This process carries no case.', noCases: 'Only the flow that handles cases has ended ones.',
  closed: 'Ended', outcome: 'Limit', inTime: 'In time', late: 'Late', exempt: 'Excused', how: 'Result', took: 'Took', used: 'Used / limit',
  from: 'From', until: 'Until', searched: 'At most 92 days are searched at once.', loading: 'Reading …', figures: 'Figures'
};

export const say = english ? EN : ZH;
