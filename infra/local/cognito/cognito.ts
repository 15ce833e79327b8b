import { AwsError } from '../sigv4/aws-error.ts';

type Document = Readonly<Record<string, unknown>>;

export type Cognito = {
  /** Carries out one operation. Throws AwsError with Cognito's own codes. */
  call(operation: string, input: Document): Document;
  /** The pool's public keys (RFC 7517), or undefined when there is no such pool. */
  jwks(poolId: string): { keys: Document[] } | undefined;
  issuer(poolId: string): string;
  close(): void;
};

export function createCognito(options: {
  dataDir: string;
  region: string;
  issuerBase(): string;
  now(): Date;
}): Cognito {
  return {
    call(operation) {
      throw new AwsError(
        'UnknownOperationException',
        400,
        `Cognito operation is not known here: ${operation}`,
      );
    },
    jwks: () => undefined,
    issuer: (poolId) => `${options.issuerBase()}/${poolId}`,
    close: () => undefined,
  };
}
