import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Client } from '@geoarchive/contract/client.ts';
import { type RoleCode, roles } from '@geoarchive/domain/roles.ts';
import { signIn } from '@geoarchive/frontend-cli/session.ts';
import type { Endpoints } from '../../infra/local/endpoints.ts';
import type { Inside } from './inside.ts';
import { withSecondFactor } from './second-factor.ts';

const password = 'GeoArchive-2026';
export type NewPerson = {
  username: string;
  role: RoleCode;
  /** Roles besides that one. */
  further?: readonly RoleCode[];
  organisation?: string;
  node?: string;
};
/** Where a person signs in, and how. */
export type Made = { site: string; username: string; password: string };

/** Makes a person who is not among the demo accounts, unless they are there already. */
export const makePerson = async (
  endpoints: Endpoints,
  inside: Inside,
  { username: Username, role, further = [], organisation, node }: NewPerson,
): Promise<Made> => {
  const staff = roles.find(({ code }) => code === role)?.pool === 'staff';
  const UserPoolId = inside.named(staff ? 'identity/StaffPool' : 'identity/PublicPool');
  const attributes = {
    email: `${Username}@test.geoarchive.example`,
    email_verified: 'true',
    name: Username,
    ...(organisation && { 'custom:organisation': organisation }),
    ...(node && { 'custom:node': node }),
  };
  const { cognito } = inside.clients;
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  await cognito
    .send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS', UserAttributes }))
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'UsernameExistsException')) throw error;
    });
  await cognito.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }),
  );
  for (const GroupName of [role, ...further])
    await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
  return { site: staff ? endpoints.admin : endpoints.submit, username: Username, password };
};

/** Signs in a person who is not among the demo accounts; made on the spot when new. */
export const person = async (
  endpoints: Endpoints,
  inside: Inside,
  of: NewPerson,
  language = 'en',
): Promise<Client> => {
  const { site, ...who } = await makePerson(endpoints, inside, of);
  return signIn(site, await withSecondFactor(site, who), language);
};
