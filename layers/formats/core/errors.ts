/** Code and message of an error of Node, whatever realm it was made in; empty texts for anything else. */
export function systemError(error: unknown): { code: string; message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: String(error) };
  const code = 'code' in error ? String(error.code) : '';
  const message = 'message' in error ? String(error.message) : String(error);
  return { code, message };
}
