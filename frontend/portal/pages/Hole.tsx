import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import { portalHoles } from '@geoarchive/contract/routes.ts';
import { isHoleType } from '@geoarchive/domain/subsurface/codes.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { saveFile } from '@geoarchive/frontend-shared/list/save-file.ts';
import { AreaMap } from '@geoarchive/frontend-shared/map/AreaMap.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { HoleFacts } from '@geoarchive/frontend-shared/subsurface/HoleFacts.tsx';
import { HoleTables } from '@geoarchive/frontend-shared/subsurface/HoleTables.tsx';
import { Alert, Button, Flex } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Drawings } from '../holes/Drawings.tsx';

/** Some kilometres to each side of a place that is rounded. */
const around = 0.02;
const save = (hole: PublicHole, content: HoleContent) =>
  saveFile(`${hole.hole}.json`, 'application/json', JSON.stringify({ ...hole, ...content }, undefined, 1));
/** What is public of a hole as its header: what the writer of logs takes. */
const headerOf = ({ hole, holeType, unifiedNumber, project, mineArea }: PublicHole): HoleHeader => ({
  ...{ hole, unifiedNumber, project, mineArea },
  holeType: isHoleType(holeType) ? holeType : 'other',
});
const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined;

const Place = ({ label, place }: { label: string; place: NonNullable<PublicHole['place']> }) => {
  const { t } = useTranslation();
  const { longitude, latitude, step } = place;
  const areas = useMemo(
    () => [
      {
        id: 'hole',
        label: '',
        box: [longitude - around, latitude - around, longitude + around, latitude + around] as const,
      },
    ],
    [longitude, latitude],
  );
  return (
    <Panel title={t('holes.place')}>
      <Facts
        items={[
          { label: t('holes.longitude'), value: longitude },
          { label: t('holes.latitude'), value: latitude },
        ]}
      />
      <p className="ga-soft">{t('holes.rounded', { step })}</p>
      <AreaMap label={label} areas={areas} />
    </Panel>
  );
};

const Content = ({ hole, header }: { hole: PublicHole; header: HoleHeader }) => {
  const { t } = useTranslation();
  const api = useApi();
  const { id } = hole;
  const query = useRead(portalHoles.getPublicHoleContent, { params: { id } });
  return (
    <QueryView query={query}>
      {(content) => (
        <>
          <Drawings hole={hole} />
          <Flex justify="flex-end" style={{ marginBottom: 12 }} className="ga-no-print">
            <Button onClick={() => save(hole, content)}>{t('hole.json')}</Button>
          </Flex>
          <HoleTables
            header={header}
            content={content}
            curve={(sha256) => api.call(portalHoles.getPublicHoleCurve, { params: { id, sha256 } })}
          />
        </>
      )}
    </QueryView>
  );
};

const Found = ({ hole }: { hole: PublicHole }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const { nodes } = useConfig();
  const node = nodes.find(({ code }) => code === hole.node);
  const header = Object.fromEntries(Object.entries(hole).map(([key, value]) => [key, textOf(value)]));
  return (
    <>
      {hole.access === 'catalogue-only' && (
        <Alert
          type="info"
          showIcon
          className="ga-notice"
          title={
            hole.protectedUntil === undefined
              ? t('record.catalogueOnly')
              : t('holes.protected', { until: day(hole.protectedUntil) })
          }
        />
      )}
      <div className="ga-columns">
        <Panel title={t('hole.header')}>
          <HoleFacts header={header} />
          <Facts
            items={[{ label: t('record.node'), value: node === undefined ? hole.node : say(node.name) }]}
          />
        </Panel>
        {hole.place !== undefined && <Place label={hole.hole} place={hole.place} />}
      </div>
      {hole.access === 'open' && <Content hole={hole} header={headerOf(hole)} />}
    </>
  );
};

/** One released hole. */
const Hole = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(portalHoles.getPublicHole, { params: { id } });
  return (
    <Page title={query.data?.hole ?? t('holes.one')} back={{ to: '/holes', label: t('nav.holes') }}>
      <QueryView query={query}>{(hole) => <Found hole={hole} />}</QueryView>
    </Page>
  );
};
export default Hole;
