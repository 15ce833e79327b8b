import { limits } from '@geoarchive/domain/limits.ts';

/** Longest side of a photo as it is kept, in pixels: enough to read a label, and it fits into a call. */
const longest = 1600;

/** A photo of a camera as a JPEG that can be sent; nothing where the browser cannot draw it, or it is too large all the same. */
export const shrink = async (file: Blob): Promise<Blob | undefined> => {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return made !== null && made.size <= limits.attachmentBytes ? made : undefined;
  } catch {
    return undefined;
  }
};
