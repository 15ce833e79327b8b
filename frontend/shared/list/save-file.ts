/** Hands a blob to the reader as a file. */
export const saveBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read the blob after the click returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/** Hands a text to the reader as a file. */
export const saveFile = (name: string, mime: string, text: string): void =>
  saveBlob(name, new Blob([text], { type: `${mime};charset=utf-8` }));

/** Hands bytes to the reader as a file. */
export const saveBytes = (name: string, mime: string, bytes: Uint8Array): void =>
  // A copy, since a view on shared memory cannot go into a blob.
  saveBlob(name, new Blob([new Uint8Array(bytes)], { type: mime }));

/** Hands bytes that come by chunks to the reader as a file. */
export const saveChunks = async (
  name: string,
  mime: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> => {
  const parts: BlobPart[] = [];
  // A copy, since a view on shared memory cannot go into a blob.
  for await (const chunk of chunks) parts.push(new Uint8Array(chunk));
  saveBlob(name, new Blob(parts, { type: mime }));
};
