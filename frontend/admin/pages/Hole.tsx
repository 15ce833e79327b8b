import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { HoleView } from '@geoarchive/contract/holes.ts';
import { holes } from '@geoarchive/contract/routes.ts';
import { isWell } from '@geoarchive/domain/subsurface/well-due.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { saveFile } from '@geoarchive/frontend-shared/list/save-file.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { HoleFacts } from '@geoarchive/frontend-shared/subsurface/HoleFacts.tsx';
import { HoleTables } from '@geoarchive/frontend-shared/subsurface/HoleTables.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Drawings } from '../holes/Drawings.tsx';
import { HoleDue } from '../holes/HoleDue.tsx';
import { HoleLimits } from '../holes/HoleLimits.tsx';
import { HolePlace } from '../holes/HolePlace.tsx';
import { HoleRelease } from '../holes/HoleRelease.tsx';
import { BoxPhoto } from '../holes/photos/BoxPhoto.tsx';
import { usePhotos } from '../holes/photos/use-photos.ts';

const underWayMs = 3000;

const save = ({ header, place, id }: HoleView, content: HoleContent) =>
  saveFile(
    `${header.hole}.json`,
    'application/json',
    JSON.stringify({ id, header, place, ...content }, undefined, 1),
  );

const Found = ({ hole, content }: { hole: HoleView; content: HoleContent | undefined }) => {
  const { t } = useTranslation();
  const api = useApi();
  const { id, header, dossierId } = hole;
  const named = content?.children.boxes.some((box) => box.photo !== undefined) === true;
  const photoOf = usePhotos(named ? dossierId : undefined);
  const photo = (name: string) => {
    const file = photoOf(name);
    return file === undefined || dossierId === undefined ? null : (
      <BoxPhoto dossierId={dossierId} file={file} />
    );
  };
  const curve = (sha256: string) => api.call(holes.getHoleCurve, { params: { id, sha256 } });
  return (
    <>
      <HoleRelease hole={hole} />
      <div className="ga-columns">
        <Panel title={t('hole.header')}>
          <HoleFacts header={header} />
        </Panel>
        <HolePlace hole={hole} />
      </div>
      <Drawings hole={hole} />
      {content !== undefined && <HoleTables header={header} content={content} curve={curve} photo={photo} />}
      {isWell(header) && <HoleDue hole={hole} />}
      <HoleLimits hole={hole} />
    </>
  );
};

/** One hole: what is known of it, where it is, what it has, what holds it back, its release. */
const Hole = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(holes.getHole, { params: { id } }, { refreshMs: underWayMs });
  const content = useRead(holes.getHoleContent, { params: { id } });
  const { data: hole } = query;
  const { data: all } = content;
  return (
    <Page
      title={hole?.header.hole ?? t('holes.one')}
      back={{ to: '/holes', label: t('nav.holes') }}
      actions={
        hole !== undefined &&
        all !== undefined && <Button onClick={() => save(hole, all)}>{t('hole.json')}</Button>
      }
    >
      <QueryView query={query}>{(found) => <Found hole={found} content={all} />}</QueryView>
      {all === undefined && <QueryView query={content}>{() => null}</QueryView>}
    </Page>
  );
};
export default Hole;
