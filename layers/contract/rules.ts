import { taskSources } from '@geoarchive/domain/publication.ts';
import { releaseStarts } from '@geoarchive/domain/release-rules.ts';
import { occasionKinds } from '@geoarchive/domain/supervision/occasions.ts';
import { fundingLevels } from '@geoarchive/domain/supervision/register.ts';
import { receiverKinds } from '@geoarchive/domain/supervision/routing.ts';
import { groundCodes } from '@geoarchive/domain/supervision/rule-version.ts';
import * as z from 'zod';
import { job } from './jobs.ts';
import { route } from './route.ts';
import { bilingual, day, instant } from './shared.ts';
import { dataKind, offset } from './supervision-parts.ts';

/** Rules that are data, in three families: what is due, who receives, when data are public. All may be read by staff; the ministry changes them. */
const base = {
  api: 'internal',
  module: 'supervision',
  allow: [
    'ARCHIVE_CLERK',
    'ARCHIVE_CHECKER',
    'ARCHIVE_KEEPER',
    'CERTIFICATE_OFFICER',
    'PROVINCE_ADMIN',
    'MINISTRY_ADMIN',
    'INSPECTOR',
  ],
  scope: 'node',
} as const;
const changes = { ...base, allow: ['MINISTRY_ADMIN'], method: 'POST' } as const;
const ofRule = z.object({ id: z.string().max(60) });
const said = z.string().trim().min(1).max(300);

/** What an administrator decides of a version of whatever family. */
const draft = z.object({
  from: day,
  to: day.optional(),
  active: z.boolean(),
  reference: z.object({ zh: said, en: said }),
});
/** What of a rule comes with the system. */
const given = { id: z.string(), version: z.number().int(), name: bilingual, ground: z.enum(groundCodes) };
/** Who published a version, when and why; those that came with the system have none. */
const edited = z.object({ by: z.string(), at: instant, reason: z.string() }).optional();
/** A draft and why it is published. */
const published = <D extends z.ZodType>(of: D) =>
  z.object({ draft: of, reason: z.string().trim().min(1).max(1000) });
const tried = <D extends z.ZodType>(of: D) => z.object({ draft: of });

export const ruleDraft = draft.extend({
  effect: z.union([offset, z.literal('nothing-due')]),
  needs: z.array(dataKind).min(1),
  when: z
    .object({
      retention: z.boolean().optional(),
      newData: z.boolean().optional(),
      funding: z.array(z.enum(fundingLevels)).optional(),
    })
    .optional(),
});
export type RuleDraft = z.infer<typeof ruleDraft>;
export const dutyRule = ruleDraft.extend({
  ...given,
  sources: z.array(z.enum(taskSources)),
  occasion: z.enum(occasionKinds),
});
const editedRule = dutyRule.extend({ edited });
export type EditedRule = z.infer<typeof editedRule>;

export const routingDraft = draft.extend({
  order: z.number().int().min(1).max(999),
  when: z.object({
    marine: z.boolean().optional(),
    minerals: z.array(z.string().max(60)).min(1).max(200).optional(),
    area: z.boolean().optional(),
    funding: z.array(z.enum(fundingLevels)).min(1).optional(),
    funderKnown: z.boolean().optional(),
    sources: z.array(z.enum(taskSources)).min(1).optional(),
  }),
  receiver: z.enum(receiverKinds),
});
export type RoutingDraft = z.infer<typeof routingDraft>;
export const routingRule = routingDraft.extend(given);
const editedRoutingRule = routingRule.extend({ edited });
export type EditedRoutingRule = z.infer<typeof editedRoutingRule>;

export const releaseDraft = draft.extend({
  latest: offset.extend({ days: z.number().int().min(0).max(3650) }),
});
export type ReleaseDraft = z.infer<typeof releaseDraft>;
export const releaseRule = releaseDraft.extend({
  ...given,
  sources: z.array(z.enum(taskSources)),
  counted: z.enum(releaseStarts),
});
const editedReleaseRule = releaseRule.extend({ edited });
export type EditedReleaseRule = z.infer<typeof editedReleaseRule>;

/** A step whose measure is a setting of the deployment: shown with the rules, changed elsewhere. */
const step = z.object({
  id: z.enum(['check', 'correction', 'certificate']),
  name: bilingual,
  settings: z.array(z.string()),
  term: offset.optional(),
  says: bilingual.optional(),
  reference: bilingual,
  ground: z.enum(groundCodes),
});

export const listRules = route({
  ...base,
  method: 'GET',
  path: '/supervision/rules',
  audit: 'rule.list',
  summary: {
    zh: '汇交期限、接收、公开规则（各版本）与本部署的设置',
    en: 'Rules of due dates, receivers and publication, all versions, and the settings of this deployment',
  },
  reply: z.object({
    items: z.array(editedRule),
    routing: z.array(editedRoutingRule),
    release: z.array(editedReleaseRule),
    steps: z.array(step),
  }),
});

export const addRuleVersion = route({
  ...changes,
  path: '/supervision/rules/{id}/versions',
  audit: 'rule.add-version',
  status: 201,
  summary: { zh: '发布规则的新版本', en: 'Add a version of a rule; the versions before stay' },
  params: ofRule,
  body: published(ruleDraft),
  reply: editedRule,
});
export const tryRule = route({
  ...changes,
  path: '/supervision/rules/{id}/trials',
  audit: 'rule.try',
  status: 202,
  summary: {
    zh: '试算：规则改动会影响哪些任务（后台作业）',
    en: 'Try a rule: which tasks would change, as a job',
  },
  params: ofRule,
  body: tried(ruleDraft),
  reply: job,
});

export const addRoutingVersion = route({
  ...changes,
  path: '/supervision/routing-rules/{id}/versions',
  audit: 'rule.add-routing-version',
  status: 201,
  summary: {
    zh: '发布接收规则的新版本',
    en: 'Add a version of a rule of routing; the versions before stay',
  },
  params: ofRule,
  body: published(routingDraft),
  reply: editedRoutingRule,
});
export const tryRouting = route({
  ...changes,
  path: '/supervision/routing-rules/{id}/trials',
  audit: 'rule.try-routing',
  status: 202,
  summary: {
    zh: '试算：接收规则改动会使哪些任务改由其他馆藏机构接收（后台作业）',
    en: 'Try a rule of routing: which tasks would go to another archive, as a job',
  },
  params: ofRule,
  body: tried(routingDraft),
  reply: job,
});

export const addReleaseVersion = route({
  ...changes,
  path: '/supervision/release-rules/{id}/versions',
  audit: 'rule.add-release-version',
  status: 201,
  summary: {
    zh: '发布公开规则的新版本',
    en: 'Add a version of a rule of publication; the versions before stay',
  },
  params: ofRule,
  body: published(releaseDraft),
  reply: editedReleaseRule,
});
export const tryRelease = route({
  ...changes,
  path: '/supervision/release-rules/{id}/trials',
  audit: 'rule.try-release',
  status: 202,
  summary: {
    zh: '试算：公开规则改动会影响哪些资料的公开期限（后台作业）',
    en: 'Try a rule of publication: whose days would change, as a job',
  },
  params: ofRule,
  body: tried(releaseDraft),
  reply: job,
});
