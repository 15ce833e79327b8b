import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { holes as routes } from '@geoarchive/contract/routes.ts';
import type { Remark } from '@geoarchive/domain/subsurface/remark.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { tooLarge } from '@geoarchive/frontend-shared/subsurface/import/batches.ts';
import { type Sent, type Step, sendHoles } from '@geoarchive/frontend-shared/subsurface/import/send.ts';
import type { HoleFile, HolesRead } from '@geoarchive/subsurface/read.ts';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ulid } from 'ulid';
import { mendedOf } from './mend.ts';
import { readHoles } from './read.ts';

type Previewed = ReplyOf<typeof routes.previewHoles>['items'][number];
export type PreviewRow = Previewed & { hole: string; project: string | undefined; at: number };
const perCall = 100;
const mostSubject = 200;

const subjectOf = (files: readonly HoleFile[]): string => {
  const names = files.map(({ name }) => name).join('、');
  return names.length <= mostSubject ? names : `${names.slice(0, mostSubject - 1)}…`;
};

const largeRemark = ({ header: { hole } }: HoleInput): Remark => ({
  ...{ severity: 'error', code: 'hole-too-large', file: '', hole },
  message: {
    zh: '该钻孔的分项数据超过 5 MB，无法导入。',
    en: 'The data of the hole are more than 5 MB and cannot be brought in.',
  },
  remedy: {
    zh: '请减少分项行数，或作为案卷文件保存。',
    en: 'Bring fewer rows, or keep it as a file of a dossier.',
  },
});

const withArchiveNumber = (hole: HoleInput, archiveNumber: string | undefined): HoleInput =>
  archiveNumber === undefined || hole.header.archiveNumber !== undefined
    ? hole
    : { ...hole, header: { ...hole.header, archiveNumber } };

/** Files are read, what they would do is looked at, they are sent, and their job is started: each step with how far it is. */
export const useHoleImport = () => {
  const api = useApi();
  const [files, setFiles] = useState<readonly HoleFile[]>([]);
  const [read, setRead] = useState<HolesRead>();
  const [step, setStep] = useState<Step>();
  const [filesRead, setFilesRead] = useState(0);
  const sent = useRef<Sent>(undefined);
  /** The dossier out of which the files are: its number goes to the holes that name none. */
  const archiveNumber = useRef<string>(undefined);

  const preview = useMutation({
    mutationFn: async ({ holes, node }: { holes: readonly HoleInput[]; node: string | undefined }) => {
      const rows: PreviewRow[] = [];
      for (let at = 0; at < holes.length; at += perCall) {
        const some = holes.slice(at, at + perCall);
        const { items } = await api.call(routes.previewHoles, {
          body: {
            holes: some.map(({ header, lesser }) => ({ header, lesser })),
            ...(node === undefined ? {} : { node }),
          },
        });
        // One answer for each hole, in their order.
        rows.push(...items.map((item, of) => ({ ...item, project: some[of]?.header.project, at: at + of })));
        setStep({ of: 'holes', done: rows.length, total: holes.length });
      }
      return rows;
    },
  });
  const start = useMutation({
    mutationFn: (of: { read: HolesRead; node: string | undefined }) => {
      sent.current ??= { id: ulid(), curves: new Set(), batches: new Set() };
      const { holes, curves } = of.read;
      return sendHoles(
        api,
        sent.current,
        { holes, curves, subject: subjectOf(files), node: of.node },
        setStep,
      );
    },
  });
  const reading = useMutation({
    mutationFn: async (chosen: readonly HoleFile[]) => {
      setFilesRead(0);
      const found = await readHoles(chosen, setFilesRead);
      const large = new Set(tooLarge(found.holes));
      return {
        ...found,
        holes: found.holes
          .filter((hole) => !large.has(hole))
          .map((hole) => withArchiveNumber(hole, archiveNumber.current)),
        remarks: [...found.remarks, ...[...large].map(largeRemark)],
      };
    },
  });
  /** Other files, or another archive, are another import. */
  const begin = (chosen: readonly HoleFile[], node: string | undefined) => {
    setFiles(chosen);
    setStep(undefined);
    setRead(undefined);
    sent.current = undefined;
    for (const one of [preview, start, reading]) one.reset();
    if (chosen.length > 0)
      reading.mutate(chosen, {
        onSuccess: (found) => {
          setRead(found);
          if (found.holes.length > 0) preview.mutate({ holes: found.holes, node });
        },
      });
  };
  /** Takes what the readers offer to mend, such as longitude and latitude the wrong way round. */
  const mend = (node: string | undefined) => {
    if (read === undefined) return;
    const mended = mendedOf(read);
    sent.current = undefined;
    setRead(mended);
    preview.mutate({ holes: mended.holes, node });
  };
  const comesFrom = (number: string) => {
    archiveNumber.current = number;
  };
  return { comesFrom, files, begin, reading, filesRead, read, mend, preview, start, step };
};
