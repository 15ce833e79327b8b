import { caseKindCodes, defaultAppealDays } from '@geoarchive/domain/cases/kinds.ts';
import { inspectionGroups } from '@geoarchive/domain/custody/settings.ts';
import { indicatorCodes } from '@geoarchive/domain/reporting/evaluation.ts';
import { defaultReportTerms } from '@geoarchive/domain/reporting/report.ts';
import { defaultJumps } from '@geoarchive/domain/reporting/values.ts';
import { defaultGrant } from '@geoarchive/domain/service/codes.ts';
import { chargeCodes, chargeUnitCodes, priceLimits } from '@geoarchive/domain/service/prices.ts';
import { defaultPublicStep } from '@geoarchive/domain/subsurface/release.ts';
import { defaultDigestWeekday } from '@geoarchive/domain/supervision/week.ts';
import { defaultTransfer } from '@geoarchive/domain/transfer/transfer.ts';
import * as z from 'zod';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const cidr = z.string().regex(/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/, 'an IPv4 range such as 203.0.113.0/24');

const oidcClient = z.strictObject({ issuer: z.url(), clientId: z.string().min(1), jwksUri: z.url() });
const identity = z.discriminatedUnion('kind', [
  /** Two Cognito user pools of this deployment. `password` sends the password itself and is for local runs only. */
  z.strictObject({ kind: z.literal('cognito'), flow: z.enum(['srp', 'password']) }),
  /** Any OpenID Connect issuer (the China regions have no user pools). Claims are named as the issuer names them. */
  z.strictObject({
    kind: z.literal('oidc'),
    staff: oidcClient,
    public: oidcClient,
    claims: z
      .strictObject({ roles: z.string(), organisation: z.string(), node: z.string() })
      .default({ roles: 'groups', organisation: 'organisation', node: 'node' }),
  }),
]);

const internalAccess = z.discriminatedUnion('kind', [
  /** Reached only through these VPC endpoints; the admin site is then served by the institution's own network. */
  z.strictObject({
    kind: z.literal('private'),
    vpcEndpointIds: z.array(z.string().startsWith('vpce-')).min(1),
  }),
  /** Reached through CloudFront from these addresses only. */
  z.strictObject({ kind: z.literal('ip-ranges'), ranges: z.array(cidr).min(1) }),
]);

const domain = z.strictObject({ name: z.string().min(3), certificateArn: z.string().startsWith('arn:') });
const receiver = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), address: z.email() }),
  z.strictObject({ kind: z.literal('webhook'), url: z.url({ protocol: /^https$/ }) }),
]);

const searchEngine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot') }),
  z.strictObject({ kind: z.literal('opensearch'), domainName: z.string().min(3), endpoint: z.url() }),
]);

const monthAndDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'month and day, such as 01-15');
const publicKey = z.string().startsWith('-----BEGIN PUBLIC KEY-----');
const carrier = z.discriminatedUnion('kind', [
  /** Bundles go through the doors by queue and copy. */
  z.strictObject({ kind: z.literal('direct') }),
  /** Bundles of archives in networks of their own come by a ferry besides; these are their release keys. */
  z.strictObject({ kind: z.literal('ferry'), signers: z.array(publicKey).min(1).max(5) }),
]);

