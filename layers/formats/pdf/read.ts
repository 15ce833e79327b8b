import { type Problem, problem } from '../core/problem.ts';
import { type Found, type Reading, TookTooLong } from '../core/reader.ts';
import { needsPassword, withDocument } from './document.ts';
import { readPages } from './pages.ts';
import { oddDates, pdfPuid, properties } from './properties.ts';
import { type Frame, readFrame } from './xref.ts';

/** More exact than the identification: the version, and the profile the file claims. */
const puidOf = (version: string, profile: string | undefined) => {
  const puid = pdfPuid(version, profile);
  return puid === undefined ? {} : { puid };
};

function locked(frame: Frame): Found {
  const metadata = { version: frame.version, encrypted: true, passwordNeeded: true };
  return { ...puidOf(frame.version, undefined), problems: [problem('encrypted')], metadata };
}

/** PDF: version, pages, properties, encryption, a sample of the text; damaged cross-references and pages as findings. */
export async function readPdf({ source, characterMaps, checkTime }: Reading): Promise<Found> {
  const frame = await readFrame(source);
  const problems: Problem[] = [...frame.problems];
  try {
    return await withDocument(source, characterMaps, async (document) => {
      checkTime();
      const { metadata, profile } = await properties(document);
      const pages = await readPages(document, checkTime);
      problems.push(...pages.problems);
      for (const date of oddDates(metadata))
        problems.push(problem('odd-structure', { what: `date ${date.slice(0, 40)}` }));
      if (document.numPages === 0) problems.push(problem('no-data'));
      if (frame.encrypted) problems.push(problem('encrypted'));
      return {
        ...puidOf(frame.version, profile),
        problems,
        metadata: {
          version: frame.version,
          pages: document.numPages,
          ...metadata,
          encrypted: frame.encrypted,
          ...(pages.size ? { pageSize: pages.size } : {}),
          textSample: pages.textSample,
        },
      };
    });
  } catch (error) {
    if (needsPassword(error)) return locked(frame);
    // What the frame says is more use to people than the words of the library alone.
    if (error instanceof TookTooLong || frame.problems.length === 0) throw error;
    const detail = error instanceof Error ? error.message.slice(0, 200) : String(error);
    problems.push(problem('unreadable', { detail }));
    return { ...puidOf(frame.version, frame.profile), problems, metadata: { version: frame.version } };
  }
}
