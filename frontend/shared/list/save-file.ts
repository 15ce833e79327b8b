/** Hands a text to the reader as a file. */
export const saveFile = (name: string, mime: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read the blob after the click returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
