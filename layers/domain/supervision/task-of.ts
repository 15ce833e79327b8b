import { mineralClassOf } from '../codes/mineral-class-of.ts';
import type { MineralClass } from '../codes/mineral-classes.ts';
import type { Day } from '../dates.ts';
import type { TaskSource } from '../publication.ts';
import type { Duty, Proof } from './duties.ts';
import { happeningNames, type RegisterEntry } from './register.ts';
import type { DataKind } from './rules.ts';

/** What a task made from the registers says; `basis` tells what it rests on. */
export type DutyTask = {
  number: string;
  name: string;
  source: TaskSource;
  licenceNumber?: string;
  organisation: string;
  node: string;
  due: Day;
  licenceEnd?: Day;
  /** The class of the main mineral, by which it is counted. */
  mineral?: MineralClass;
  basis: { registerId: string; registerNumber: string; subject: string; needs: DataKind[]; proof: Proof };
};

const longestName = 255;

/** What it is for, so that several tasks of one licence can be told apart: the days of the term, or what happened when. */
const purposeOf = (entry: RegisterEntry, subject: string): string => {
  const [id = ''] = subject.split('-');
  const stage = subject.endsWith('-stage') ? '阶段成果，' : '';
  const term = entry.terms.find((one) => one.id === id);
  if (term !== undefined) return `${stage}${term.from} 至 ${term.to ?? '—'}`;
  const happening = entry.happenings.find((one) => one.id === id);
  return happening === undefined ? subject : `${happeningNames[happening.kind].zh} ${happening.on}`;
};

/** The task (汇交任务) of a duty. Its name is data and so in Chinese. */
export const taskOf = (registerId: string, entry: RegisterEntry, duty: Duty): DutyTask => {
  const mineral = mineralClassOf(entry.minerals);
  const purpose = `（${purposeOf(entry, duty.subject)}）`;
  return {
    number: `${entry.number}-${duty.subject}`,
    name: `${entry.name.slice(0, longestName - purpose.length)}${purpose}`,
    source: duty.source,
    ...(entry.kind.endsWith('-right') ? { licenceNumber: entry.number } : {}),
    organisation: duty.organisation,
    node: duty.node,
    due: duty.due,
    ...(duty.licenceEnd === undefined ? {} : { licenceEnd: duty.licenceEnd }),
    ...(mineral === undefined ? {} : { mineral }),
    basis: {
      registerId,
      registerNumber: entry.number,
      subject: duty.subject,
      needs: duty.needs,
      proof: duty.proof,
    },
  };
};
