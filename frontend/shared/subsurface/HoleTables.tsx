import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { Column, Values } from '@geoarchive/domain/sheets/sheet.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import { type ChildKind, childKinds, childTables } from '@geoarchive/domain/subsurface/tables.ts';
import { Flex, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows } from '../detail/Rows.tsx';
import { formatCount } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Panel } from '../layout/Panel.tsx';
import { SheetButtons } from '../sheets/SheetButtons.tsx';
import { Empty } from '../states/states.tsx';
import { HoleAttachments } from './HoleAttachments.tsx';
import { HoleLogs } from './HoleLogs.tsx';
import { cellText } from './hole-words.ts';
import { rowFor } from './search/rows.ts';

type Row = { at: string; values: Readonly<Record<string, Values[string] | undefined>> };
type Props = {
  header: HoleHeader;
  content: HoleContent;
  /** The values of one of its curves. */
  curve: (sha256: string) => Promise<Uint8Array>;
  /** What is shown of the photo that a core box names, where the site has it. */
  photo?: (name: string) => ReactNode;
};
const perPage = 50;

type Given = Pick<Props, 'header' | 'content' | 'photo'> & { kind: ChildKind };
const Table = ({ kind, header, content, photo }: Given) => {
  const { say } = useLanguage();
  const table = childTables[kind];
  const title = say(table.title);
  const columns: readonly Column[] = table.columns;
  const rows = content.children[kind].map((values, at): Row => ({ at: String(at), values }));
  const said = columns.filter(({ key }) => rows.some(({ values }) => values[key] !== undefined));
  const taken = () => rows.map(({ values }) => rowFor(table, { ...values, hole: header.hole }));
  return (
    <>
      <Flex justify="flex-end" style={{ marginBottom: 10 }} className="ga-no-print">
        <SheetButtons sheet={table} rows={taken} name={`${header.hole} ${title}`} />
      </Flex>
      <Rows
        label={title}
        rows={rows}
        rowKey={({ at }) => at}
        perPage={perPage}
        columns={said.map((column) => ({
          key: column.key,
          title: say(column.label),
          show: ({ values }: Row) => {
            const text = cellText(column, values[column.key], say);
            const shown = kind === 'boxes' && column.key === 'photo' && text !== '' && photo?.(text);
            return shown || text;
          },
        }))}
      />
    </>
  );
};

/** What a hole has beside its header: a table a kind, its logs with their curves, its files. */
export const HoleTables = ({ header, content, curve, photo }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { logs, attachments } = content;
  const filled = childKinds.filter((kind) => content.children[kind].length > 0);
  return (
    <>
      <Panel title={t('hole.content')}>
        {filled.length === 0 ? (
          <Empty title={t('hole.noContent')} hint={t('hole.noContentHint')} />
        ) : (
          <Tabs
            items={filled.map((kind) => ({
              key: kind,
              label: t('hole.tab', {
                of: say(childTables[kind].title),
                count: formatCount(content.children[kind].length),
              }),
              children: (
                <Table
                  kind={kind}
                  header={header}
                  content={content}
                  {...(photo === undefined ? {} : { photo })}
                />
              ),
            }))}
          />
        )}
      </Panel>
      {logs.length > 0 && <HoleLogs header={header} logs={logs} curve={curve} />}
      {attachments.length > 0 && <HoleAttachments attachments={attachments} />}
    </>
  );
};
