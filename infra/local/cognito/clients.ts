import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Context, Operation } from './context.ts';
import { fail } from './fail.ts';
import { read, text } from './input.ts';
import type { Client } from './model.ts';
import { poolOf } from './pools.ts';

/** A chosen client id travels in the name, as LocalStack has it. */
const idPrefix = '_custom_id_:';

const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);
const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

const settings = z.object({
  UserPoolId: text,
  ExplicitAuthFlows: z.array(z.string()).optional(),
  IdTokenValidity: z.number().optional(),
  AccessTokenValidity: z.number().optional(),
  RefreshTokenValidity: z.number().optional(),
  TokenValidityUnits: z
    .object({ IdToken: unit.optional(), AccessToken: unit.optional(), RefreshToken: unit.optional() })
    .optional(),
  ReadAttributes: z.array(z.string()).optional(),
  WriteAttributes: z.array(z.string()).optional(),
  EnableTokenRevocation: z.boolean().optional(),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).optional(),
  RefreshTokenRotation: z
    .object({ Feature: z.literal('DISABLED', 'rotation of refresh tokens is not known here') })
    .optional(),
});
const createInput = settings.extend({
  ClientName: text,
  GenerateSecret: z.literal(false, 'clients with a secret are not known here').optional(),
});
const idInput = z.object({ UserPoolId: text, ClientId: text });

type Settings = z.infer<typeof settings>;

function applied(wanted: Settings): Omit<Client, 'id' | 'name' | 'poolId'> {
  const units = wanted.TokenValidityUnits ?? {};
  const life = (value: number | undefined, given: z.infer<typeof unit>, otherwise: number) =>
    value ? value * seconds[given] : otherwise;
  return {
    flows: wanted.ExplicitAuthFlows ?? ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    idSeconds: life(wanted.IdTokenValidity, units.IdToken ?? 'hours', 3600),
    accessSeconds: life(wanted.AccessTokenValidity, units.AccessToken ?? 'hours', 3600),
    refreshSeconds: life(wanted.RefreshTokenValidity, units.RefreshToken ?? 'days', 30 * 86_400),
    ...(wanted.ReadAttributes ? { readable: wanted.ReadAttributes } : {}),
    ...(wanted.WriteAttributes ? { writable: wanted.WriteAttributes } : {}),
    revocation: wanted.EnableTokenRevocation ?? true,
    hidesUsers: wanted.PreventUserExistenceErrors !== 'LEGACY',
  };
}

/** The client of a request that names no pool. */
export function clientOf({ store }: Context, id: string): Client {
  const client = store.clients.get(id);
  if (!client) throw fail('ResourceNotFoundException', `User pool client ${id} does not exist.`);
  return client;
}

function clientIn(context: Context, id: { UserPoolId: string; ClientId: string }): Client {
  const client = clientOf(context, id.ClientId);
  if (client.poolId !== id.UserPoolId)
    throw fail('ResourceNotFoundException', `User pool client ${id.ClientId} does not exist.`);
  return client;
}

const view = (client: Client) => ({
  ClientId: client.id,
  ClientName: client.name,
  UserPoolId: client.poolId,
  ExplicitAuthFlows: client.flows,
  IdTokenValidity: client.idSeconds,
  AccessTokenValidity: client.accessSeconds,
  RefreshTokenValidity: client.refreshSeconds,
  TokenValidityUnits: { IdToken: 'seconds', AccessToken: 'seconds', RefreshToken: 'seconds' },
  ...(client.readable ? { ReadAttributes: client.readable } : {}),
  ...(client.writable ? { WriteAttributes: client.writable } : {}),
  EnableTokenRevocation: client.revocation,
  PreventUserExistenceErrors: client.hidesUsers ? 'ENABLED' : 'LEGACY',
});

/** Operations on the clients of a pool. */
export const clientOperations: Readonly<Record<string, Operation>> = {
  CreateUserPoolClient(context, input) {
    const wanted = read(createInput, input);
    const pool = poolOf(context, wanted.UserPoolId);
    const chosen = wanted.ClientName.startsWith(idPrefix)
      ? wanted.ClientName.slice(idPrefix.length)
      : undefined;
    const id = chosen ?? randomBytes(13).toString('hex');
    if (context.store.clients.get(id))
      throw fail('InvalidParameterException', `User pool client ${id} exists already.`);
    const client: Client = { id, poolId: pool.id, name: chosen ?? wanted.ClientName, ...applied(wanted) };
    context.store.clients.put(id, client);
    return { UserPoolClient: view(client) };
  },
  UpdateUserPoolClient(context, input) {
    const wanted = read(settings.extend({ ClientId: text, ClientName: text.optional() }), input);
    const { id, poolId, name } = clientIn(context, wanted);
    const client: Client = { id, poolId, name, ...applied(wanted) };
    context.store.clients.put(id, client);
    return { UserPoolClient: view(client) };
  },
  DescribeUserPoolClient: (context, input) => ({
    UserPoolClient: view(clientIn(context, read(idInput, input))),
  }),
  ListUserPoolClients(context, input) {
    const pool = poolOf(context, read(z.object({ UserPoolId: text }), input).UserPoolId);
    const clients = [...context.store.clients.all()].filter((client) => client.poolId === pool.id);
    return {
      UserPoolClients: clients.map(({ id, name, poolId }) => ({
        ClientId: id,
        ClientName: name,
        UserPoolId: poolId,
      })),
    };
  },
  DeleteUserPoolClient(context, input) {
    context.store.clients.remove(clientIn(context, read(idInput, input)).id);
    return {};
  },
};
