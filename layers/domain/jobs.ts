import { lifecycle } from './lifecycle.ts';
import { archiveStaff, type RoleCode } from './roles.ts';
import type { Bilingual } from './text.ts';

/** Staff may start jobs; who starts one may hold it, go on with it and call it off. Auditors change nothing. */
export const jobOwners: readonly RoleCode[] = archiveStaff.filter((code) => code !== 'AUDITOR');
/** Who sees the jobs of all, and may hold them and call them off. */
export const jobWatchers = ['OPERATOR', 'MINISTRY_ADMIN'] as const satisfies readonly RoleCode[];
const system = ['SYSTEM'] as const;

/** Long work (后台作业): done step by step, each step with its effect in one transaction. */
export const jobLifecycle = lifecycle({
  name: 'job',
  initial: 'queued',
  states: {
    queued: { zh: '排队中', en: 'Queued' },
    running: { zh: '进行中', en: 'Running' },
    paused: { zh: '已暂停', en: 'Paused' },
    done: { zh: '已完成', en: 'Done' },
    failed: { zh: '已中断', en: 'Failed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  moves: {
    start: {
      from: ['queued'],
      to: 'running',
      by: system,
      event: 'JobMoved',
      label: { zh: '开始', en: 'Start' },
    },
    pause: {
      from: ['queued', 'running'],
      to: 'paused',
      by: jobOwners,
      event: 'JobMoved',
      label: { zh: '暂停', en: 'Pause' },
    },
    resume: {
      from: ['paused'],
      to: 'queued',
      by: jobOwners,
      event: 'JobQueued',
      label: { zh: '继续', en: 'Go on' },
    },
    /** From where it stopped: what was done stays done. */
    retry: {
      from: ['failed'],
      to: 'queued',
      by: jobOwners,
      event: 'JobQueued',
      label: { zh: '从中断处重试', en: 'Try again from there' },
    },
    cancel: {
      from: ['queued', 'running', 'paused', 'failed'],
      to: 'cancelled',
      by: jobOwners,
      event: 'JobEnded',
      label: { zh: '取消', en: 'Cancel' },
    },
    finish: {
      from: ['running'],
      to: 'done',
      by: system,
      event: 'JobEnded',
      label: { zh: '完成', en: 'Finish' },
    },
    fail: {
      from: ['queued', 'running'],
      to: 'failed',
      by: system,
      event: 'JobEnded',
      label: { zh: '中断', en: 'Fail' },
    },
  },
});
export type JobState = keyof typeof jobLifecycle.states;
export type JobMove = keyof typeof jobLifecycle.moves;

/** In these states a job waits for the system, and what is shown of it goes out of date by itself. */
export const isUnderWay = (state: JobState): boolean => state === 'queued' || state === 'running';

/** What becomes of tasks when registers or rules change. */
const taskCounts = {
  tasksCreated: { zh: '新增任务', en: 'tasks created' },
  tasksUpdated: { zh: '更新任务', en: 'tasks updated' },
  tasksWithdrawn: { zh: '撤销任务', en: 'tasks withdrawn' },
  tasksKept: { zh: '已办理，未动', en: 'done already, kept' },
} as const;
/** Tasks that wait for people, named among the job's remarks; the rest went on. */
const hindered = { hindered: { zh: '编号被占用，待处理', en: 'tasks whose number is taken' } } as const;

/** The kinds of job, what one of each does, and what its counts are called, in the order in which they are told. */
export const jobKinds = {
  'task-import': {
    name: { zh: '导入汇交任务', en: 'Import of tasks' },
    counts: {
      created: { zh: '新增', en: 'created' },
      updated: { zh: '更新', en: 'updated' },
      unchanged: { zh: '无变化', en: 'unchanged' },
    },
  },
  'task-import-undo': {
    name: { zh: '撤销导入', en: 'Undoing an import' },
    counts: {
      withdrawn: { zh: '撤销', en: 'withdrawn' },
      restored: { zh: '还原', en: 'set back' },
      kept: { zh: '此后有变化，未动', en: 'changed since, kept' },
    },
  },
  'register-import': {
    name: { zh: '导入矿业权与项目登记', en: 'Import of registers' },
    counts: {
      created: { zh: '新增登记', en: 'entries created' },
      updated: { zh: '更新登记', en: 'entries updated' },
      unchanged: { zh: '无变化', en: 'unchanged' },
      refused: { zh: '未导入（有误）', en: 'refused' },
      ...taskCounts,
      ...hindered,
    },
  },
  'register-import-undo': {
    name: { zh: '撤销登记导入', en: 'Undoing an import of registers' },
    counts: {
      restored: { zh: '还原', en: 'set back' },
      emptied: { zh: '撤销新增', en: 'new entries taken back' },
      kept: { zh: '此后有变化，未动', en: 'changed since, kept' },
      ...taskCounts,
      ...hindered,
    },
  },
  recompute: {
    name: { zh: '推算汇交任务', en: 'Reckoning of tasks' },
    counts: { ...taskCounts, ...hindered },
  },
  reminders: {
    name: { zh: '汇交提醒', en: 'Reminders of due tasks' },
    counts: { reminded: { zh: '已提醒', en: 'reminded' } },
  },
  bars: {
    name: { zh: '准入限制到期检查', en: 'Look at bars in force' },
    counts: { ended: { zh: '终止', en: 'ended' } },
  },
  recount: {
    name: { zh: '清点监管计数', en: 'Recount of tasks' },
    counts: {
      tasksCounted: { zh: '清点任务', en: 'tasks counted' },
      late: { zh: '补计任务', en: 'tasks not counted before' },
      repaired: { zh: '更正计数', en: 'counts mended' },
      unsettled: { zh: '正在变动，下次再核', en: 'in motion, looked at next time' },
    },
  },
  'rule-trial': {
    name: { zh: '规则试算', en: 'Trial of a rule' },
    counts: {
      ...taskCounts,
      ...hindered,
      daysMoved: { zh: '期限变化', en: 'due on another day' },
      archivesMoved: { zh: '改由其他馆藏机构接收', en: 'to another archive' },
    },
  },
  'release-trial': {
    name: { zh: '公开规则试算', en: 'Trial of a rule of publication' },
    counts: {
      daysMoved: { zh: '公开期限变化', en: 'public on another day' },
      unchanged: { zh: '无变化', en: 'unchanged' },
      kept: { zh: '案卷已定期限，不变', en: 'dossiers that keep the days they have' },
    },
  },
  'chase-demands': {
    name: { zh: '批量催交', en: 'Demands in a batch' },
    counts: {
      demanded: { zh: '已催交', en: 'demanded' },
      underWay: { zh: '催交已在进行', en: 'under way already' },
      nothingDue: { zh: '无逾期任务', en: 'nothing overdue' },
    },
  },
  'chase-closing': {
    name: { zh: '催交结案检查', en: 'Closing of settled chases' },
    counts: { closed: { zh: '结案', en: 'closed' } },
  },
  'organisation-import': {
    name: { zh: '导入单位登记', en: 'Import of organisations' },
    counts: {
      created: { zh: '新增单位', en: 'organisations created' },
      updated: { zh: '更新单位', en: 'organisations updated' },
      unchanged: { zh: '无变化', en: 'unchanged' },
      refused: { zh: '未导入（有误）', en: 'refused' },
    },
  },
  'organisation-import-undo': {
    name: { zh: '撤销单位导入', en: 'Undoing an import of organisations' },
    counts: {
      restored: { zh: '还原', en: 'set back' },
      emptied: { zh: '撤销新增', en: 'new ones taken back' },
      kept: { zh: '此后有变化，未动', en: 'changed since, kept' },
    },
  },
  holders: {
    name: { zh: '由登记更新单位', en: 'Organisations learned from the registers' },
    counts: {
      created: { zh: '新增单位', en: 'organisations created' },
      updated: { zh: '更名', en: 'renamed' },
    },
  },
  'hole-import': {
    name: { zh: '导入钻孔', en: 'Import of holes' },
    counts: {
      created: { zh: '新增钻孔', en: 'holes created' },
      updated: { zh: '更新钻孔', en: 'holes updated' },
      unchanged: { zh: '无变化', en: 'unchanged' },
      refused: { zh: '未导入（有误）', en: 'refused' },
    },
  },
  'hole-import-undo': {
    name: { zh: '撤销钻孔导入', en: 'Undoing an import of holes' },
    counts: {
      removed: { zh: '撤销新增', en: 'new ones taken back' },
      restored: { zh: '还原', en: 'set back' },
      kept: { zh: '此后有变化，未动', en: 'changed since, kept' },
    },
  },
  'hole-export': {
    name: { zh: '导出钻孔', en: 'Export of holes' },
    counts: {
      written: { zh: '已写出', en: 'written' },
      leftOut: { zh: '不在其中', en: 'left out' },
    },
  },
  'holding-import': {
    name: { zh: '导入保管清单', en: 'Import of a holding list' },
    counts: {
      created: { zh: '新增', en: 'rows created' },
      updated: { zh: '更新', en: 'rows updated' },
      unchanged: { zh: '无变化', en: 'unchanged' },
      unknown: { zh: '关联编号未找到', en: 'with a tie that was not found' },
    },
  },
  'holding-import-undo': {
    name: { zh: '撤销保管清单导入', en: 'Undoing an import of a holding list' },
    counts: {
      removed: { zh: '撤销新增', en: 'new ones taken back' },
      restored: { zh: '还原', en: 'set back' },
      kept: { zh: '此后有变化，未动', en: 'changed since, kept' },
    },
  },
  'custody-clocks': {
    name: { zh: '委托保管到期提醒', en: 'Reminders of custody' },
    counts: { reminded: { zh: '提醒', en: 'reminded' } },
  },
  'transfer-clocks': {
    name: { zh: '转送到期提醒', en: 'Reminders of transfers' },
    counts: {
      created: { zh: '补列', en: 'added' },
      reminded: { zh: '提醒', en: 'reminded' },
    },
  },
  'public-notices': {
    name: { zh: '公示到期与解除', en: 'Ending public notices' },
    counts: { changed: { zh: '变更', en: 'changed' } },
  },
  'report-figures': {
    name: { zh: '汇总业务数据', en: 'Making figures of operations' },
    counts: {
      objects: { zh: '对象', en: 'objects' },
      units: { zh: '单位', en: 'units' },
    },
  },
} as const satisfies Record<string, { name: Bilingual; counts: Record<string, Bilingual> }>;
export type JobKind = keyof typeof jobKinds;
const isJobKind = (name: string): name is JobKind => Object.hasOwn(jobKinds, name);
export const jobKindCodes: readonly JobKind[] = Object.keys(jobKinds).filter(isJobKind);

/**
 * How fast a job went while it was worked on, and how long the rest takes at that rate. Nothing is told before a second of work:
 * the first steps say little.
 *
 * @param done units done, of `total`
 * @param activeMs milliseconds in which steps were worked on, without waiting
 */
export const pace = (of: {
  done: number;
  total: number;
  activeMs: number;
}): { perSecond: number; secondsLeft: number } | undefined => {
  if (of.activeMs < 1000 || of.done <= 0) return undefined;
  const perSecond = (of.done * 1000) / of.activeMs;
  return { perSecond, secondsLeft: Math.ceil(Math.max(0, of.total - of.done) / perSecond) };
};
