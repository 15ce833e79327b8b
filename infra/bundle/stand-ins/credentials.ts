type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

/**
 * Stands for `@aws-sdk/credential-provider-node`. Lambda (and the local run) hand a function the keys of its role in its
 * environment; the SDK's search through files, single sign-on and metadata services would only weigh and never be used.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('No AWS credentials in the environment');
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};
