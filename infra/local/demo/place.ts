import type { Endpoints } from '../endpoints.ts';

/** Where the demo's data go: tables and bucket of the run, reached as its operator. */
export type DemoPlace = {
  aws: { AWS_REGION: string; AWS_ENDPOINT_URL: string };
  intakeTable: string;
  archiveTable: string;
  archiveBucket: string;
};

const named = (endpoints: Endpoints, start: string): string => {
  const found = Object.entries(endpoints.resources).find(([logical]) => logical.startsWith(start));
  if (found === undefined) throw new Error(`The stacks have no ${start}`);
  return found[1];
};

export const demoPlace = (endpoints: Endpoints): DemoPlace => ({
  aws: { AWS_REGION: endpoints.aws.region, AWS_ENDPOINT_URL: endpoints.aws.endpoint },
  intakeTable: named(endpoints, 'intake/IntakeTable'),
  archiveTable: named(endpoints, 'archive/ArchiveTable'),
  archiveBucket: named(endpoints, 'archive/ArchiveBucket'),
});
