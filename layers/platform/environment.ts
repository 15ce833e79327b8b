import { priceList } from '@geoarchive/contract/service-parts.ts';
import { caseKindCodes } from '@geoarchive/domain/cases/kinds.ts';
import { inspectionGroups } from '@geoarchive/domain/custody/settings.ts';
import { planes } from '@geoarchive/domain/planes.ts';
import * as z from 'zod';

const schema = z.object({
  PLANE: z.enum(planes),
  TABLE_NAME: z.string(),
  BUCKET_NAME: z.string().optional(),
  INTAKE_BUCKET_NAME: z.string().optional(),
  INBOX_BUCKET_NAME: z.string().optional(),
  INDEX_BUCKET_NAME: z.string().optional(),
  DELIVERY_BUCKET_NAME: z.string().optional(),
  INSPECT_QUEUE_URL: z.string().optional(),
  FIXITY_QUEUE_URL: z.string().optional(),
  COPY_QUEUE_URL: z.string().optional(),
  RELEASE_QUEUE_URL: z.string().optional(),
  INGEST_QUEUE_URL: z.string().optional(),
  WORK_QUEUE_URL: z.string().optional(),
  DELIVER_QUEUE_URL: z.string().optional(),
  WEBHOOK_QUEUE_URL: z.string().optional(),
  /** Seals the secrets of webhooks. */
  SECRET_KEY_ID: z.string().optional(),
  /** Whom mails come from, and the site that they link into. */
  MAIL_SENDER: z.string().optional(),
  SITE_URL: z.string().optional(),
  /** Of an operations function: the dead letters of its plane. */
  DEAD_LETTERS: z.string().optional(),
  TOPIC_ARN: z.string().optional(),
  RECEIPT_KEY_ID: z.string().optional(),
  CERTIFICATE_KEY_ID: z.string().optional(),
  RELEASE_KEY_ID: z.string().optional(),
  USER_POOL_ID: z.string().optional(),
  ASSETS_DIR: z.string().optional(),
  SETTINGS: z.string().default('{}'),
  AWS_REGION: z.string(),
  AWS_ENDPOINT_URL: z.string().optional(),
  LOCAL_CLOCK_FILE: z.string().optional(),
});
export type Environment = z.infer<typeof schema>;

/** What the deployment tells its functions; the full settings are `infra/settings.ts`. */
const settingsSchema = z.object({
  name: z.string().default('GeoArchive'),
  nodes: z
    .array(
      z.object({
        code: z.string(),
        name: z.object({ zh: z.string(), en: z.string() }),
        /** Region of a provincial archive (GB/T 2260): duties of work there are routed to it. */
        province: z.string().optional(),
        /** How it is reached by whoever asks for data: shown to the public. */
        contact: z.object({ zh: z.string(), en: z.string() }).optional(),
      }),
    )
    .default([]),
  /** Those who keep what they are entrusted with (委托保管单位): nodes of staff, but nothing is submitted to them. */
  custodians: z
    .array(z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }))
    .default([]),
  /** Days the archive has to check a deposit (domain.md §1.5: provincial rule, so a setting). */
  checkDays: z.number().int().default(10),
  checkDaysKind: z.enum(['calendar', 'working']).default('calendar'),
  checkRollsOver: z.boolean().default(true),
  correctionDays: z.number().int().default(30),
  /** Whether archives may issue certificates themselves, by another checker than the one who accepted. */
  delegateCertificates: z.boolean().default(false),
  /** Terms of cases by their kind, and the days for an appeal; those of the domain where a deployment sets none. */
  cases: z
    .partialRecord(
      z.enum(caseKindCodes),
      z.object({ days: z.number().int(), kind: z.enum(['calendar', 'working']) }),
    )
    .optional(),
  appealDays: z.number().int().optional(),
  /** Days and reads that the form of a grant begins with; those of the domain where a deployment sets none. */
  use: z
    .object({
      days: z.number().int(),
      reads: z.number().int(),
      reviewDays: z.number().int().optional(),
      remindDays: z.number().int().optional(),
    })
    .optional(),
  /** Price lists of use; none where it is free. */
  prices: z.array(priceList).optional(),
  /** The weekday of the supervision's weekly digest, Monday 1 to Sunday 7; Monday where a deployment sets none. */
  digestWeekday: z.number().int().min(1).max(7).optional(),
  /** Days that the papers of a chase give, by step; those of the domain where a deployment sets none. */
  chase: z
    .partialRecord(z.enum(['demand', 'order', 'propose', 'fine', 'correct', 'circulate']), z.number().int())
    .optional(),
  /** Onward transfer: days from acceptance, of notice, between reminders; the domain's where a deployment sets none. */
  transfer: z
    .object({
      days: z.number().int(),
      noticeDays: z.array(z.number().int()),
      repeatDays: z.number().int(),
    })
    .optional(),
  /** Days of public notices where they differ from the domain's, and whether the state of submissions goes to the portal. */
  disclosure: z
    .object({
      days: z.partialRecord(z.enum(['objection', 'penalty', 'afterLift', 'trace']), z.number().int()),
      submissions: z.boolean(),
    })
    .default({ days: {}, submissions: false }),
  /** Custody where it differs from the domain's days and weights. */
  custody: z
    .object({
      noticeDays: z.array(z.number().int()).optional(),
      listDue: z.string().optional(),
      listNoticeDays: z.array(z.number().int()).optional(),
      rectificationDays: z.number().int().optional(),
      rectificationNoticeDays: z.array(z.number().int()).optional(),
      weights: z.partialRecord(z.enum(inspectionGroups), z.number()).optional(),
    })
    .optional(),
  /** Degrees to which places of public holes are rounded; the domain's where a deployment sets none. */
  holes: z.object({ publicStep: z.number().positive() }).optional(),
  /** Last days of annual reports (month and day of the year after), and from where on a change asks for an explanation; the domain's where a deployment sets none. */
  reporting: z
    .object({
      terms: z.object({ unitBy: z.string(), checkBy: z.string() }),
      jumps: z.object({ percent: z.number(), least: z.number() }),
      // By indicator; the settings of the deployment know their names. The tables behind them are too much for every function's start.
      weights: z.record(z.string(), z.number()).default({}),
    })
    .optional(),
  /** Where webhooks may lead; without it https on the usual port. */
  webhooks: z.object({ ports: z.array(z.number().int()), loopback: z.boolean() }).optional(),
  /** Address of the portal, where papers are checked; unknown where it has no domain name. */
  portal: z.url().optional(),
});
export type FunctionSettings = z.infer<typeof settingsSchema>;

/** The environment of this function, parsed; throws naming what is missing. */
export const environment = (from: Record<string, string | undefined> = process.env): Environment => {
  const parsed = schema.safeParse(from);
  if (!parsed.success)
    throw new Error(`The function's environment is not complete: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

export const functionSettings = (env: Environment): FunctionSettings =>
  settingsSchema.parse(JSON.parse(env.SETTINGS));

/** A variable this function cannot work without. */
export const needed = (env: Environment, name: keyof Environment): string => {
  const value = env[name];
  if (value === undefined) throw new Error(`${name} is not set for this function`);
  return value;
};
