/** What the run and a function's thread say to each other. Events and results travel as JSON, as in the cloud. */
export type ThreadData = { file: string; exported: string };
export type Invocation = {
  requestId: string;
  event: string;
  deadline: number;
  functionName: string;
  arn: string;
  memoryMb: number;
};
export type FunctionError = { errorType: string; errorMessage: string; trace: string[] };
export type Answer =
  | { kind: 'ready' }
  | { kind: 'result'; payload: string }
  | { kind: 'error'; error: FunctionError };
