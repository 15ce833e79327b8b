import * as z from 'zod';

/** One uploaded object, as `dispatch` hands it to `inspect` and `inspect` to `fixity`. */
export const uploadMessage = z.object({
  depositId: z.string(),
  no: z.number().int(),
  key: z.string(),
  size: z.number(),
  versionId: z.string().optional(),
  etag: z.string().optional(),
  /** S3's order of writes to one key, as hex of varying length. */
  sequencer: z.string(),
});
export type UploadMessage = z.infer<typeof uploadMessage>;

const notification = z.object({
  Records: z
    .array(
      z.object({
        eventName: z.string(),
        s3: z.object({
          object: z.object({
            key: z.string(),
            size: z.number().default(0),
            versionId: z.string().optional(),
            eTag: z.string().optional(),
            sequencer: z.string().default('0'),
          }),
        }),
      }),
    )
    // S3 sends a test message without records when notifications are set up.
    .default([]),
});

/** An ETag as notifications give it: lists and heads put quotes around it. */
export const bareEtag = (etag: string): string => etag.replaceAll('"', '');

/** The uploads that an S3 notification tells of; keys that are not a deposit's files are none. */
export const uploadsOf = (body: unknown): UploadMessage[] =>
  notification.parse(body).Records.flatMap(({ eventName, s3: { object } }) => {
    const key = decodeURIComponent(object.key.replaceAll('+', ' '));
    const match = /^files\/([0-9A-Z]{26})\/(\d{6})$/.exec(key);
    const [, depositId, no] = match ?? [];
    if (!eventName.includes('ObjectCreated') || depositId === undefined || no === undefined) return [];
    const { size, versionId, eTag, sequencer } = object;
    return [
      {
        depositId,
        no: Number(no),
        key,
        size,
        sequencer,
        ...(versionId === undefined ? {} : { versionId }),
        ...(eTag === undefined ? {} : { etag: bareEtag(eTag) }),
      },
    ];
  });

/** Whether an upload is older than the one a file's entry already speaks of. */
export const isOlder = (sequencer: string, known: string | undefined): boolean => {
  if (known === undefined) return false;
  const width = Math.max(sequencer.length, known.length);
  return sequencer.padStart(width, '0') < known.padStart(width, '0');
};
