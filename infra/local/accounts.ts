import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { type RoleCode, roles } from '@geoarchive/domain/roles.ts';
import type { Model } from './template/model.ts';

export type Account = {
  role: RoleCode;
  username: string;
  password: string;
  node: string;
  organisation: string;
};

/** Known to everybody: these accounts exist in local runs only. */
const PASSWORD = 'GeoArchive-2026';
/** Organisation of the demo's submitters, and the second one whose deposits they must not see. */
const ORGANISATION = 'DEMO-SURVEY';

const usernameOf = (role: RoleCode): string => role.toLowerCase().replaceAll('_', '-');
const isSubmitter = (role: RoleCode): boolean => role === 'SUBMITTER' || role === 'SUBMITTER_ADMIN';

/** Codes of a deployment's archives and custodians. */
export type Nodes = { archives: readonly string[]; custodians?: readonly string[] };

/** Where a role's demo account works; the public and registries have no node. */
const nodeOf = (role: RoleCode, { archives, custodians = [] }: Nodes): string => {
  const [national = '', province = national] = archives;
  if (role === 'REGISTRY' || roles.find(({ code }) => code === role)?.pool === 'public') return '';
  if (role === 'CUSTODIAN_ADMIN') return custodians[0] ?? national;
  return role === 'PROVINCE_ADMIN' ? province : national;
};

/**
 * One demo account per role; staff belong to a node, save registries, and submitters to an organisation. A second person seconds what the
 * ministry proposes, and a second custodian must not see the first one's.
 */
export function demoAccounts(nodes: Nodes): Account[] {
  const deputy: Account = {
    ...{ role: 'MINISTRY_ADMIN', username: 'ministry-deputy', password: PASSWORD },
    ...{ node: nodes.archives[0] ?? '', organisation: '' },
  };
  // Somebody of a province's archive fills in what its authority checks.
  const keeper = nodes.archives.slice(1, 2).map((node): Account => {
    const account = { role: 'ARCHIVE_KEEPER', username: 'province-keeper', password: PASSWORD } as const;
    return { ...account, node, organisation: '' };
  });
  const others = (nodes.custodians ?? []).slice(1, 2).map((node): Account => {
    const account = { role: 'CUSTODIAN_ADMIN', username: 'custodian-other', password: PASSWORD } as const;
    return { ...account, node, organisation: '' };
  });
  const accounts = roles.map(({ code }) => ({
    role: code,
    username: usernameOf(code),
    password: PASSWORD,
    node: nodeOf(code, nodes),
    organisation: isSubmitter(code) ? ORGANISATION : '',
  }));
  return [...accounts, deputy, ...keeper, ...others];
}

/** The pool whose groups hold a role; undefined where people sign in elsewhere. */
function poolOf(model: Model, role: RoleCode): string | undefined {
  const group = model.resources('AWS::Cognito::UserPoolGroup').find((resource) => resource.ref() === role);
  return group && String(group.properties()['UserPoolId']);
}

async function createAccount(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  account: Account,
): Promise<void> {
  const Username = account.username;
  const names = roles.find(({ code }) => code === account.role)?.name;
  const attributes = {
    email: `${Username}@demo.geoarchive.example`,
    email_verified: 'true',
    name: names?.zh ?? Username,
    ...(account.organisation && { 'custom:organisation': account.organisation }),
    ...(account.node && { 'custom:node': account.node }),
  };
  try {
    await client.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username,
        MessageAction: 'SUPPRESS',
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      }),
    );
  } catch (error) {
    // A person may have changed the password since: leave the account as it is.
    if (error instanceof Error && error.name === 'UsernameExistsException') return;
    throw error;
  }
  const { password: Password } = account;
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: account.role }));
}

/** Creates the demo accounts that are not there yet, as far as the stacks have a pool for them; returns those. */
export async function createAccounts(
  model: Model,
  client: CognitoIdentityProviderClient,
  accounts: readonly Account[],
): Promise<Account[]> {
  const placed = accounts.flatMap((account) => {
    const pool = poolOf(model, account.role);
    return pool === undefined ? [] : [{ account, pool }];
  });
  await Promise.all(placed.map(({ account, pool }) => createAccount(client, pool, account)));
  return placed.map(({ account }) => account);
}
