import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Context, type Operation, secondsOf } from './context.ts';
import { fail } from './fail.ts';
import { read, text } from './input.ts';
import { newTokenKey } from './jwt.ts';
import { type Pool, poolSchema, type User } from './model.ts';

/** LocalStack's convention for a chosen id, kept so that the same provisioning works there. */
const idTag = '_custom_id_';

const policy = z.object({
  MinimumLength: z.number().default(8),
  RequireLowercase: z.boolean().default(false),
  RequireUppercase: z.boolean().default(false),
  RequireNumbers: z.boolean().default(false),
  RequireSymbols: z.boolean().default(false),
});

const createInput = z.object({
  PoolName: text,
  MfaConfiguration: z.enum(['OFF', 'ON', 'OPTIONAL']).default('OFF'),
  UsernameAttributes: z.array(z.enum(['email'])).default([]),
  AliasAttributes: z.array(z.string()).default([]),
  Policies: z.object({ PasswordPolicy: policy.optional() }).optional(),
  Schema: z.array(z.object({ Name: text, Mutable: z.boolean().default(true) })).default([]),
  UserPoolTags: z.record(z.string(), z.string()).default({}),
  AdminCreateUserConfig: z
    .object({
      InviteMessageTemplate: z
        .object({ EmailSubject: text.optional(), EmailMessage: text.optional() })
        .optional(),
    })
    .optional(),
  EmailVerificationSubject: text.optional(),
  EmailVerificationMessage: text.optional(),
});

/** The texts of the pool's e-mails; what was not given stays as Cognito words it. */
const lettersOf = (wanted: z.infer<typeof createInput>): Pool['letters'] => {
  const invitation = wanted.AdminCreateUserConfig?.InviteMessageTemplate;
  const usual = poolSchema.shape.letters.parse(undefined);
  return {
    invitation: {
      subject: invitation?.EmailSubject ?? usual.invitation.subject,
      text: invitation?.EmailMessage ?? usual.invitation.text,
    },
    resetCode: {
      subject: wanted.EmailVerificationSubject ?? usual.resetCode.subject,
      text: wanted.EmailVerificationMessage ?? usual.resetCode.text,
    },
  };
};

const standard = new Set(
  'address birthdate email email_verified family_name gender given_name locale middle_name name nickname phone_number phone_number_verified picture preferred_username profile sub updated_at website zoneinfo'.split(
    ' ',
  ),
);

/** True for an attribute that every pool has. */
export const isStandard = (name: string): boolean => standard.has(name);

/** The pool of a request. */
export function poolOf({ store }: Context, id: string): Pool {
  const pool = store.pools.get(id);
  if (!pool) throw fail('ResourceNotFoundException', `User pool ${id} does not exist.`);
  return pool;
}

/** The users of a pool, in the order of their creation. */
export const usersOf = ({ store }: Context, poolId: string): User[] =>
  [...store.users.all()].filter((user) => user.poolId === poolId);

const idInput = z.object({ UserPoolId: text });

const view = (context: Context, pool: Pool) => ({
  Id: pool.id,
  Name: pool.name,
  Arn: `arn:aws:cognito-idp:${context.region}:${context.account}:userpool/${pool.id}`,
  CreationDate: pool.created,
  LastModifiedDate: pool.created,
  MfaConfiguration: pool.mfa,
  Policies: { PasswordPolicy: pool.policy },
  UsernameAttributes: pool.emailIsUsername ? ['email'] : [],
  AliasAttributes: pool.emailIsAlias ? ['email'] : [],
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  EstimatedNumberOfUsers: usersOf(context, pool.id).length,
  SchemaAttributes: Object.entries(pool.custom).map(([Name, { mutable }]) => ({
    Name,
    AttributeDataType: 'String',
    Mutable: mutable,
  })),
  UserPoolTags: pool.tags,
});

const create: Operation = (context, input) => {
  const wanted = read(createInput, input);
  const { [idTag]: chosen, ...tags } = wanted.UserPoolTags;
  const id = chosen ?? `${context.region}_${randomBytes(8).toString('hex').slice(0, 9)}`;
  if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(id))
    throw fail('InvalidParameterException', `A user pool's id has the form region_letters: ${id}`);
  if (context.store.pools.get(id)) throw fail('InvalidParameterException', `User pool ${id} exists already.`);
  const custom = wanted.Schema.filter(({ Name }) => !isStandard(Name)).map(
    ({ Name, Mutable }) =>
      [Name.startsWith('custom:') ? Name : `custom:${Name}`, { mutable: Mutable }] as const,
  );
  const pool: Pool = {
    id,
    name: wanted.PoolName,
    created: secondsOf(context.now()),
    mfa: wanted.MfaConfiguration,
    emailIsUsername: wanted.UsernameAttributes.includes('email'),
    emailIsAlias: wanted.AliasAttributes.includes('email'),
    policy: wanted.Policies?.PasswordPolicy ?? policy.parse({}),
    letters: lettersOf(wanted),
    custom: Object.fromEntries(custom),
    ...newTokenKey(),
    tags,
  };
  context.store.pools.put(id, pool);
  return { UserPool: view(context, pool) };
};

const mfaInput = idInput.extend({ MfaConfiguration: z.enum(['OFF', 'ON', 'OPTIONAL']).default('OFF') });

/** Operations on pools. */
export const poolOperations: Readonly<Record<string, Operation>> = {
  CreateUserPool: create,
  DescribeUserPool: (context, input) => ({
    UserPool: view(context, poolOf(context, read(idInput, input).UserPoolId)),
  }),
  ListUserPools: (context) => ({
    UserPools: [...context.store.pools.all()].map((pool) => ({ Id: pool.id, Name: pool.name })),
  }),
  UpdateUserPool(context, input) {
    const { UserPoolId, Policies, MfaConfiguration } = read(
      createInput.partial().extend({ UserPoolId: text }),
      input,
    );
    const pool = poolOf(context, UserPoolId);
    context.store.pools.put(pool.id, {
      ...pool,
      mfa: MfaConfiguration ?? pool.mfa,
      policy: Policies?.PasswordPolicy ?? pool.policy,
    });
    return {};
  },
  SetUserPoolMfaConfig(context, input) {
    const { UserPoolId, MfaConfiguration } = read(mfaInput, input);
    const pool = { ...poolOf(context, UserPoolId), mfa: MfaConfiguration };
    context.store.pools.put(pool.id, pool);
    return { MfaConfiguration, SoftwareTokenMfaConfiguration: { Enabled: MfaConfiguration !== 'OFF' } };
  },
  GetUserPoolMfaConfig(context, input) {
    const { mfa } = poolOf(context, read(idInput, input).UserPoolId);
    return { MfaConfiguration: mfa, SoftwareTokenMfaConfiguration: { Enabled: mfa !== 'OFF' } };
  },
  DeleteUserPool({ store, ...context }, input) {
    const { id } = poolOf({ store, ...context }, read(idInput, input).UserPoolId);
    const drop = (collection: { remove(id: string): void }, name: string) =>
      collection.remove(`${id}/${name}`);
    for (const user of [...store.users.all()]) if (user.poolId === id) drop(store.users, user.username);
    for (const group of [...store.groups.all()]) if (group.poolId === id) drop(store.groups, group.name);
    for (const client of [...store.clients.all()]) if (client.poolId === id) store.clients.remove(client.id);
    for (const grant of [...store.grants.all()]) if (grant.poolId === id) store.grants.remove(grant.hash);
    store.pools.remove(id);
    return {};
  },
};
