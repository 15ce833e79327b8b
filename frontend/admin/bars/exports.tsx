import type { BarChange } from '@geoarchive/contract/bar-parts.ts';
import type { StoredBar } from '@geoarchive/contract/bars.ts';
import { bars } from '@geoarchive/contract/routes.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { barChangeSheet, barSheet } from '@geoarchive/domain/supervision/bar-sheet.ts';
import { type BarState, barEndNames } from '@geoarchive/domain/supervision/bars.ts';
import { actNames } from '@geoarchive/domain/supervision/eligibility.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { SheetExport } from '../imports/SheetExport.tsx';

type Say = (text: Bilingual) => string;
const name = ({ organisationName }: { organisationName?: string | undefined }) =>
  organisationName === undefined ? {} : { organisationName };

const barValues = (of: StoredBar, lifted: string, say: Say): Values => ({
  id: of.id,
  organisation: of.organisation,
  ...name(of),
  ground: of.kind,
  paper: of.cause.number,
  node: of.node,
  from: of.from,
  ...(of.until === undefined ? {} : { until: of.until }),
  ...(of.ended === undefined
    ? {}
    : {
        ended: of.ended.on,
        end: of.ended.reason === 'lifted' ? lifted : say(barEndNames[of.ended.reason]),
      }),
  tasks: of.tasks.length,
});

const changeValues = ({ acts, organisationName, until, ...of }: BarChange, say: Say): Values => ({
  ...of,
  ...name({ organisationName }),
  ...(until === undefined ? {} : { until }),
  acts: acts.map((act) => say(actNames[act])).join('；'),
});

/** Takes all bars of a state along. */
export const BarExport = ({ state }: { state: BarState }) => {
  const api = useApi();
  const { t } = useTranslation();
  const { say } = useLanguage();
  const rows = async function* () {
    let cursor: string | undefined;
    do {
      const query = { state, limit: 100, ...(cursor === undefined ? {} : { cursor }) };
      const page = await api.call(bars.listBars, { query });
      yield* page.items.map((of) => barValues(of, t('bars.lifted'), say));
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  return <SheetExport sheet={barSheet} rows={rows} taken="all" />;
};

/** Takes the whole feed of changes along. */
export const ChangesExport = () => {
  const api = useApi();
  const { say } = useLanguage();
  const rows = async function* () {
    let more = true;
    for (let after = 0; more; ) {
      const page = await api.call(bars.barChanges, { query: { after, limit: 500 } });
      yield* page.items.map((of) => changeValues(of, say));
      after = page.last;
      more = page.more;
    }
  };
  return <SheetExport sheet={barChangeSheet} rows={rows} taken="all" />;
};
