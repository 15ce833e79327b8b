import type {
  AliasAttributeType,
  ExplicitAuthFlowsType,
  UsernameAttributeType,
  VerifiedAttributeType,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';

/** A text of the template; the endpoint refuses one that it does not know. */
const word = <T extends string>() => z.custom<T>((value) => typeof value === 'string');
const schemaAttribute = z.object({
  Name: z.string(),
  AttributeDataType: z.enum(['String', 'Number', 'DateTime', 'Boolean']).optional(),
  Mutable: z.boolean().optional(),
  Required: z.boolean().optional(),
});
const optional = <T extends z.ZodType>(type: T) => type.optional();

/** Drops undefined members, which the SDK's exact types do not take. */
const exact = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const letter = z.object({ EmailSubject: optional(z.string()), EmailMessage: optional(z.string()) });

export const poolSchema = z
  .object({
    UserPoolName: optional(z.string()),
    Policies: optional(
      z.object({
        PasswordPolicy: z.object({
          MinimumLength: optional(z.number()),
          RequireLowercase: optional(z.boolean()),
          RequireNumbers: optional(z.boolean()),
          RequireSymbols: optional(z.boolean()),
          RequireUppercase: optional(z.boolean()),
          TemporaryPasswordValidityDays: optional(z.number()),
        }),
      }),
    ),
    Schema: optional(z.array(schemaAttribute)),
    AliasAttributes: optional(z.array(word<AliasAttributeType>())),
    UsernameAttributes: optional(z.array(word<UsernameAttributeType>())),
    AutoVerifiedAttributes: optional(z.array(word<VerifiedAttributeType>())),
    MfaConfiguration: optional(z.enum(['OFF', 'ON', 'OPTIONAL'])),
    AdminCreateUserConfig: optional(
      z.object({
        AllowAdminCreateUserOnly: optional(z.boolean()),
        InviteMessageTemplate: optional(letter.transform(exact)),
      }),
    ),
    EmailVerificationSubject: optional(z.string()),
    EmailVerificationMessage: optional(z.string()),
  })
  .transform(exact);

export const clientSchema = z
  .object({
    UserPoolId: z.string(),
    ExplicitAuthFlows: optional(z.array(word<ExplicitAuthFlowsType>())),
    GenerateSecret: optional(z.boolean()),
    AccessTokenValidity: optional(z.number()),
    IdTokenValidity: optional(z.number()),
    RefreshTokenValidity: optional(z.number()),
    TokenValidityUnits: optional(
      z.object({
        AccessToken: optional(z.enum(['seconds', 'minutes', 'hours', 'days'])),
        IdToken: optional(z.enum(['seconds', 'minutes', 'hours', 'days'])),
        RefreshToken: optional(z.enum(['seconds', 'minutes', 'hours', 'days'])),
      }),
    ),
    EnableTokenRevocation: optional(z.boolean()),
    PreventUserExistenceErrors: optional(z.enum(['ENABLED', 'LEGACY'])),
    ReadAttributes: optional(z.array(z.string())),
    WriteAttributes: optional(z.array(z.string())),
  })
  .transform(exact);

export const groupSchema = z
  .object({
    UserPoolId: z.string(),
    Description: optional(z.string()),
    Precedence: optional(z.number()),
  })
  .transform(exact);
