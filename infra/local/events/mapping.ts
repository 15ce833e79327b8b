import * as z from 'zod';
import type { Model } from '../template/model.ts';
import { type Pattern, parsePattern } from './pattern.ts';

const schema = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  FunctionResponseTypes: z.array(z.enum(['ReportBatchItemFailures'])).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});

export type Mapping = {
  id: string;
  functionArn: string;
  sourceArn: string;
  /** `sqs` or `dynamodb` */
  source: string;
  batchSize: number;
  windowMs: number;
  maximumConcurrency: number;
  reportsItemFailures: boolean;
  filters: Pattern[];
  startingPosition: 'TRIM_HORIZON' | 'LATEST';
  bisect: boolean;
  /** -1: for ever */
  maximumRetries: number;
  maximumAgeMs: number;
  onFailureArn: string | undefined;
};

/** Reads the event source mappings of the stacks that are switched on. */
export function mappings(model: Model): Mapping[] {
  return model.resources('AWS::Lambda::EventSourceMapping').flatMap((resource) => {
    const p = schema.parse(resource.properties());
    if (!p.Enabled) return [];
    const target = model.byRef('AWS::Lambda::Function', p.FunctionName);
    const source = p.EventSourceArn.split(':')[2] ?? '';
    if (source !== 'sqs' && source !== 'dynamodb') {
      throw new Error(`${resource.path}: the local run knows no events from ${p.EventSourceArn}`);
    }
    const age = p.MaximumRecordAgeInSeconds;
    return {
      id: `${resource.stack}-${resource.logicalId}`,
      functionArn: target ? target.attribute('Arn') : p.FunctionName,
      sourceArn: p.EventSourceArn,
      source,
      batchSize: p.BatchSize ?? (source === 'sqs' ? 10 : 100),
      windowMs: p.MaximumBatchingWindowInSeconds * 1000,
      maximumConcurrency: p.ScalingConfig?.MaximumConcurrency ?? 1000,
      reportsItemFailures: p.FunctionResponseTypes.length > 0,
      filters: p.FilterCriteria?.Filters.map(({ Pattern: json }) => parsePattern(json)) ?? [],
      startingPosition: p.StartingPosition ?? 'LATEST',
      bisect: p.BisectBatchOnFunctionError,
      maximumRetries: p.MaximumRetryAttempts,
      maximumAgeMs: age < 0 ? Number.POSITIVE_INFINITY : age * 1000,
      onFailureArn: p.DestinationConfig?.OnFailure?.Destination,
    };
  });
}
