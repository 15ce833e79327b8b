import * as z from 'zod';
import { route } from './route.ts';
import { day, gid, instant, page } from './shared.ts';

const people = ['SUBMITTER', 'SUBMITTER_ADMIN', 'REGISTERED_USER'] as const;
const base = {
  api: 'public',
  module: 'identity',
  allow: ['SUBMITTER_ADMIN'],
  scope: 'organisation',
} as const;

export const organisation = z.object({
  id: z.string(),
  name: z.string(),
  creditCode: z.string().optional(),
  /** The group it belongs to; a group's administrator sees its subsidiaries. */
  parent: z.string().optional(),
});
export const person = z.object({
  username: z.string(),
  email: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  roles: z.array(z.enum(['SUBMITTER', 'SUBMITTER_ADMIN'])),
  status: z.string(),
});
/** A survey team acting for a company: what for and until when. */
export const mandate = z.object({
  id: gid,
  from: z.string(),
  fromName: z.string(),
  to: z.string(),
  toName: z.string(),
  scope: z.enum(['all', 'tasks']),
  taskIds: z.array(gid),
  validFrom: day,
  validTo: day,
  endedAt: instant.optional(),
  active: z.boolean(),
});

export const me = route({
  ...base,
  allow: [...people],
  method: 'GET',
  path: '/identity/me',
  audit: 'identity.me',
  summary: { zh: '当前用户', en: 'Who is signed in' },
  reply: z.object({
    username: z.string(),
    name: z.string(),
    email: z.string().optional(),
    roles: z.array(z.string()),
    organisation: organisation.optional(),
    subsidiaries: z.array(organisation),
    actsFor: z.array(organisation),
  }),
});
export const listPeople = route({
  ...base,
  method: 'GET',
  path: '/identity/people',
  audit: 'identity.list-people',
  summary: { zh: '本单位人员', en: 'People of the organisation' },
  reply: page(person),
});
export const invitePerson = route({
  ...base,
  method: 'POST',
  path: '/identity/people',
  audit: 'identity.invite',
  status: 201,
  summary: { zh: '邀请人员', en: 'Invite a person' },
  body: z.object({
    email: z.email().max(200),
    name: z.string().trim().min(1).max(60),
    role: z.enum(['SUBMITTER', 'SUBMITTER_ADMIN']),
  }),
  reply: person,
});
export const changePerson = route({
  ...base,
  method: 'PATCH',
  path: '/identity/people/{username}',
  audit: 'identity.change-person',
  summary: { zh: '停用、启用或调整角色', en: 'Disable, enable or change roles' },
  params: z.object({ username: z.string().max(128) }),
  body: z.object({
    enabled: z.boolean().optional(),
    role: z.enum(['SUBMITTER', 'SUBMITTER_ADMIN']).optional(),
  }),
  reply: person,
});
export const listMandates = route({
  ...base,
  allow: ['SUBMITTER', 'SUBMITTER_ADMIN'],
  method: 'GET',
  path: '/identity/mandates',
  audit: 'identity.list-mandates',
  summary: { zh: '委托（双向）', en: 'Mandates given and held' },
  reply: page(mandate),
});
export const giveMandate = route({
  ...base,
  method: 'POST',
  path: '/identity/mandates',
  audit: 'identity.give-mandate',
  status: 201,
  summary: { zh: '委托另一单位代为汇交', en: 'Let another organisation act for this one' },
  body: z.object({
    to: z.string().min(1).max(60),
    scope: z.enum(['all', 'tasks']),
    taskIds: z.array(gid).max(100).default([]),
    validFrom: day,
    validTo: day,
  }),
  reply: mandate,
});
export const endMandate = route({
  ...base,
  method: 'POST',
  path: '/identity/mandates/{id}/end',
  audit: 'identity.end-mandate',
  summary: { zh: '终止委托', en: 'End a mandate' },
  params: z.object({ id: gid }),
  reply: mandate,
});
