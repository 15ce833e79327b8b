import type { CaseSubject } from '@geoarchive/contract/case-parts.ts';
import type * as cases from '@geoarchive/contract/cases.ts';
import type { BodyOf } from '@geoarchive/contract/route.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { evaluationTitle } from '@geoarchive/domain/reporting/evaluation.ts';
import { isStateSecret, type Secrecy, secrecyNames } from '@geoarchive/domain/secrecy.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { nodeOf, ofNode } from '../archive/access.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { DossierStore } from '../archive/dossier-store.ts';
import type { CaseBody } from './case-store.ts';
import type { CaseDeps } from './deps.ts';

type About = BodyOf<typeof cases.openCase>['about'];
export type SubjectDeps = CaseDeps &
  Pick<ArchiveDeps, 'reviews' | 'dossiers' | 'documents' | 'tasks' | 'publicNotices' | 'evaluations'>;
type Found = Pick<CaseBody, 'node' | 'subject' | 'against' | 'decidedBefore'> & {
  submitter?: { organisation: string; name: string };
};

/** A thing by its number, with its title where that is none of a state secret. */
export const labelOf = (number: string, of: { title: string; secrecy: Secrecy }): string =>
  `${number} ${isStateSecret(of.secrecy) ? `〔${secrecyNames[of.secrecy].zh}〕` : of.title}`;

const withTask = (taskId: string | undefined): Partial<CaseSubject> =>
  taskId === undefined ? {} : { taskId };

/** The thing that a case is opened about inside, as it stands in the archive; of another node it does not exist. */
export const subjectOf = async (deps: SubjectDeps, caller: Caller, about: About): Promise<Found> => {
  switch (about.kind) {
    case 'review': {
      const { body } = ofNode(caller, await deps.reviews.get(about.id));
      const { depositId, round, submitter } = body;
      const label = labelOf(body.receipt.number, body);
      return {
        node: body.node,
        subject: { kind: 'deposit', id: depositId, label, depositId, round, ...withTask(body.taskId) },
        submitter: { organisation: submitter, name: body.submitterName ?? submitter },
      };
    }
    case 'dossier': {
      const { id, body } = ofNode(caller, await deps.dossiers.get(about.id));
      const { depositId, submitter } = body;
      const label = labelOf(body.archiveNumber, body);
      return {
        node: body.node,
        subject: { kind: 'dossier', id, label, depositId, ...withTask(body.taskId) },
        submitter: { organisation: submitter, name: submitter },
      };
    }
    case 'document': {
      const { id, body } = ofNode(caller, await deps.documents.get(about.id));
      const { says } = body;
      const { submitter, submitterName, title } = says;
      const round = 'round' in says ? { round: says.round } : {};
      const label = title === undefined ? id : `${id} ${title}`;
      return {
        node: body.node,
        subject: { kind: 'document', id, label, depositId: body.depositId, ...round },
        submitter: { organisation: submitter, name: submitterName ?? submitter },
      };
    }
    case 'task': {
      const { id, body } = ofNode(caller, await deps.tasks.get(about.id));
      const { node, number, name, organisation } = body;
      return {
        node,
        subject: { kind: 'task', id, label: `${number} ${name}`, taskId: id },
        submitter: { organisation, name: organisation },
      };
    }
    case 'public-notice': {
      const { id, body } = ofNode(caller, await deps.publicNotices.get(about.id));
      const { node, organisation, organisationName, number, kind } = body;
      const label = `${number ?? ''} ${noticeKinds[kind].name.zh}`.trim();
      return {
        node,
        subject: { kind: 'public-notice', id, label },
        submitter: { organisation, name: organisationName ?? organisation },
      };
    }
    case 'evaluation': {
      const item = await deps.evaluations.get(about.id);
      if (item?.state !== 'circulated') throw new Problem('not-found');
      const label = evaluationTitle(item.body.period).zh;
      return { node: nodeOf(caller), subject: { kind: 'evaluation', id: item.id, label } };
    }
    case 'case':
      return appealed(deps, caller, about.id);
    case 'general':
      return { node: nodeOf(caller), subject: { kind: 'general', label: '' } };
  }
};

const appealed = async (deps: SubjectDeps, caller: Caller, id: string): Promise<Found> => {
  const before = ofNode(caller, await deps.cases.get(id));
  if (before.state !== 'decided')
    throw new Problem('rule-broken', {
      zh: '只能对已作出决定的案件提出申诉。',
      en: 'Only a case that was decided can be appealed against.',
    });
  const { organisation, name } = before.body.asker;
  return {
    node: before.body.node,
    ...appealOf(before),
    ...(organisation === undefined ? {} : { submitter: { organisation, name } }),
  };
};

/** What an appeal takes over from the case it is against: what both are about, and who must not decide again. */
export const appealOf = (before: {
  id: string;
  body: Pick<CaseBody, 'number' | 'title' | 'subject' | 'decidedBy'>;
}): Pick<CaseBody, 'subject' | 'against' | 'decidedBefore'> => {
  const { number, title, subject, decidedBy } = before.body;
  return {
    subject: { ...subject, kind: 'case', id: before.id, label: `${number} ${title}` },
    against: { id: before.id, number },
    ...(decidedBy === undefined ? {} : { decidedBefore: decidedBy }),
  };
};

/**
 * The dossier behind the published record that a visitor named, when there is one: with it the case is found at its dossier. A
 * record that this node never published stays what the visitor called it, and so nothing of it goes back to them.
 */
export const publishedRecord = async (
  dossiers: Pick<DossierStore, 'get'>,
  { node, subject }: Pick<CaseBody, 'node' | 'subject'>,
): Promise<Pick<CaseBody, 'subject'>> => {
  const found = subject.id === undefined ? undefined : await dossiers.get(subject.id);
  if (found === undefined || found.body.node !== node || found.body.releaseVersion === 0) return { subject };
  const { archiveNumber, depositId, taskId } = found.body;
  return {
    subject: { ...subject, label: labelOf(archiveNumber, found.body), depositId, ...withTask(taskId) },
  };
};