const shape = z.strictObject({
  /** Prefix of every stack and bucket. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/, 'lower-case letters, digits and hyphens, 3 to 20 long'),
  /** `local` is what `npm start` runs on this machine; `cloud` is everything that is deployed. */
  kind: z.enum(['local', 'cloud']),
  partition: z.enum(['aws', 'aws-cn']),
  /** Archives (馆藏机构) and entrusted custodians (委托保管单位) served by this deployment. */
  nodes: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z0-9-]{2,20}$/),
        name: bilingual,
        /** A custodian keeps what it is entrusted with: nothing is submitted to it. */
        kind: z.enum(['archive', 'custodian']).default('archive'),
        /** Region of a provincial archive (GB/T 2260); left out for the national one. */
        province: z
          .string()
          .regex(/^\d{2}0000$/)
          .optional(),
        /** How whoever asks for data reaches it (address, telephone): shown on the portal. */
        contact: bilingual.optional(),
      }),
    )
    .min(1),
  identity,
  internalAccess,
  searchEngine: searchEngine.default({ kind: 'snapshot' }),
  carrier: carrier.default({ kind: 'direct' }),
  alarms: z.strictObject({ receivers: z.array(receiver).default([]) }).default({ receivers: [] }),
  retention: z
    .strictObject({
      /** Days that logs are kept. */
      logDays: z
        .union([z.literal(30), z.literal(90), z.literal(180), z.literal(365), z.literal(731)])
        .default(180),
      /** Days after which an upload that was never completed is removed. */
      incompleteUploadDays: z.int().min(1).default(14),
      /** Days that replaced or removed versions are kept outside the archive bucket. */
      replacedVersionDays: z.int().min(1).default(90),
    })
    .default({ logDays: 180, incompleteUploadDays: 14, replacedVersionDays: 90 }),
  domains: z
    .strictObject({ submit: domain.optional(), admin: domain.optional(), portal: domain.optional() })
    .default({}),
  /** Address of the portal as the QR codes of papers say it; by default its domain name. */
  portalUrl: z.url().optional(),
  /** E-mail of notices, by SES: without it notices stay in the inboxes. SES must know the sender's identity. */
  mail: z
    .strictObject({
      sender: z.email(),
      /** Addresses of the sites as mails say them; by default their domain names. */
      submitUrl: z.url().optional(),
      adminUrl: z.url().optional(),
    })
    .optional(),
  /** Where organisations may have their notices sent (webhooks): https on these ports. */
  webhooks: z
    .strictObject({
      ports: z.array(z.int().min(1).max(65_535)).min(1).default([443, 8443]),
      /** Lets them call this machine, also without https: for local runs only. */
      loopback: z.boolean().default(false),
    })
    .prefault({}),
  throttling: z
    .strictObject({ ratePerSecond: z.int().min(1), burst: z.int().min(1) })
    .default({ ratePerSecond: 200, burst: 400 }),
  /** The ground of maps; without a key the embedded outline alone, which needs no network. */
  map: z
    .strictObject({
      /** Key of the deployment for 天地图 (a "browser" key, bound to the sites' domains: every visitor sees it). */
      tianditu: z.strictObject({ key: z.string().regex(/^[0-9a-f]{32}$/, '32 digits, a–f') }).optional(),
    })
    .default({}),
  /** What provinces set by rule. */
  terms: z
    .strictObject({
      /** Days for checking a deposit. */
      checkDays: z.int().min(1).default(10),
      /** Chinese legal 日 are calendar days unless the text says 工作日. */
      checkDaysKind: z.enum(['calendar', 'working']).default('calendar'),
      /** A last day that is a day off moves to the next working day (民法典 art. 203). */
      checkRollsOver: z.boolean().default(true),
      /** Days for correcting a returned one. */
      correctionDays: z.int().min(1).default(30),
      /** The authority lets its archives issue certificates; never the person who accepted the deposit. */
      delegateCertificates: z.boolean().default(false),
      /** Terms in which cases are decided, by kind; those not named have the domain's. */
      cases: z
        .partialRecord(
          z.enum(caseKindCodes),
          z.strictObject({ days: z.int().min(1), kind: z.enum(['calendar', 'working']) }),
        )
        .default({}),
      /** Days after a decision in which an appeal is taken. */
      appealDays: z.int().min(1).default(defaultAppealDays),
      /** Days and reads that the form of a grant begins with, working days for the review after the fact, days before its end on which its person is reminded; no rule gives a number. */
      use: z
        .strictObject({
          days: z.int().min(1),
          reads: z.int().min(1),
          reviewDays: z.int().min(1).default(defaultGrant.reviewDays),
          remindDays: z.int().min(1).default(defaultGrant.remindDays),
        })
        .default({ ...defaultGrant }),
      /** Price lists of use (收费标准), in fen, each with its days; without one use is free and nothing of prices shows. */
      prices: z
        .array(
          z.strictObject({
            version: z.string().min(1).max(40),
            from: z.iso.date(),
            until: z.iso.date().optional(),
            items: z
              .array(
                z.strictObject({
                  charge: z.enum(chargeCodes),
                  unit: z.enum(chargeUnitCodes),
                  fen: z.int().min(0).max(priceLimits.fen),
                }),
              )
              .min(1)
              .refine((items) => new Set(items.map(({ charge }) => charge)).size === items.length, {
                error: 'a charge has two prices',
              }),
          }),
        )
        .max(10)
        .default([]),
      /** The weekday of the supervision's weekly digest: Monday 1 to Sunday 7. */
      digestWeekday: z.int().min(1).max(7).default(defaultDigestWeekday),
      /** Onward transfer (转送): calendar days from acceptance, days of notice before the due day (0 is the day itself), days between reminders after it. */
      transfer: z
        .strictObject({
          days: z.int().min(1).max(3650).default(defaultTransfer.days),
          noticeDays: z
            .array(z.int().min(0).max(365))
            .min(1)
            .max(10)
            .default([...defaultTransfer.noticeDays]),
          repeatDays: z.int().min(1).max(365).default(defaultTransfer.repeatDays),
        })
        .prefault({}),
      /** Days that the papers of a chase (催交) give, by step, in which nobody names a day; those not named have the domain's. */
      chase: z
        .partialRecord(z.enum(['demand', 'order', 'propose', 'fine', 'correct']), z.int().min(1))
        .default({}),
      /** Public notices (公示). */
      disclosure: z
        .strictObject({
          /** Days that no text of the field gives; those not named have the domain's. */
          days: z
            .partialRecord(z.enum(['objection', 'penalty', 'afterLift', 'trace']), z.int().min(1))
            .default({}),
          /** The portal answers how submissions of a licence or project stand. Whether that is public is the ministry's decision. */
          submissions: z.boolean().default(false),
        })
        .prefault({}),
      /** Custody (委托管理): days and weights that no text of the field gives; those not named have the domain's. */
      custody: z
        .strictObject({
          /** Days before the end of an agreement on which its parties are reminded. */
          noticeDays: z.array(z.int().min(1)).min(1).max(10).optional(),
          /** Month and day of the following year by which holding lists are handed in. */
          listDue: z
            .string()
            .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d)$/, 'MM-DD')
            .optional(),
          /** Days before that day on which a custodian is reminded of its list. */
          listNoticeDays: z.array(z.int().min(1)).min(1).max(10).optional(),
          /** Days to rectify a finding in which the inspector names no day. */
          rectificationDays: z.int().min(1).optional(),
          /** Days before the day of a rectification on which its custodian is reminded. */
          rectificationNoticeDays: z.array(z.int().min(1)).min(1).max(10).optional(),
          /** How much each part of a checklist counts. */
          weights: z.partialRecord(z.enum(inspectionGroups), z.int().min(0)).optional(),
        })
        .prefault({}),
      /** Holes on the portal: degrees to which their places are rounded. */
      holes: z
        .strictObject({ publicStep: z.number().min(0.0001).max(1).default(defaultPublicStep) })
        .prefault({}),
      /** Annual reports (管理年报). */
      reporting: z
        .strictObject({
          /** Last days for units and for those who check, as month and day of the year after. */
          terms: z
            .strictObject({
              unitBy: monthAndDay.default(defaultReportTerms.unitBy),
              checkBy: monthAndDay.default(defaultReportTerms.checkBy),
            })
            .prefault({}),
          /** How much an indicator of the evaluation counts; those not named count 10. */
          weights: z.partialRecord(z.enum(indicatorCodes), z.number().min(0).max(1000)).default({}),
          /** A figure that changed by more than this percentage, and at least by so many, has to be explained. */
          jumps: z
            .strictObject({
              percent: z.number().min(0).default(defaultJumps.percent),
              least: z.number().min(0).default(defaultJumps.least),
            })
            .prefault({}),
        })
        .prefault({}),
    })
    .prefault({}),
  /** Executions set aside per function name; off by default, because throttled pollers push good messages aside. */
  reservedConcurrency: z
    .strictObject({
      accountLimit: z.int().min(100).default(1000),
      functions: z.record(z.string(), z.int().min(1)).default({}),
    })
    .default({ accountLimit: 1000, functions: {} }),
});

