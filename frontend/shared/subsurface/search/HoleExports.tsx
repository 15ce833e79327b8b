import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import { writeBook } from '@geoarchive/sheets/write-book.ts';
import { mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, percent } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { saveBytes, saveChunks, saveFile } from '../../list/save-file.ts';
import type { ListState } from '../../list/url-state.ts';
import { ProblemAlert } from '../../problem/ProblemAlert.tsx';
import { geopackageOf } from '../geopackage/in-page.ts';
import { geopackageMedia } from '../geopackage/write.ts';
import { gather, gatherWhole, mostHeaders, mostWhole } from './gather.ts';
import { bookOf, collarsOf, importable } from './rows.ts';
import { type HoleQuery, sortOf, soughtHolesOf } from './shape.ts';
import type { HoleSource } from './source.ts';

type Props<Item extends { id: string }> = {
  source: HoleSource<Item>;
  sheet: Sheet;
  found: { state: ListState; total: number };
  /** What a hole has beside its header. */
  content: (item: Item, signal: AbortSignal) => Promise<HoleContent | undefined>;
  /** Has more of them written by a job, where the site has jobs. */
  asJob?: (query: HoleQuery) => Promise<void>;
};
const headerKinds = ['xlsx', 'csv', 'geojson', 'geopackage', 'json'] as const;
const wholeKinds = ['wholeXlsx', 'wholeJson', 'wholeLines'] as const;
type Kind = (typeof headerKinds)[number] | (typeof wholeKinds)[number];
const isWhole = (kind: Kind): boolean => wholeKinds.some((one) => one === kind);

/** Takes along what is found: headers as a table or as points, holes whole as JSON. */
export const HoleExports = <Item extends { id: string }>(props: Props<Item>) => {
  const { source, sheet, found, content, asJob } = props;
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [read, setRead] = useState(0);
  const name = say(sheet.title);
  const query = { ...soughtHolesOf(found.state), sort: sortOf(found.state) };

  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const headers = async (kind: Kind, signal: AbortSignal) => {
    const items = await gather(source, query, mostHeaders, { onRead: setRead, signal });
    const rows = items.map(source.row);
    if (kind === 'geojson')
      return saveFile(`${name}.geojson`, 'application/geo+json', JSON.stringify(collarsOf(rows)));
    if (kind === 'geopackage')
      return saveBytes(`${name}.gpkg`, geopackageMedia, await geopackageOf(sheet, name, rows));
    if (kind === 'xlsx' || kind === 'csv')
      return saveChunks(
        `${name}.${kind}`,
        mediaTypes[kind],
        writeSheet(
          sheet,
          rows.map(({ values }) => values),
          kind,
          language,
        ),
      );
    const plain = rows.map(({ id, values, place }) => ({ id, ...values, place }));
    return saveFile(`${name}.json`, 'application/json', JSON.stringify(plain));
  };
  const whole = async (kind: Kind, signal: AbortSignal) => {
    const items = await gather(source, query, mostWhole, { onRead: () => undefined, signal });
    const holes = await gatherWhole(
      items,
      async (item) => {
        const row = source.row(item);
        const header = kind === 'wholeLines' ? importable(row) : row.values;
        return { id: item.id, header, ...(await content(item, signal)) };
      },
      { onRead: setRead, signal },
    );
    if (kind === 'wholeXlsx')
      return saveChunks(`${name}.xlsx`, mediaTypes.xlsx, writeBook(bookOf(sheet, holes), language));
    // Without the id a line is what an import takes.
    const lines = holes.map(({ id: _, ...hole }) => JSON.stringify(hole));
    return kind === 'wholeLines'
      ? saveFile(`${name}.jsonl`, 'application/x-ndjson', `${lines.join('\n')}\n`)
      : saveFile(`${name}.json`, 'application/json', JSON.stringify(holes));
  };
  const save = useMutation({
    mutationFn: (kind: Kind) => {
      setRead(0);
      const call = new AbortController();
      running.current = call;
      return isWhole(kind) ? whole(kind, call.signal) : headers(kind, call.signal);
    },
  });
  const queue = useMutation({ mutationFn: async () => asJob?.(soughtHolesOf(found.state)) });
  const error = save.error ?? queue.error;
  const most = save.variables !== undefined && isWhole(save.variables) ? mostWhole : mostHeaders;
  const wanted = Math.min(found.total, most);
  const buttons = (kinds: readonly Kind[]) =>
    kinds.map((kind) => (
      <Button
        key={kind}
        size="small"
        disabled={found.total === 0 || (save.isPending && save.variables !== kind)}
        loading={save.isPending && save.variables === kind}
        onClick={() => save.mutate(kind)}
      >
        {t(`hole.export.${kind}`)}
      </Button>
    ));
  return (
    <section aria-label={t('hole.export.label')} className="ga-no-print ga-found-line">
      <Flex gap={8} wrap align="center">
        <span className="ga-soft">{t('hole.export.headers')}</span>
        {buttons(headerKinds)}
        <span className="ga-soft">{t('hole.export.whole')}</span>
        {buttons(wholeKinds)}
        {asJob !== undefined && (
          <Button
            size="small"
            disabled={found.total === 0}
            loading={queue.isPending}
            onClick={() => queue.mutate()}
          >
            {t('hole.export.asJob')}
          </Button>
        )}
      </Flex>
      {save.isPending && (
        <Progress aria-label={t('hole.export.label')} percent={percent(read, Math.max(wanted, 1))} />
      )}
      {save.isSuccess && found.total > most && (
        <p role="status">
          {t('hole.export.cut', { most: formatCount(most), total: formatCount(found.total) })}
        </p>
      )}
      {error !== null && <ProblemAlert error={error} />}
    </section>
  );
};
