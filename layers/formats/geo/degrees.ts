/**
 * Degrees as people write them: `39.9042`, `39°54'15"N`, `116 23 29 E`, `北纬39°54′`. South and west are
 * negative. Undefined for anything else or beyond the limit.
 */
export function parseDegrees(text: string, limit: 90 | 180): number | undefined {
  const trimmed = text.trim().toUpperCase();
  const negative = /[SW]\b|南|西|^-/.test(trimmed);
  const parts = trimmed.match(/\d+(\.\d+)?/g);
  const shape =
    /^[^\d]*\d+(\.\d+)?([^\d]+\d+(\.\d+)?){0,2}[^\d]*$/.test(trimmed) &&
    !/[A-DF-MO-RT-VX-Z]{2}/.test(trimmed.replace(/DEG|MIN|SEC/g, ''));
  if (!parts || parts.length > 3 || !shape) return undefined;
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map(Number);
  if (minutes >= 60 || seconds >= 60) return undefined;
  const value = degrees + minutes / 60 + seconds / 3600;
  if (value > limit || value === 0) return undefined;
  return Number((negative ? -value : value).toFixed(8));
}