/** Executions that Lambda insists on leaving unreserved in every account. */
const unreservedMinimum = 100;

/** Settings of one deployment, as written in `cdk.json`, checked against each other as well as one by one. */
const settingsSchema = shape.superRefine((s, context) => {
  const refuse = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', message, path });
  if (s.partition === 'aws-cn' && s.identity.kind === 'cognito')
    refuse('the China regions have no Cognito user pools: use an oidc issuer', 'identity', 'kind');
  if (s.partition === 'aws-cn' && s.mail !== undefined)
    refuse('the China regions have no SES: leave mail out, notices stay in the inboxes', 'mail');
  if (s.partition === 'aws-cn' && Object.keys(s.domains).length > 0)
    refuse(
      'CloudFront in China takes certificates of another kind, which this does not write yet',
      'domains',
    );
  if (s.kind !== 'local' && s.identity.kind === 'cognito' && s.identity.flow === 'password')
    refuse('sign-in that sends the password itself is for kind "local" only: use "srp"', 'identity', 'flow');
  if (s.kind !== 'local' && s.webhooks.loopback)
    refuse('a function must not call itself: this is for kind "local" only', 'webhooks', 'loopback');
  if (s.kind !== 'local' && s.identity.kind === 'oidc')
    for (const pool of ['staff', 'public'] as const)
      for (const name of ['issuer', 'jwksUri'] as const)
        if (!s.identity[pool][name].startsWith('https://'))
          refuse('tokens and keys come by https only', 'identity', pool, name);
  const reserved = Object.values(s.reservedConcurrency.functions).reduce((sum, n) => sum + n, 0);
  if (reserved > s.reservedConcurrency.accountLimit - unreservedMinimum)
    refuse(
      `${reserved} reserved executions leave fewer than ${unreservedMinimum} of ${s.reservedConcurrency.accountLimit}`,
      'reservedConcurrency',
    );
  const codes = s.nodes.map((n) => n.code);
  if (new Set(codes).size !== codes.length) refuse('two nodes have the same code', 'nodes');
  if (s.nodes.every(({ kind }) => kind === 'custodian')) refuse('no node is an archive', 'nodes');
});

export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings of one deployment.
 * @throws Error naming every wrong setting by its path.
 */
export function readSettings(input: unknown): Settings {
  const result = settingsSchema.safeParse(input);
  if (result.success) return result.data;
  throw new Error(`The deployment's settings are wrong:\n${z.prettifyError(result.error)}`);
}
