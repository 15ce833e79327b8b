/** Longest side of a photo as it is kept, in pixels: enough to read a label, and it fits into a call. */
const longest = 1600;

/** A photo of a camera as a JPEG that can be sent; what the browser cannot draw stays as it is. */
export const shrink = async (file: Blob): Promise<Blob> => {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise((resolve) => canvas.toBlob((made) => resolve(made ?? file), 'image/jpeg', 0.85));
  } catch {
    return file;
  }
};
