import * as z from 'zod';
import { type Context, type Operation, secondsOf } from './context.ts';
import { fail } from './fail.ts';
import { read, text } from './input.ts';
import type { Group, User } from './model.ts';
import { poolOf, usersOf } from './pools.ts';
import { inPool } from './store.ts';
import { saveUser, userView } from './users.ts';

const page = z.object({ UserPoolId: text, Limit: z.number().min(0).max(60).optional() });
const filterable = new Set(
  'username email phone_number name given_name family_name preferred_username sub cognito:user_status status'.split(
    ' ',
  ),
);

/** A page of a list from an opaque token (the place of its first entry). */
function paged<T>(list: readonly T[], token: string | undefined, limit = 60): { items: T[]; next?: string } {
  const from = token ? Number(Buffer.from(token, 'base64url').toString()) : 0;
  if (!Number.isSafeInteger(from) || from < 0)
    throw fail('InvalidParameterException', 'Invalid pagination token.');
  const to = from + (limit || 60);
  const next = to < list.length ? { next: Buffer.from(String(to)).toString('base64url') } : {};
  return { items: list.slice(from, to), ...next };
}

function fieldOf(user: User, name: string): string {
  if (name === 'username') return user.username;
  if (name === 'sub') return user.sub;
  if (name === 'cognito:user_status') return user.status;
  if (name === 'status') return user.enabled ? 'Enabled' : 'Disabled';
  return user.attributes[name] ?? '';
}

/** A filter such as `email = "a@b.cn"` or `name ^= "王"`; custom attributes cannot be searched, as in the cloud. */
function filterOf(filter: string | undefined): (user: User) => boolean {
  if (!filter?.trim()) return () => true;
  const [, quoted, bare, operator, raw = ''] =
    /^\s*(?:"([^"]+)"|([\w:]+))\s*(\^=|=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? [];
  const name = quoted ?? bare ?? '';
  if (!operator || !filterable.has(name))
    throw fail('InvalidParameterException', 'Error while parsing filter or attribute is not searchable.');
  const wanted = raw.replace(/\\(.)/g, '$1').toLowerCase();
  return (user) => {
    const value = fieldOf(user, name).toLowerCase();
    return operator === '=' ? value === wanted : value.startsWith(wanted);
  };
}

const groupView = (group: Group) => ({
  GroupName: group.name,
  UserPoolId: group.poolId,
  Description: group.description,
  ...(group.precedence === undefined ? {} : { Precedence: group.precedence }),
  CreationDate: group.created,
  LastModifiedDate: group.created,
});

const groupInput = z.object({ UserPoolId: text, GroupName: text });

function groupOf(context: Context, poolId: string, name: string): Group {
  const group = context.store.groups.get(inPool(poolOf(context, poolId).id, name));
  if (!group) throw fail('ResourceNotFoundException', 'Group not found.');
  return group;
}

/** Groups and lists of users. */
export const listOperations: Readonly<Record<string, Operation>> = {
  CreateGroup(context, input) {
    const wanted = read(
      groupInput.extend({ Description: z.string().default(''), Precedence: z.number().optional() }),
      input,
    );
    const id = inPool(poolOf(context, wanted.UserPoolId).id, wanted.GroupName);
    if (context.store.groups.get(id))
      throw fail('GroupExistsException', 'A group with the name already exists.');
    const group: Group = {
      poolId: wanted.UserPoolId,
      name: wanted.GroupName,
      description: wanted.Description,
      ...(wanted.Precedence === undefined ? {} : { precedence: wanted.Precedence }),
      created: secondsOf(context.now()),
    };
    context.store.groups.put(id, group);
    return { Group: groupView(group) };
  },
  GetGroup(context, input) {
    const { UserPoolId, GroupName } = read(groupInput, input);
    return { Group: groupView(groupOf(context, UserPoolId, GroupName)) };
  },
  DeleteGroup(context, input) {
    const { UserPoolId, GroupName } = read(groupInput, input);
    const group = groupOf(context, UserPoolId, GroupName);
    for (const user of usersOf(context, UserPoolId))
      if (user.groups.includes(group.name))
        saveUser(context, { ...user, groups: user.groups.filter((name) => name !== group.name) });
    context.store.groups.remove(inPool(UserPoolId, group.name));
    return {};
  },
  ListGroups(context, input) {
    const { UserPoolId, Limit, NextToken } = read(page.extend({ NextToken: text.optional() }), input);
    const pool = poolOf(context, UserPoolId);
    const groups = [...context.store.groups.all()].filter((group) => group.poolId === pool.id);
    const { items, next } = paged(groups, NextToken, Limit);
    return { Groups: items.map(groupView), ...(next ? { NextToken: next } : {}) };
  },
  ListUsers(context, input) {
    const wanted = read(
      page.extend({ PaginationToken: text.optional(), Filter: z.string().optional() }),
      input,
    );
    const users = usersOf(context, poolOf(context, wanted.UserPoolId).id).filter(filterOf(wanted.Filter));
    const { items, next } = paged(users, wanted.PaginationToken, wanted.Limit);
    return { Users: items.map(userView), ...(next ? { PaginationToken: next } : {}) };
  },
  ListUsersInGroup(context, input) {
    const wanted = read(page.extend({ GroupName: text, NextToken: text.optional() }), input);
    const group = groupOf(context, wanted.UserPoolId, wanted.GroupName);
    const users = usersOf(context, group.poolId).filter((user) => user.groups.includes(group.name));
    const { items, next } = paged(users, wanted.NextToken, wanted.Limit);
    return { Users: items.map(userView), ...(next ? { NextToken: next } : {}) };
  },
};
